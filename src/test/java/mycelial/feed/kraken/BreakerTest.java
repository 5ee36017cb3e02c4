package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ScaledClock clock = new ScaledClock(nanos::get, 1, 1000);
  private final Breaker breaker = new Breaker(clock, 7);

  private double pause(String subject, Kind kind) {
    breaker.failed(subject, new KrakenException(kind, "it failed"));
    return breaker.opensAt(subject) - clock.seconds();
  }

  @Test
  void pausesLongerWithEveryFailureInARowUpToAMinute() {
    List<Double> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pauses.add(pause("SOLUSD", Kind.SERVICE));
    }
    assertThat(pauses.getFirst()).isEqualTo(1);
    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(1.0, 60.0));
    assertThat(pauses.getLast()).isGreaterThanOrEqualTo(30);
    breaker.succeeded("SOLUSD");
    assertThat(pause("SOLUSD", Kind.SERVICE)).isEqualTo(1);
  }

  @Test
  void backsOffFiveToSixtySecondsWhenThrottled() {
    for (int i = 0; i < 8; i++) {
      assertThat(pause("SOLUSD", Kind.THROTTLED)).isBetween(5.0, 60.0);
    }
  }

  @Test
  void leavesOtherPairsAlone() {
    pause("SOLUSD", Kind.THROTTLED);
    pause("SOLUSD", Kind.REQUEST);
    assertThat(breaker.opensAt("XXBTZUSD")).isLessThan(clock.seconds());
    assertThat(breaker.obstacle("XXBTZUSD")).isEmpty();
    assertThat(breaker.obstacle("SOLUSD")).isPresent();
  }

  @Test
  void aLockoutStopsEverythingForAQuarterOfAnHourWhateverSucceeds() {
    assertThat(pause("SOLUSD", Kind.LOCKED_OUT)).isEqualTo(900);
    breaker.succeeded("XXBTZUSD");
    assertThat(breaker.opensAt("XXBTZUSD") - clock.seconds()).isEqualTo(900);
    assertThat(breaker.lockedUntil()).isEqualTo(1900);
    nanos.set(901_000_000_000L);
    assertThat(breaker.obstacle("XXBTZUSD")).isEmpty();
  }

  @Test
  void troubleOfTheConnectionStopsEverythingUntilACallSucceeds() {
    assertThat(pause("SOLUSD", Kind.REFUSED)).isEqualTo(1);
    assertThat(breaker.obstacle("XXBTZUSD")).isPresent();
    breaker.succeeded("XXBTZUSD");
    assertThat(breaker.obstacle("SOLUSD")).isEmpty();
  }

  @Test
  void drawsTheSamePausesFromTheSameSeed() {
    var other = new Breaker(clock, 7);
    for (int i = 0; i < 5; i++) {
      pause("SOLUSD", Kind.SERVICE);
      other.failed("SOLUSD", new KrakenException(Kind.SERVICE, "it failed"));
    }
    assertThat(other.opensAt("SOLUSD")).isEqualTo(breaker.opensAt("SOLUSD"));
  }
}
