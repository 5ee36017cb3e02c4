package mycelial.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the two streams agree. An idea is known by its origin; all its statements count.
 *
 * <ul>
 *   <li><b>Collision</b>: statements of both streams for one pair and direction at most the window
 *       apart (boundary included). An idea collides once: a pair of ideas where either has collided
 *       does not collide again. Of several partners the one nearest in time is taken, of equally
 *       near ones the idea first heard of.
 *   <li><b>Conflict</b>: opposite directions at most the window apart; counted once a pair of
 *       ideas, whatever else becomes of them.
 *   <li><b>Near miss</b>: the same direction, more than the window and at most the near-miss window
 *       apart; counted once a pair of ideas, when the first of the two is over, and only if neither
 *       has collided by then: a later restatement may still bring them together.
 *   <li><b>Expiry</b>: an idea is over when it has not been stated for longer than the idle time,
 *       counted from when it may no longer pause. One that has not collided is reported with its
 *       fate. Said again after that it is a new idea.
 * </ul>
 *
 * <p>Pure; used by one thread. Statements may come slightly out of order, but {@link #expire} must
 * be told a time up to which all have been offered. Memory is bounded by the ideas stated within
 * the idle time, or that may pause, and their statements of the near-miss window.
 */
public final class CollisionDetector {
  private final long windowMillis;
  private final long nearMissMillis;
  private final long idleMillis;
  private final Map<Pair, Map<TrackedIdea.Key, TrackedIdea>> ideas = new TreeMap<>();
  private long nextSweep = Long.MIN_VALUE;
  private long matched;
  private long conflicts;
  private long nearMisses;
  private long expired;

  /**
   * @param windowMillis largest distance of a collision
   * @param nearMissMillis largest distance of a near miss
   * @param idleMillis silence after which an idea is over; longer than the time between two
   *     restatements, or an idea that goes on is taken for a new one
   * @throws IllegalArgumentException when they do not ascend from 0
   */
  public CollisionDetector(long windowMillis, long nearMissMillis, long idleMillis) {
    if (windowMillis < 0 || nearMissMillis < windowMillis || idleMillis < nearMissMillis) {
      throw new IllegalArgumentException(
          String.format(
              "window %d, near miss %d and idle time %d ms do not ascend",
              windowMillis, nearMissMillis, idleMillis));
    }
    this.windowMillis = windowMillis;
    this.nearMissMillis = nearMissMillis;
    this.idleMillis = idleMillis;
  }

  /** Takes in a statement and says what it has met. A collision outweighs a conflict. */
  public Encounter offer(Statement statement) {
    Map<TrackedIdea.Key, TrackedIdea> ofPair =
        ideas.computeIfAbsent(statement.pair(), pair -> new LinkedHashMap<>());
    TrackedIdea idea =
        ofPair.computeIfAbsent(TrackedIdea.Key.of(statement), key -> new TrackedIdea(statement));
    idea.state(statement);
    Meeting match = null;
    Meeting conflict = null;
    for (TrackedIdea other : ofPair.values()) {
      if (other.stream() == idea.stream()) {
        continue;
      }
      Statement partner = other.nearest(statement.millis());
      if (partner == null) {
        continue;
      }
      Meeting meeting = new Meeting(other, partner, gap(partner, statement));
      if (other.side() == idea.side()) {
        match = agree(idea, meeting) ? meeting.orNearer(match) : match;
      } else {
        conflict = contradict(idea, meeting) ? meeting.orNearer(conflict) : conflict;
      }
    }
    if (match != null) {
      idea.collideWith(match.other);
      matched++;
      return new Encounter.Match(match.partner);
    }
    return conflict == null ? new Encounter.None() : new Encounter.Conflict(conflict.partner);
  }

  /** Notes that two ideas say the same and tells whether they may collide. */
  private boolean agree(TrackedIdea idea, Meeting meeting) {
    if (meeting.gap > nearMissMillis) {
      return false;
    }
    idea.noteAgreement(meeting.other, meeting.gap);
    return meeting.gap <= windowMillis && !idea.hasCollided() && !meeting.other.hasCollided();
  }

  /** Notes that two ideas contradict each other and tells whether that is new. */
  private boolean contradict(TrackedIdea idea, Meeting meeting) {
    if (meeting.gap > windowMillis) {
      return false;
    }
    boolean isNew = idea.noteConflict(meeting.other, meeting.gap);
    conflicts += isNew ? 1 : 0;
    return isNew;
  }

  /**
   * Ends the ideas that are over.
   *
   * @param nowMillis a time up to which all statements have been offered; {@link Long#MAX_VALUE}
   *     ends all at the end of a session
   * @return those that did not collide, by pair, then in the order in which they were first heard
   */
  public List<ExpiredIdea> expire(long nowMillis) {
    if (nowMillis < nextSweep) {
      return List.of();
    }
    List<ExpiredIdea> over = new ArrayList<>();
    long earliest = Long.MAX_VALUE;
    for (Map<TrackedIdea.Key, TrackedIdea> ofPair : ideas.values()) {
      Iterator<TrackedIdea> each = ofPair.values().iterator();
      while (each.hasNext()) {
        TrackedIdea idea = each.next();
        if (nowMillis - idea.livesUntil() > idleMillis) {
          each.remove();
          end(idea, over);
        } else {
          idea.forgetBefore(nowMillis - nearMissMillis);
          earliest = Math.min(earliest, idea.livesUntil() + idleMillis + 1);
        }
      }
    }
    // An idea first heard after this ends later than this, so the next sweep may wait for it.
    nextSweep = Math.min(earliest, Math.max(nowMillis, nowMillis + nearMissMillis));
    return over;
  }

  private void end(TrackedIdea idea, List<ExpiredIdea> over) {
    nearMisses += idea.end();
    if (!idea.hasCollided()) {
      expired++;
      over.add(idea.expired());
    }
  }

  /** Collisions so far. */
  public long matched() {
    return matched;
  }

  /** Pairs of ideas that contradicted each other. */
  public long conflicts() {
    return conflicts;
  }

  /** Pairs of ideas that agreed, but not in time. */
  public long nearMisses() {
    return nearMisses;
  }

  /** Ideas that were over without a collision, whatever their fate. */
  public long expired() {
    return expired;
  }

  /** Ideas remembered at the moment. */
  int remembered() {
    return ideas.values().stream().mapToInt(Map::size).sum();
  }

  private static long gap(Statement one, Statement other) {
    return Math.abs(one.millis() - other.millis());
  }

  private record Meeting(TrackedIdea other, Statement partner, long gap) {
    Meeting orNearer(@Nullable Meeting best) {
      return best == null || gap < best.gap ? this : best;
    }
  }
}
