package mycelial.learning;

/** The outcomes of a rule on a history: all, those not fitted, and those of each fold. */
final class OutcomeTally {
  /** Folds of equal length that a history is cut into. */
  static final int FOLDS = 4;

  private final int bars;
  private final int embargo;
  private final double fittedFrom;
  private final double birth;
  private final int[] foldCounts = new int[FOLDS];
  private final double[] foldSums = new double[FOLDS];
  private int count;
  private double sum;
  private int unfitted;
  private double unfittedSum;

  /**
   * @param bars length of the history
   * @param embargo the longest that a trade lasts, bars: entries that soon after a fold's beginning
   *     belong to no fold, so that no two folds share a bar
   * @param birth entries from this time on were made after the rule was, seconds since the epoch
   * @param fittedFrom entries up to this time ended before the rule was fitted, seconds since the
   *     epoch
   */
  OutcomeTally(int bars, int embargo, double fittedFrom, double birth) {
    this.bars = bars;
    this.embargo = embargo;
    this.fittedFrom = fittedFrom;
    this.birth = birth;
  }

  /**
   * Takes in the outcome of a trade entered after a bar.
   *
   * @param place of that bar in the history, from 0
   * @param time end of that bar, seconds since the epoch
   */
  void add(int place, long time, double netReturn) {
    count++;
    sum += netReturn;
    if (time <= fittedFrom || time >= birth) {
      unfitted++;
      unfittedSum += netReturn;
    }
    int fold = (int) ((long) place * FOLDS / bars);
    int begin = (int) (((long) fold * bars + FOLDS - 1) / FOLDS);
    if (fold == 0 || place - begin >= embargo) {
      foldCounts[fold]++;
      foldSums[fold] += netReturn;
    }
  }

  int count() {
    return count;
  }

  /** Mean outcome; 0 without any. */
  double mean() {
    return count == 0 ? 0 : sum / count;
  }

  int unfitted() {
    return unfitted;
  }

  double unfittedMean() {
    return unfitted == 0 ? 0 : unfittedSum / unfitted;
  }

  /** Folds that have outcomes. */
  int folds() {
    int folds = 0;
    for (int outcomes : foldCounts) {
      folds += outcomes > 0 ? 1 : 0;
    }
    return folds;
  }

  /** Folds whose outcomes have a mean above zero. */
  int positiveFolds() {
    int positive = 0;
    for (double total : foldSums) {
      positive += total > 0 ? 1 : 0;
    }
    return positive;
  }
}
