package mycelial.ledger;

import java.util.List;

/**
 * Where what the ledgers do is kept. Calls come from the thread that owns the model, in schedule
 * order, and may block for a moment when the store falls behind; a store that cannot write throws
 * {@link StoreException} on the next call.
 */
public interface TradeStore {
  /** A position has been opened. */
  void opened(Position position);

  /**
   * A position has been closed; its trade id is unique, so a second call for the same trade changes
   * nothing.
   */
  void closed(ClosedTrade trade);

  /** An idea is final: it was traded, refused or has expired. */
  void idea(IdeaRecord idea);

  /** Two streams have agreed. */
  void collision(CollisionRecord collision);

  /** The ledgers have been marked to market. */
  void equity(EquityPoint point);

  /**
   * What an idea or a collision brought that was traded alone; for the report, nothing is decided
   * on it. A store that keeps none may ignore it.
   */
  default void outcome(ClosedTrade alone) {}

  /** Prices of some pairs, for the report. A store that keeps none may ignore them. */
  default void prices(List<PriceBucket> buckets) {}

  /** What was to be kept could not be; trading must stop. */
  final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says in one sentence what failed and where. */
    public StoreException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
