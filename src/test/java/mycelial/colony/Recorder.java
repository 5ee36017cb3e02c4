package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.PatternArchive;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.PriceBucket;
import mycelial.ledger.TradeStore;
import mycelial.market.SignalSource;

/** Keeps in memory, in order, what a colony hands to its stores. Used by one thread. */
class Recorder implements TradeStore, PatternArchive {
  final List<Object> events = new ArrayList<>();
  final List<ClosedTrade> outcomes = new ArrayList<>();
  final List<PriceBucket> prices = new ArrayList<>();

  private <T> List<T> only(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<Position> opened() {
    return only(Position.class);
  }

  List<Position> opened(SignalSource stream) {
    return opened().stream().filter(position -> position.stream() == stream).toList();
  }

  List<ClosedTrade> closed() {
    return only(ClosedTrade.class);
  }

  List<IdeaRecord> ideas() {
    return only(IdeaRecord.class);
  }

  List<IdeaRecord> ideas(SignalSource stream) {
    return ideas().stream().filter(idea -> idea.stream() == stream).toList();
  }

  List<CollisionRecord> collisions() {
    return only(CollisionRecord.class);
  }

  List<EquityPoint> equities() {
    return only(EquityPoint.class);
  }

  /**
   * Everything that was stored before a trade was closed or the ledgers were marked to market at or
   * after an instant, that is, everything that the colony decided on what became known before it.
   */
  List<Object> before(long instant) {
    List<Object> before = new ArrayList<>();
    for (Object event : events) {
      if (event instanceof EquityPoint point && point.time() >= instant) {
        break;
      }
      if (event instanceof ClosedTrade closed && closed.exit().time() >= instant) {
        break; // by a quote or bar of that very instant
      }
      before.add(event);
    }
    return before;
  }

  @Override
  public void opened(Position position) {
    events.add(position);
  }

  @Override
  public void closed(ClosedTrade trade) {
    events.add(trade);
  }

  @Override
  public void idea(IdeaRecord idea) {
    events.add(idea);
  }

  @Override
  public void collision(CollisionRecord collision) {
    events.add(collision);
  }

  @Override
  public void equity(EquityPoint point) {
    events.add(point);
  }

  @Override
  public void outcome(ClosedTrade alone) {
    outcomes.add(alone);
  }

  @Override
  public void prices(List<PriceBucket> buckets) {
    prices.addAll(buckets);
  }

  @Override
  public void archive(ArchivedPattern pattern) {
    events.add(pattern);
  }
}
