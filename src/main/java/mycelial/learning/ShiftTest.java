package mycelial.learning;

import java.util.random.RandomGenerator;

/**
 * Whether the bars on which a rule fires earn more than others: the pattern of firings is shifted
 * against the bars, around the end, by whole blocks, which leaves the clustering of both as it is
 * (a block permutation). A block is no shorter than the rule's horizon, so no shifted trade is the
 * original one over again. Shifts are drawn without replacement. Drawing stops when so many have
 * done as well that the rule cannot pass any more (J. Besag and P. Clifford, "Sequential Monte
 * Carlo p-values", Biometrika 78, 1991). Used by one thread.
 */
final class ShiftTest {
  private final RandomGenerator random;
  private final int permutations;
  private final double maximumP;

  ShiftTest(RandomGenerator random, int permutations, double maximumP) {
    this.random = random;
    this.permutations = permutations;
    this.maximumP = maximumP;
  }

  /** The fewest blocks of a history on which a p-value can be small enough. */
  int blocksNeeded() {
    return (int) StrictMath.ceil(1 / maximumP);
  }

  /**
   * The p-value of a mean outcome: (1 + shifts that did as well) / (1 + shifts with any outcome),
   * of those drawn. Where drawing was stopped this is above the largest that passes.
   *
   * @param firings indexes of bars of the history, ascending
   * @param block bars of a block
   */
  double pValue(int[] firings, TradeTable trades, PairHistory history, double mean, int block) {
    int[] shifts = new int[history.bars() / block - 1];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = (i + 1) * block;
    }
    int draws = Math.min(permutations, shifts.length);
    int tried = 0;
    int asGood = 0;
    for (int i = 0; i < draws; i++) {
      int pick = i + random.nextInt(shifts.length - i);
      int shift = shifts[pick];
      shifts[pick] = shifts[i];
      double shifted = shiftedMean(firings, trades, history, shift);
      tried += Double.isNaN(shifted) ? 0 : 1;
      asGood += shifted >= mean ? 1 : 0;
      if (1 + asGood > maximumP * (1 + draws)) {
        break;
      }
    }
    return (1.0 + asGood) / (1 + tried);
  }

  /** Mean outcome of the shifted firings, NaN without any. */
  private static double shiftedMean(
      int[] firings, TradeTable trades, PairHistory history, int shift) {
    int bars = history.bars();
    int wrapped = firings.length;
    while (wrapped > 0 && firings[wrapped - 1] + shift >= history.size()) {
      wrapped--;
    }
    int free = 0;
    int count = 0;
    double sum = 0;
    for (int i = 0; i < firings.length; i++) {
      int at = wrapped + i;
      int entry =
          at < firings.length ? firings[at] + shift - bars : firings[at - firings.length] + shift;
      int exit = entry < free ? TradeTable.IMPOSSIBLE : trades.exit(entry);
      if (exit == TradeTable.UNFINISHED) {
        break;
      }
      if (exit != TradeTable.IMPOSSIBLE) {
        sum += trades.netReturn(entry);
        count++;
        free = exit;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
