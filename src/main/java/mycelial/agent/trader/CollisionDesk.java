package mycelial.agent.trader;

import mycelial.ledger.CollisionDetector;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.Encounter;
import mycelial.ledger.Statement;
import mycelial.ledger.TradeStore;
import mycelial.market.SignalSource;
import mycelial.message.Envelope;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/** Offers statements to the collision detector and keeps what comes of them. */
final class CollisionDesk {
  /**
   * Two ideas that agree.
   *
   * @param baseline the statement of the baseline
   * @param mycelial the statement of the swarm, whose idea's horizon and style count
   */
  record Match(Statement baseline, Statement mycelial) {}

  private final CollisionDetector detector;

  CollisionDesk(CollisionDetector detector) {
    this.detector = detector;
  }

  @Nullable Match offer(Envelope envelope, TradeIdea idea) {
    Statement statement =
        new Statement(
            idea.ideaId(),
            idea.origin(),
            idea.stream(),
            idea.pair(),
            idea.side(),
            envelope.millis(),
            IdeaBook.livesUntil(envelope, idea));
    if (!(detector.offer(statement) instanceof Encounter.Match(Statement partner))) {
      return null;
    }
    return statement.stream() == SignalSource.BASELINE
        ? new Match(statement, partner)
        : new Match(partner, statement);
  }

  static void keep(Match match, Fate result, TradeStore store) {
    store.collision(
        new CollisionRecord(
            match.baseline().pair(),
            match.baseline().side(),
            match.baseline().origin(),
            match.mycelial().origin(),
            match.baseline().millis() / 1000.0,
            match.mycelial().millis() / 1000.0,
            result.name()));
  }

  /** Lets ideas expire that are over without a partner. */
  void expire(long nowMillis, IdeaBook ideas) {
    detector.expire(nowMillis).forEach(ideas::missed);
  }

  CollisionCounts counts() {
    return new CollisionCounts(
        detector.matched(), detector.conflicts(), detector.nearMisses(), detector.expired());
  }
}
