package mycelial.storage;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mycelial.learning.ArchivedPattern;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EntrySnapshot;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Fill;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Order;
import mycelial.ledger.Position;
import mycelial.ledger.PriceBucket;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Moat;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;

/** Records to store: a position opened at 100 (mid 99.9), closed at 110 (mid 110.1). */
final class Records {
  static final double NOON = 1_700_000_000;
  static final Pair BTC = new Pair("XXBTZUSD");
  static final BigDecimal CAPITAL = new BigDecimal("10000");

  static final PriceBucket BUCKET =
      new PriceBucket(BTC, 1_700_000_100, 300, 100, 111, 99, 110, 12.5, 5, 1);

  private Records() {}

  static SessionInfo session(String id) {
    return new SessionInfo(id, "replay", 42, "synthetic", "c0ffee", "{\"files\":[]}", "test");
  }

  static Position position(String tradeId) {
    return position(tradeId, SignalSource.BASELINE, NOON);
  }

  static Position position(String tradeId, SignalSource stream, double time) {
    FeatureVector features =
        new FeatureVector.Builder()
            .set(Feature.RSI, 31.5)
            .set(Feature.MACD, -2.25)
            .set(Feature.PERCENT_B, 0.125)
            .build();
    Order order =
        new Order(
            BTC,
            Side.BUY,
            StrategyType.DAY,
            60,
            "analyst-7",
            "rule-9",
            "idea-" + tradeId,
            EvidenceGrade.EXPLORATORY,
            77.5,
            2,
            true,
            new EntrySnapshot(1_699_999_980L, features, 12.5));
    ExitPlan plan = new ExitPlan(Side.BUY, 95, 120, time + 3600);
    return new Position(tradeId, stream, order, fill(time, Side.BUY, "99.9", "100", "2.00"), plan);
  }

  /** Profit: 5 x (110 - 100) - 2.00 - 2.20 = 45.80. */
  static ClosedTrade trade(String tradeId) {
    return trade(position(tradeId), "45.80");
  }

  static ClosedTrade trade(Position position, String pnl) {
    return new ClosedTrade(
        position,
        fill(position.entry().time() + 90.5, Side.SELL, "110.1", "110", "2.20"),
        ExitReason.TARGET,
        new BigDecimal(pnl));
  }

  private static Fill fill(double time, Side side, String mid, String price, String fee) {
    return new Fill(
        time,
        time - 0.25,
        side,
        new BigDecimal("5.0"),
        new BigDecimal(mid),
        new BigDecimal(price),
        new BigDecimal(fee));
  }

  static IdeaRecord idea(String id) {
    return new IdeaRecord(
        id,
        SignalSource.MYCELIAL,
        "learner-3",
        BTC,
        Side.BUY,
        NOON,
        EvidenceGrade.PROVEN,
        80,
        null,
        "three learners agree",
        "OPENED",
        2,
        "NEAR_MISS",
        "b-1",
        7_200L);
  }

  static CollisionRecord collision(double gapSeconds) {
    return new CollisionRecord(BTC, Side.BUY, "b-1", "m-1", NOON, NOON + gapSeconds, "OPENED");
  }

  /** The same equity in every stream. */
  static EquityPoint equity(double time, String amount) {
    Map<SignalSource, BigDecimal> equity = new EnumMap<>(SignalSource.class);
    for (SignalSource stream : SignalSource.values()) {
      equity.put(stream, new BigDecimal(amount));
    }
    return new EquityPoint(time, equity);
  }

  static ArchivedPattern pattern(String id, double tStatistic) {
    return new ArchivedPattern(
        17,
        id,
        NOON,
        81.5,
        BTC,
        Side.BUY,
        45,
        List.of(new Condition(BTC, Feature.RSI, Condition.Comparison.BELOW, 0.2)),
        30,
        0.004,
        tStatistic,
        EvidenceGrade.PROVEN,
        4,
        3.5,
        0.98,
        Moat.CODE);
  }

  static StoredMessage message(long seq) {
    return new StoredMessage(
        NOON + seq / 64.0, 121, "instigator-0", seq, "memory-query", "{\"pair\":\"XXBTZUSD\"}");
  }
}
