package mycelial.storage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.Fill;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Order;
import mycelial.ledger.Position;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/** What the ledgers say as rows of {@code trades.db}. */
final class TradeRows {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TradeRows() {}

  static Row opened(String session, Position position) {
    Order order = position.order();
    Fill entry = position.entry();
    ExitPlan plan = position.plan();
    return Row.of(
        Sql.OPEN_POSITION,
        position.tradeId(),
        session,
        position.stream().label(),
        order.pair().name(),
        order.side().name(),
        order.strategyType().name(),
        order.horizonMinutes(),
        order.agent(),
        order.patternId(),
        order.ideaId(),
        order.grade().name(),
        order.score(),
        order.collision() ? 1 : 0,
        order.snapshot().barEnd(),
        FeatureJson.features(order.snapshot().features()),
        entry.time(),
        entry.quoteTime(),
        entry.quantity(),
        entry.mid(),
        entry.price(),
        entry.fee(),
        plan.stop(),
        plan.target(),
        plan.deadline());
  }

  /** The rows of a closed trade; the first opens the position should that row be missing. */
  static List<Row> closed(String session, ClosedTrade trade) {
    Fill exit = trade.exit();
    Fill entry = trade.position().entry();
    if (exit.quantity().compareTo(entry.quantity()) != 0) {
      throw new IllegalArgumentException(
          "trade "
              + trade.position().tradeId()
              + " opened "
              + entry.quantity()
              + " and closed "
              + exit.quantity());
    }
    Row close =
        Row.of(
            Sql.CLOSE_POSITION,
            exit.time(),
            exit.quoteTime(),
            exit.mid(),
            exit.price(),
            exit.fee(),
            trade.reason().name(),
            trade.pnl(),
            trade.position().tradeId());
    return List.of(opened(session, trade.position()), close, trade(trade));
  }

  private static Row trade(ClosedTrade trade) {
    Order order = trade.position().order();
    Fill entry = trade.position().entry();
    Fill exit = trade.exit();
    FeatureVector features = order.snapshot().features();
    return Row.of(
        Sql.TRADE,
        trade.position().tradeId(),
        order.pair().name(),
        order.strategyType().name(),
        order.agent(),
        order.patternId(),
        Timestamps.text(entry.time()),
        Timestamps.text(exit.time()),
        trade.holdSeconds(),
        entry.price().doubleValue(),
        exit.price().doubleValue(),
        percent(exit.price().subtract(entry.price()), entry.price()),
        percent(trade.pnl(), entry.notional()),
        trade.pnl().doubleValue(),
        trade.isWin() ? "WIN" : "LOSS",
        orNull(features.find(Feature.RSI)),
        orNull(features.find(Feature.MACD)),
        orNull(features.find(Feature.PERCENT_B)),
        order.snapshot().volume(),
        orNull(features.find(Feature.ATR)),
        trade.position().stream().label(),
        order.score(),
        order.crossMoat(),
        order.collision() ? 1 : 0,
        entry.quantity().doubleValue(),
        trade.fees().doubleValue(),
        concession(entry) + concession(exit));
  }

  static Row idea(String session, IdeaRecord idea) {
    return Row.of(
        Sql.IDEA,
        session,
        idea.ideaId(),
        idea.stream().label(),
        idea.agent(),
        idea.pair().name(),
        idea.side().name(),
        idea.time(),
        idea.grade().name(),
        idea.score(),
        idea.patternId(),
        idea.reason(),
        idea.fate(),
        idea.restatements(),
        idea.collision(),
        idea.partner(),
        idea.partnerGapMillis());
  }

  static Row collision(String session, CollisionRecord collision) {
    double gap = Math.abs(collision.baselineTime() - collision.mycelialTime());
    return Row.of(
        Sql.COLLISION,
        session,
        collision.pair().name(),
        collision.side().name(),
        collision.baselineIdea(),
        collision.mycelialIdea(),
        collision.baselineTime(),
        collision.mycelialTime(),
        Math.round(gap * 1000),
        collision.result());
  }

  static Row equity(String session, EquityPoint point) {
    return Row.of(
        Sql.EQUITY,
        session,
        point.time(),
        point.equity().get(SignalSource.BASELINE),
        point.equity().get(SignalSource.MYCELIAL),
        point.equity().get(SignalSource.SYNTHESIZED),
        point.equity().get(SignalSource.ACCOUNT));
  }

  /** What a fill gave away against the middle of bid and ask, in percent of it. */
  private static double concession(Fill fill) {
    return percent(fill.price().subtract(fill.mid()).abs(), fill.mid());
  }

  private static double percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64).doubleValue();
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
