package mycelial.learning;

/**
 * What a vote on a pair has to be worth: a share of the best that was heard lately, in whichever
 * direction. Where good rules are known, poor ones that fire at many other moments too are not
 * listened to; where there are only poor ones, they are all there is. The best is forgotten by half
 * in a day. Who has heard less of the votes has a standard that is lower or the same. Used by one
 * thread.
 */
public final class Standard {
  private static final double SHARE = 0.8;
  private static final double HALF_LIFE = 86_400;

  private double best;
  private long since;

  /**
   * Whether a vote counts; it may set a new standard.
   *
   * @param score its value, 0 to 100
   * @param barEnd end of the bar that it is about, seconds since the epoch
   */
  public boolean admits(double score, long barEnd) {
    double left = left(barEnd);
    if (score >= left) {
      best = score;
      since = barEnd;
      return true;
    }
    return score >= SHARE * left;
  }

  /** Whether a vote would count; the standard stays what it is. */
  public boolean wouldAdmit(double score, long barEnd) {
    return score >= SHARE * left(barEnd);
  }

  private double left(long barEnd) {
    return best * StrictMath.pow(0.5, (barEnd - since) / HALF_LIFE);
  }
}
