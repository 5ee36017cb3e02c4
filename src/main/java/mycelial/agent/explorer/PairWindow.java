package mycelial.agent.explorer;

import java.util.Arrays;
import mycelial.market.Bar;

/**
 * What an explorer has seen of one pair within its look-back: sums in twelve slots of equally many
 * bars, the oldest of which makes room for the next. Memory does not depend on the look-back, and a
 * bar costs a few additions.
 */
final class PairWindow {
  static final int SLOTS = 12;

  /** The newest quarter is what is meant by recently. */
  private static final int RECENT_SLOTS = SLOTS / 4;

  private final int lookBack;
  private final int slotBars;
  private final double[] turnover = new double[SLOTS];
  private final double[] squares = new double[SLOTS];
  private final double[] moves = new double[SLOTS];
  private final double[] priceBefore = new double[SLOTS];
  private final int[] bars = new int[SLOTS];
  private final int[] quiet = new int[SLOTS];
  private int newest;
  private long seen;
  private double lastClose;
  private long barEnd;

  /** A window over that many bars. */
  PairWindow(int lookBack) {
    this.lookBack = lookBack;
    this.slotBars = Math.ceilDiv(lookBack, SLOTS);
  }

  /** Takes in a closed bar; after a gap the pair is looked at as if for the first time. */
  void add(Bar bar, boolean gap) {
    if (gap || seen == 0) {
      restart(bar.open());
    }
    if (bars[newest] == slotBars) {
      newest = (newest + 1) % SLOTS;
      begin(newest);
    }
    double change = bar.close() / lastClose - 1;
    turnover[newest] += bar.close() * bar.volume();
    squares[newest] += change * change;
    moves[newest] += Math.abs(change);
    bars[newest]++;
    quiet[newest] += bar.isQuiet() ? 1 : 0;
    lastClose = bar.close();
    barEnd = bar.end();
    seen++;
  }

  private void restart(double price) {
    seen = 0;
    Arrays.fill(bars, 0);
    lastClose = price;
    begin(newest);
  }

  private void begin(int slot) {
    turnover[slot] = 0;
    squares[slot] = 0;
    moves[slot] = 0;
    priceBefore[slot] = lastClose;
    bars[slot] = 0;
    quiet[slot] = 0;
  }

  /** End of the newest bar, seconds since the epoch; 0 before the first. */
  long barEnd() {
    return barEnd;
  }

  /** How much of the look-back has been seen, 0 to 1. */
  double fullness() {
    return Math.min(1, (double) seen / lookBack);
  }

  /** What the window amounts to; only after a bar. */
  Standing standing() {
    double price = lastClose;
    Sums recent = new Sums();
    Sums all = new Sums();
    for (int age = 0; age < SLOTS; age++) {
      int slot = (newest - age + SLOTS) % SLOTS;
      if (bars[slot] == 0) {
        break;
      }
      price = priceBefore[slot];
      add(all, slot);
      if (age < RECENT_SLOTS) {
        add(recent, slot);
      }
    }
    double variance = all.squares / all.bars;
    return new Standing(
        all.turnover / all.bars,
        ratio(recent.turnover / recent.bars, all.turnover / all.bars),
        StrictMath.sqrt(variance),
        ratio(StrictMath.sqrt(recent.squares / recent.bars), StrictMath.sqrt(variance)),
        all.turnover > 0 ? all.moves / all.turnover : Double.POSITIVE_INFINITY,
        (double) all.quiet / all.bars,
        ratio(lastClose / price - 1, StrictMath.sqrt(all.squares)));
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }

  private static final class Sums {
    private double turnover;
    private double squares;
    private double moves;
    private int bars;
    private int quiet;
  }

  private void add(Sums sums, int slot) {
    sums.turnover += turnover[slot];
    sums.squares += squares[slot];
    sums.moves += moves[slot];
    sums.bars += bars[slot];
    sums.quiet += quiet[slot];
  }
}
