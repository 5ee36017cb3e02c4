package mycelial.colony;

import java.math.BigDecimal;
import java.util.List;
import mycelial.feed.ScaledClock;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.PriceBucket;
import mycelial.ledger.TradeStore;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/**
 * Shows each order of the account that is new to somebody who checks it, and passes everything on
 * to the store behind. What a resumed session does again is shown to nobody.
 *
 * @param store the store behind
 * @param clock the exchange's time
 * @param checker is shown the orders; does not wait
 */
public record PaperOrders(TradeStore store, ScaledClock clock, Checker checker)
    implements TradeStore {
  private static final double NEW_SECONDS = 60;

  /** Checks orders; called by the thread that owns the model, which it does not hold up. */
  @FunctionalInterface
  public interface Checker {
    /** An order at the market. */
    void check(Pair pair, Side side, BigDecimal quantity);
  }

  @Override
  public void opened(Position position) {
    store.opened(position);
    show(position, position.order().side(), position.entry().time());
  }

  @Override
  public void closed(ClosedTrade trade) {
    store.closed(trade);
    Position position = trade.position();
    show(position, position.order().side().opposite(), trade.exit().time());
  }

  private void show(Position position, Side side, double time) {
    if (position.stream() == SignalSource.ACCOUNT && clock.seconds() - time < NEW_SECONDS) {
      checker.check(position.order().pair(), side, position.entry().quantity());
    }
  }

  @Override
  public void idea(IdeaRecord idea) {
    store.idea(idea);
  }

  @Override
  public void collision(CollisionRecord collision) {
    store.collision(collision);
  }

  @Override
  public void outcome(ClosedTrade alone) {
    store.outcome(alone);
  }

  @Override
  public void prices(List<PriceBucket> buckets) {
    store.prices(buckets);
  }

  @Override
  public void equity(EquityPoint point) {
    store.equity(point);
  }
}
