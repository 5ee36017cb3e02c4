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

/** Keeps the mycelial stream's ideas and closed trades in memory. Used by the playing thread. */
final class Recording implements TradeStore {
  private final List<IdeaRecord> ideas = new ArrayList<>();
  private final List<ClosedTrade> trades = new ArrayList<>();

  /** The ideas, by the time at which they were over. */
  List<IdeaRecord> ideas() {
    return ideas;
  }

  /** The trades, by their exits. */
  List<ClosedTrade> trades() {
    return trades;
  }

  @Override
  public void opened(Position position) {}

  @Override
  public void closed(ClosedTrade trade) {
    if (trade.position().stream() == SignalSource.MYCELIAL) {
      trades.add(trade);
    }
  }

  @Override
  public void idea(IdeaRecord idea) {
    if (idea.stream() == SignalSource.MYCELIAL) {
      ideas.add(idea);
    }
  }

  @Override
  public void collision(CollisionRecord collision) {}

  @Override
  public void equity(EquityPoint point) {}
}
