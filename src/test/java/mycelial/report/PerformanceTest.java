package mycelial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.ledger.ExitReason;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.storage.StoredTrade;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.criteria.SharpeRatioCriterion;
import org.ta4j.core.criteria.drawdown.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.pnl.NetProfitLossCriterion;
import org.ta4j.core.num.DoubleNumFactory;

final class PerformanceTest {
  private static final double DAY = 86_400;

  static StoredTrade trade(int number, double pnl) {
    BigDecimal profit = BigDecimal.valueOf(pnl);
    BigDecimal price = BigDecimal.valueOf(100);
    return new StoredTrade(
        "t-" + number,
        SignalSource.BASELINE,
        new Pair("XXBTZUSD"),
        Side.BUY,
        StrategyType.DAY,
        "analyst",
        null,
        "i-" + number,
        EvidenceGrade.EXPLORATORY,
        50,
        false,
        number * 3600.0,
        number * 3600.0 + 1800,
        BigDecimal.ONE,
        price,
        price,
        price,
        price.add(profit).add(BigDecimal.ONE),
        BigDecimal.ONE,
        ExitReason.HORIZON,
        profit);
  }

  private static StreamBook book(List<Double> pnl, EquityCurve curve) {
    List<StoredTrade> trades = new ArrayList<>();
    for (int i = 0; i < pnl.size(); i++) {
      trades.add(trade(i, pnl.get(i)));
    }
    return new StreamBook(
        SignalSource.BASELINE,
        BigDecimal.valueOf(curve.values().getFirst()),
        trades,
        List.of(),
        curve,
        BigDecimal.valueOf(curve.values().getLast()),
        null);
  }

  private static EquityCurve curve(double seconds, double... values) {
    List<Double> times = new ArrayList<>();
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      times.add(i * seconds);
      list.add(values[i]);
    }
    return new EquityCurve(times, list);
  }

  /** Ninety days of a random walk. */
  private static EquityCurve walk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[91];
    values[0] = 10_000;
    for (int i = 1; i < values.length; i++) {
      values[i] = values[i - 1] * (1 + 0.002 + 0.02 * random.nextGaussian());
    }
    return curve(DAY, values);
  }

  @Test
  void theUsualFiguresOfFourTradesByHand() {
    Performance figures =
        Performance.of(
            book(List.of(10.0, -5.0, 20.0, -5.0), curve(6 * 3600, 1000, 1010, 990, 1020)));

    assertThat(figures.trades()).isEqualTo(4);
    assertThat(figures.wins()).isEqualTo(2);
    assertThat(figures.winRatePercent().value()).isEqualTo(50.0);
    assertThat(figures.profitFactor().value()).isEqualTo(3.0);
    assertThat(figures.expectancy().value()).isEqualTo(5.0);
    // deviations 5, -10, 15, -10: root of 450 / 3
    assertThat(figures.sqn().value()).isCloseTo(2 * 5 / Math.sqrt(150), within(1e-12));
    assertThat(figures.best().value()).isEqualTo(20.0);
    assertThat(figures.worst().value()).isEqualTo(-5.0);
    assertThat(figures.maxDrawdownPercent().doubleValue())
        .isCloseTo(100 * 20 / 1010.0, within(1e-9));
    assertThat(figures.drawdownSeconds()).isEqualTo(12 * 3600.0);
    assertThat(figures.exposurePercent().value()).isCloseTo(100 * 2 / 18.0, within(1e-9));
    assertThat(figures.averageHoldSeconds().value()).isEqualTo(1800.0);
    assertThat(figures.returnPercent()).isCloseTo(2.0, within(1e-12));
    assertThat(figures.fees()).isEqualByComparingTo("4");
  }

  @Test
  void whatIsNotDefinedSaysWhy() {
    Performance figures = Performance.of(book(List.of(), curve(60, 1000, 1000, 1000)));

    assertThat(figures.cagrPercent().why()).contains("period too short");
    assertThat(figures.calmar().why()).contains("period too short");
    assertThat(figures.sharpe().why()).contains("fewer than 2 periods");
    assertThat(figures.profitFactor().why()).isEqualTo("no closed trade");
    assertThat(figures.sqn().value()).isNull();
    assertThat(Performance.of(book(List.of(5.0), curve(60, 1, 2))).profitFactor().why())
        .isEqualTo("no losing trade");
  }

  @Test
  void agreesWithTa4jOnDrawdownProfitAndSharpe() {
    for (long seed = 1; seed <= 5; seed++) {
      EquityCurve curve = walk(seed);
      Performance figures = Performance.of(book(List.of(), curve));
      BarSeries series =
          new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
      for (int i = 0; i < curve.times().size(); i++) {
        double value = curve.values().get(i);
        series
            .barBuilder()
            .timePeriod(Duration.ofDays(1))
            .endTime(Instant.ofEpochSecond((long) (curve.times().get(i) + DAY)))
            .openPrice(value)
            .highPrice(value)
            .lowPrice(value)
            .closePrice(value)
            .volume(1)
            .add();
      }
      TradingRecord record = new BaseTradingRecord();
      record.enter(0, series.getBar(0).getClosePrice(), series.numFactory().one());
      int last = series.getEndIndex();
      record.exit(last, series.getBar(last).getClosePrice(), series.numFactory().one());

      assertThat(figures.maxDrawdownPercent().doubleValue() / 100)
          .isCloseTo(
              new MaximumDrawdownCriterion().calculate(series, record).doubleValue(), within(1e-9));
      assertThat(figures.pnl().doubleValue())
          .isCloseTo(
              new NetProfitLossCriterion().calculate(series, record).doubleValue(), within(1e-6));
      double sharpe =
          new SharpeRatioCriterion(
                  0,
                  org.ta4j.core.analysis.frequency.SamplingFrequency.DAY,
                  org.ta4j.core.criteria.Annualization.PERIOD,
                  ZoneOffset.UTC)
              .calculate(series, record)
              .doubleValue();
      assertThat(figures.sharpe().value()).isCloseTo(sharpe * Math.sqrt(365), within(1e-6));
    }
  }

  @Test
  void growthAYearIsToldOfThirtyDaysAndMore() {
    double[] values = new double[74];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 + i;
    }
    Performance figures = Performance.of(book(List.of(), curve(DAY, values)));

    assertThat(figures.cagrPercent().value())
        .isCloseTo(100 * (StrictMath.pow(1.073, 5) - 1), within(1e-9));
    assertThat(figures.sortino().why()).isEqualTo("no period with a loss");
    assertThat(figures.calmar().why()).isEqualTo("no drawdown");
  }

  @Test
  void returnsByTheHourEndAtTheHour() {
    EquityCurve curve = curve(1200, 100, 101, 102, 103, 104, 105, 106, 107);

    assertThat(curve.returns(3600)).containsExactly(103 / 100.0 - 1, 106 / 103.0 - 1);
  }
}
