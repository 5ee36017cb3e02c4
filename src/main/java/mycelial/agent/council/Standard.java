package mycelial.agent.council;

import mycelial.message.PatternCandidate;

/**
 * What a vote on a pair has to be worth: a share of the best that was heard lately, in whichever
 * direction. Where good rules are known, poor ones that fire at many other moments too are not
 * listened to; where there are only poor ones, they are all there is. The best is forgotten by half
 * in a day.
 */
final class Standard {
  private static final double SHARE = 0.8;
  private static final double HALF_LIFE = 86_400;

  private double best;
  private long since;

  /** Whether a vote counts; it may set a new standard. */
  boolean admits(PatternCandidate vote) {
    double left = best * StrictMath.pow(0.5, (vote.barEnd() - since) / HALF_LIFE);
    if (vote.score() >= left) {
      best = vote.score();
      since = vote.barEnd();
      return true;
    }
    return vote.score() >= SHARE * left;
  }
}
