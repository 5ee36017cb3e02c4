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
    int[] from = firstFrom(firings, history);
    int draws = Math.min(permutations, shifts.length);
    int tried = 0;
    int asGood = 0;
    for (int i = 0; i < draws; i++) {
      int pick = i + random.nextInt(shifts.length - i);
      int shift = shifts[pick];
      shifts[pick] = shifts[i];
      double shifted = shiftedMean(firings, from, trades, history, shift);
      tried += Double.isNaN(shifted) ? 0 : 1;
      asGood += shifted >= mean ? 1 : 0;
      if (1 + asGood > maximumP * (1 + draws)) {
        break;
      }
    }
    return (1.0 + asGood) / (1 + tried);
  }

  /** For each bar of the history, counted from its first, the first firing at it or after it. */
  private static int[] firstFrom(int[] firings, PairHistory history) {
    int[] from = new int[history.bars() + 1];
    int firing = firings.length;
    for (int bar = history.bars(); bar >= 0; bar--) {
      while (firing > 0 && firings[firing - 1] >= history.first() + bar) {
        firing--;
      }
      from[bar] = firing;
    }
    return from;
  }

  /**
   * Mean outcome of the shifted firings, NaN without any. While a trade is open firings count for
   * nothing, so they are passed over at once.
   *
   * @param from {@link #firstFrom} of the firings
   */
  private static double shiftedMean(
      int[] firings, int[] from, TradeTable trades, PairHistory history, int shift) {
    int bars = history.bars();
    int wrapped = from[bars - shift];
    int free = history.first();
    int count = 0;
    double sum = 0;
    for (int part = 0; part < 2; part++) {
      // What the shift takes over the end comes first, then the rest.
      int moved = part == 0 ? shift - bars : shift;
      int begin = part == 0 ? wrapped : 0;
      int end = part == 0 ? firings.length : wrapped;
      int i = Math.max(begin, from[offset(free - moved - history.first(), bars)]);
      while (i < end) {
        int entry = firings[i] + moved;
        int exit = trades.exit(entry);
        if (exit == TradeTable.UNFINISHED) {
          return count == 0 ? Double.NaN : sum / count;
        }
        if (exit == TradeTable.IMPOSSIBLE) {
          i++;
        } else {
          sum += trades.netReturn(entry);
          count++;
          free = exit;
          i = Math.max(i + 1, from[offset(free - moved - history.first(), bars)]);
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static int offset(int bar, int bars) {
    return Math.clamp(bar, 0, bars);
  }
}
