package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mycelial.feed.Arrival;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.Test;

class KrakenConnectorTest {
  private static void requireTruth(Live live, Pair pair, int atLeast) {
    List<Bar> told = live.bars(pair);
    KrakenPair listing = live.exchange().pairs().find(pair).orElseThrow();
    List<Bar> truth = live.exchange().history().ohlc(listing, Interval.MINUTE, 0);
    var byStart = truth.stream().collect(Collectors.toMap(Bar::start, bar -> bar));

    assertThat(told).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(told)
        .extracting(Bar::start)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates();
    for (Bar bar : told) {
      Bar true0 = byStart.get(bar.start());
      assertThat(true0).as("bar of %s", bar.start()).isNotNull();
      assertThat(CandleCheck.agree(bar, true0)).as("%s is %s", bar, true0).isTrue();
    }
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).start() - told.get(i - 1).start()).isEqualTo(60);
    }
  }

  @Test
  void tellsEveryBarOnceOverTheWebSocket() throws InterruptedException {
    try (Live live = Live.at(240)) {
      live.await(it -> it.bars(Live.BITCOIN).size() >= 12);
      for (Pair pair : live.exchange().pairs().pairs()) {
        requireTruth(live, pair, 10);
      }
      assertThat(live.connector().counts()).doesNotContainKeys("bar conflict", "bar rejected");
      assertThat(live.access()).isEmpty();
      assertThat(live.bars(Live.BITCOIN)).filteredOn(Bar::isActionable).hasSizeGreaterThan(8);
    }
  }

  @Test
  void tellsTheSameFromRestAlone() throws InterruptedException {
    try (Live live = Live.with(new StubOptions().limit(0, 1), 60, Live::withoutStream)) {
      live.await(it -> it.bars(Live.BITCOIN).size() >= 4);
      requireTruth(live, Live.BITCOIN, 4);
      assertThat(live.arrivals())
          .anyMatch(arrival ->
              arrival instanceof Arrival.Market market && market.update().quote() != null);
    }
  }
}
