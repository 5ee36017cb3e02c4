package mycelial.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;

/** Values that the tests of this package share. */
final class Samples {
  static final Pair BTC = new Pair("XXBTZUSD");
  static final Pair ADA = new Pair("ADAUSD");
  static final Pair DOGE = new Pair("DOGEUSD");
  static final long START = 1_700_000_040L - 1_700_000_040L % 86_400;

  private Samples() {}

  static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  static Map<Pair, PairSpec> specs() {
    Map<Pair, PairSpec> specs = new TreeMap<>();
    put(specs, new PairSpec(BTC, 1, 8, decimal("0.0001"), decimal("0.5"), decimal("0.0002")));
    put(specs, new PairSpec(ADA, 6, 6, decimal("5"), decimal("0.5"), decimal("0.0005")));
    put(specs, new PairSpec(DOGE, 7, 0, decimal("20"), decimal("0.5"), decimal("0.0005")));
    return specs;
  }

  private static void put(Map<Pair, PairSpec> specs, PairSpec spec) {
    specs.put(spec.pair(), spec);
  }

  static CostModel costs() {
    return new CostModel(
        decimal("0.0010"),
        List.of(
            new FeeTier(decimal("0"), decimal("0.0040")),
            new FeeTier(decimal("10000"), decimal("0.0035")),
            new FeeTier(decimal("50000"), decimal("0.0024"))));
  }

  static LedgerSettings settings(boolean allowShort, String sizeFraction, Interval interval) {
    return new LedgerSettings(
        decimal("10000"),
        decimal(sizeFraction),
        allowShort,
        costs(),
        new ExitRules(3.0, 6.0),
        interval);
  }

  static Ledger ledger(boolean allowShort) {
    return new Ledger(
        SignalSource.BASELINE, "s1", settings(allowShort, "0.05", Interval.MINUTE), specs());
  }

  /** An order for an hour at an ATR. */
  static Order order(Pair pair, Side side, double atr) {
    FeatureVector features = new FeatureVector.Builder().set(Feature.ATR, atr).build();
    return order(pair, side, 60, new EntrySnapshot(START, features, 1.0));
  }

  static Order order(Pair pair, Side side, int horizonMinutes, EntrySnapshot snapshot) {
    return new Order(
        pair,
        side,
        StrategyType.GENERIC,
        horizonMinutes,
        "analyst-1",
        null,
        "idea-1",
        EvidenceGrade.EXPLORATORY,
        50.0,
        0,
        false,
        snapshot);
  }

  /** A minute's bar that begins that many seconds after the start. */
  static Bar bar(long offset, double open, double high, double low, double close) {
    return new Bar(
        START + offset, Interval.MINUTE, open, high, low, close, 1.0, 1, Bar.Kind.TRADED);
  }
}
