package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.List;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.TradeStore;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mycelial stream's ideas and closed trades in memory, and tells another store of all
 * that happens. Used by the playing thread.
 */
final class Recording implements TradeStore {
  private final List<IdeaRecord> ideas = new ArrayList<>();
  private final List<ClosedTrade> trades = new ArrayList<>();
  private final @Nullable TradeStore further;

  Recording(@Nullable TradeStore further) {
    this.further = further;
  }

  /** The ideas, by the time at which they were over. */
  List<IdeaRecord> ideas() {
    return ideas;
  }

  /** The trades, by their exits. */
  List<ClosedTrade> trades() {
    return trades;
  }

  @Override
  public void opened(Position position) {
    if (further != null) {
      further.opened(position);
    }
  }

  @Override
  public void closed(ClosedTrade trade) {
    if (trade.position().stream() == SignalSource.MYCELIAL) {
      trades.add(trade);
    }
    if (further != null) {
      further.closed(trade);
    }
  }

  @Override
  public void idea(IdeaRecord idea) {
    if (idea.stream() == SignalSource.MYCELIAL) {
      ideas.add(idea);
    }
    if (further != null) {
      further.idea(idea);
    }
  }

  @Override
  public void collision(CollisionRecord collision) {} // nobody asks for them here

  @Override
  public void equity(EquityPoint point) {} // nor for them
}
