package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.feed.ScaledClock;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutletTest {
  @Test
  void tellsNoMoreInASecondThanAMinerCanAnnounce() throws InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    ScaledClock clock = new ScaledClock(System::nanoTime, 100, 5000);
    Outlet outlet = new Outlet(arrivals::add, new Timer(clock), new TreeMap<>());
    for (int i = 0; i < 1500; i++) {
      outlet.tell(MoatRig.PYTHON, "commits", i, 4000 + i / 10);
    }
    Map<Long, Integer> perSecond = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      perSecond.merge(((Arrival.Signal) arrival).signal().seenTime(), 1, Integer::sum);
    }
    assertThat(arrivals).hasSize(1500);
    assertThat(perSecond.values()).allMatch(count -> count <= 400);
  }

  @Test
  void tellsNothingAgainThatAResumedSessionKnows() throws InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    ScaledClock clock = new ScaledClock(System::nanoTime, 100, 5000);
    TreeMap<MoatTarget, Long> told = new TreeMap<>(Map.of(MoatRig.PYTHON, 3000L));
    Outlet outlet = new Outlet(arrivals::add, new Timer(clock), told);
    outlet.tell(MoatRig.PYTHON, "commits", 1, 3000);
    outlet.tell(MoatRig.PYTHON, "commits", 2, 3001);
    outlet.tell(MoatRig.TECH, "filings_30d", 3, 2000);
    assertThat(arrivals)
        .extracting(arrival -> ((Arrival.Signal) arrival).signal().value())
        .containsExactly(2.0, 3.0);
  }
}
