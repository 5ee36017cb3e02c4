package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.config.Configuration;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.PairSpec;
import org.junit.jupiter.api.Test;

final class StubMarketTest {
  private static final Configuration CONFIGURATION = Configuration.defaults();
  private static final List<PairSpec> SPECS =
      CONFIGURATION.pairs().stream().limit(9).map(CONFIGURATION::spec).toList();
  private static final WorldSpec WORLD =
      WorldSpec.of(WorldKind.SAMPLE, 3, SPECS, 1, Interval.MINUTE);

  private final StubMarket market = market(0);

  private static StubMarket market(double quietShare) {
    return new StubMarket(new SyntheticFeed(WORLD), StubPair.of(SPECS, false), 3, quietShare);
  }

  @Test
  void aClosedCandleIsTheBarOfTheFeed() {
    SyntheticFeed feed = new SyntheticFeed(WORLD);
    for (int minute = 0; minute <= 60; minute++) {
      for (MarketUpdate update : feed.next()) {
        Bar bar = update.closed();
        if (bar != null) {
          int pair = feed.pairs().indexOf(update.pair());
          StubPair row = market.pairs().get(pair);
          Candle candle = market.candle(pair, bar.start(), 60, (double) bar.end());
          assertThat(row.value(candle.open())).isEqualTo(bar.open());
          assertThat(row.value(candle.high())).isEqualTo(bar.high());
          assertThat(row.value(candle.low())).isEqualTo(bar.low());
          assertThat(row.value(candle.close())).isEqualTo(bar.close());
          assertThat(candle.units()).isEqualTo(Math.round(bar.volume() * 1e8));
        }
      }
    }
  }

  @Test
  void aLongCandleIsMadeOfTheShortOnes() {
    long start = WORLD.start() + 3600;
    Candle sum = Candle.flat(start, 1);
    for (int minute = 0; minute < 15; minute++) {
      long at = start + 60L * minute;
      sum = sum.with(market.candle(0, at, 60, at + 60.0));
    }
    Candle quarter = market.candle(0, start, 900, start + 900.0);
    assertThat(quarter.units()).isEqualTo(sum.units());
    assertThat(List.of(quarter.open(), quarter.high(), quarter.low(), quarter.close()))
        .isEqualTo(List.of(sum.open(), sum.high(), sum.low(), sum.close()));
  }

  @Test
  void tradesRiseInTimeAndMakeTheCandle() {
    long start = WORLD.start() + 600;
    List<StubTrade> trades = market.trades(1, start - 1e-3, start + 59.999);
    assertThat(trades).hasSizeGreaterThan(4);
    for (int i = 1; i < trades.size(); i++) {
      assertThat(trades.get(i).nanos()).isGreaterThan(trades.get(i - 1).nanos());
      assertThat(trades.get(i).id()).isGreaterThan(trades.get(i - 1).id());
    }
    assertThat(Candle.of(start, 1, trades)).isEqualTo(market.candle(1, start, 60, start + 60.0));
  }

  @Test
  void quotesStayWithinTheBarAndTheSpreadIsPositive() {
    for (int pair = 0; pair < SPECS.size(); pair++) {
      double half = SPECS.get(pair).halfSpread().doubleValue();
      for (int second = 0; second < 600; second++) {
        double time = WORLD.start() + 1200 + second;
        StubMarket.BidAsk quote = market.bidAsk(pair, time);
        long start = (long) time / 60 * 60;
        Candle bar = market.candle(pair, start, 60, start + 60.0);
        double mid = (quote.bid() + quote.ask()) / 2.0;
        assertThat(quote.ask()).isGreaterThan(quote.bid());
        assertThat(mid).isBetween(bar.low() - 1.0, bar.high() + 1.0);
        assertThat(quote.ask() - quote.bid()).isLessThanOrEqualTo((long) (2 * half * mid) + 3);
      }
    }
  }

  @Test
  void inAQuietBarNothingTradesAndThePriceStays() {
    StubMarket quiet = market(0.5);
    int flat = 0;
    long last = 0;
    for (int minute = 1; minute < 60; minute++) {
      long start = WORLD.start() + 60L * minute;
      Candle candle = quiet.candle(0, start, 60, start + 60.0);
      if (candle.count() == 0) {
        flat++;
        assertThat(candle.close()).isEqualTo(last == 0 ? candle.open() : last);
      }
      last = candle.close();
    }
    assertThat(flat).isBetween(15, 45);
  }
}
