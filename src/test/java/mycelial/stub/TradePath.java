package mycelial.stub;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Bar;

/**
 * The trades inside a bar: they begin at its open, touch its high and its low, end at its close and
 * add up to its volume. The same bar has the same trades whenever they are asked for.
 */
final class TradePath {
  private static final int PER_MINUTE = 5;
  private static final double NANOS = 1e9;

  private final List<StubTrade> trades = new ArrayList<>();

  /** The path of a bar of a pair; {@code number} counts the bars, for the ids of trades. */
  TradePath(StubPair pair, Bar bar, long seed, long number) {
    Draw draw = Draw.of(seed, pair.id(), bar.start());
    int count = PER_MINUTE * bar.interval().minutes() + draw.below(3);
    long[] ticks = prices(pair, bar, count, draw);
    long total = Math.max(count, Math.round(bar.volume() * 1e8));
    double slot = bar.interval().seconds() / (double) count;
    long left = total - count;
    for (int i = 0; i < count; i++) {
      double offset = slot * (i + 0.1 + 0.8 * draw.uniform());
      long share = i == count - 1 ? left : (long) (2 * draw.uniform() * left / (count - i));
      left -= share;
      long micros = (long) (offset * 1e6);
      long nanos = bar.start() * (long) NANOS + micros * 1000;
      boolean buy = i == 0 ? draw.uniform() < 0.5 : ticks[i] >= ticks[i - 1];
      trades.add(new StubTrade(nanos, ticks[i], 1 + share, buy, number * 10_000 + i + 1));
    }
  }

  private static long[] prices(StubPair pair, Bar bar, int count, Draw draw) {
    long high = pair.ticks(bar.high());
    long low = pair.ticks(bar.low());
    boolean highFirst = draw.uniform() < 0.5;
    int first = 1 + draw.below(count - 3);
    int second = first + 1 + draw.below(count - 2 - first);
    int[] at = {0, first, second, count - 1};
    long[] anchor = {
      pair.ticks(bar.open()),
      highFirst ? high : low,
      highFirst ? low : high,
      pair.ticks(bar.close())
    };
    long[] prices = new long[count];
    for (int leg = 0; leg < 3; leg++) {
      for (int i = at[leg]; i <= at[leg + 1]; i++) {
        double share = (i - at[leg]) / (double) (at[leg + 1] - at[leg]);
        prices[i] = Math.round(anchor[leg] + share * (anchor[leg + 1] - anchor[leg]));
      }
    }
    return prices;
  }

  /** All of them, in time order. */
  List<StubTrade> trades() {
    return trades;
  }

  /**
   * The middle of bid and ask at an instant of the bar, in ticks: the open before the first trade,
   * then a straight line from trade to trade.
   */
  double mid(double time) {
    double nanos = time * NANOS;
    StubTrade before = trades.getFirst();
    for (StubTrade trade : trades) {
      if (trade.nanos() > nanos) {
        double span = trade.nanos() - before.nanos();
        double share = span == 0 ? 0 : Math.max(0, nanos - before.nanos()) / span;
        return before.ticks() + share * (trade.ticks() - before.ticks());
      }
      before = trade;
    }
    return before.ticks();
  }
}
