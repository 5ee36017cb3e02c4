package mycelial.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mycelial.ledger.ExpiredIdea.Fate;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/** An idea with its statements of late and the ideas of the other stream that it has met. */
final class TrackedIdea {
  private final Statement first;
  private final List<Statement> statements = new ArrayList<>();
  private final Set<TrackedIdea> contradicted = new LinkedHashSet<>();
  private final Set<TrackedIdea> nearlyMet = new LinkedHashSet<>();
  private long livesUntil;
  private final Nearest agreement = new Nearest();
  private final Nearest conflict = new Nearest();
  private boolean collided;
  private boolean nearMissCounted;

  TrackedIdea(Statement first) {
    this.first = first;
    livesUntil = first.millis();
  }

  SignalSource stream() {
    return first.stream();
  }

  Side side() {
    return first.side();
  }

  /** Silence counts from then on: its last statement, or later where it may pause. */
  long livesUntil() {
    return livesUntil;
  }

  boolean hasCollided() {
    return collided;
  }

  void state(Statement statement) {
    statements.add(statement);
    long until = Math.max(statement.millis(), statement.untilMillis());
    livesUntil = Math.max(livesUntil, until);
  }

  /** The remembered statement nearest in time, the earlier offered of two. */
  @Nullable Statement nearest(long millis) {
    Statement best = null;
    for (Statement statement : statements) {
      if (best == null
          || Math.abs(statement.millis() - millis) < Math.abs(best.millis() - millis)) {
        best = statement;
      }
    }
    return best;
  }

  void forgetBefore(long millis) {
    statements.removeIf(statement -> statement.millis() < millis);
  }

  void noteAgreement(TrackedIdea other, long gap) {
    agreement.note(other, gap);
    other.agreement.note(this, gap);
    if (!collided && !other.collided) {
      nearlyMet.add(other);
      other.nearlyMet.add(this);
    }
  }

  boolean noteConflict(TrackedIdea other, long gap) {
    conflict.note(other, gap);
    other.conflict.note(this, gap);
    other.contradicted.add(this);
    return contradicted.add(other);
  }

  void collideWith(TrackedIdea other) {
    collide();
    other.collide();
  }

  private void collide() {
    collided = true;
    nearlyMet.forEach(other -> other.nearlyMet.remove(this));
    nearlyMet.clear();
  }

  /**
   * Takes leave of the ideas it has met, so that none of them keeps it in memory.
   *
   * @return the near misses that are thereby final
   */
  int end() {
    int missed = nearlyMet.size();
    nearMissCounted |= missed > 0;
    for (TrackedIdea other : nearlyMet) {
      other.nearlyMet.remove(this);
      other.nearMissCounted = true;
    }
    nearlyMet.clear();
    contradicted.forEach(other -> other.contradicted.remove(this));
    contradicted.clear();
    return missed;
  }

  /** Its fate when it has ended without a collision. */
  ExpiredIdea expired() {
    Fate fate = nearMissCounted ? Fate.NEAR_MISS : Fate.EXPIRED;
    Nearest nearest = agreement;
    if (conflict.origin != null) {
      fate = Fate.CONFLICT;
      nearest = conflict;
    }
    return new ExpiredIdea(
        first.origin(),
        first.stream(),
        first.pair(),
        first.side(),
        fate,
        nearest.origin == null ? ExpiredIdea.NO_GAP : nearest.gap,
        nearest.origin);
  }

  /** The idea of the other stream that came nearest, the one met first of several. */
  private static final class Nearest {
    private long gap = Long.MAX_VALUE;
    private @Nullable String origin;

    private void note(TrackedIdea other, long distance) {
      if (distance < gap) {
        gap = distance;
        origin = other.first.origin();
      }
    }
  }

  /** What makes an idea the same idea. */
  record Key(SignalSource stream, Pair pair, Side side, String origin) {
    static Key of(Statement statement) {
      return new Key(statement.stream(), statement.pair(), statement.side(), statement.origin());
    }
  }
}
