package mycelial.report;

import java.util.List;

/**
 * A way of choosing among ideas.
 *
 * @param name for people
 * @param trades what it lets through, in the order of time
 */
public record Gate(String name, List<GatedTrade> trades) {
  /** Copies the list. */
  public Gate {
    trades = List.copyOf(trades);
  }

  /** How many trades it lets through; the expected number where chance chooses. */
  public double count() {
    return trades.stream().mapToDouble(GatedTrade::weight).sum();
  }

  /** Mean net return of its trades, percent; NaN when there is none. */
  double meanReturn() {
    double sum = trades.stream().mapToDouble(each -> each.weight() * each.returnPercent()).sum();
    return sum / count();
  }

  /** Sum of profit and loss, quote currency. */
  double pnl() {
    return trades.stream().mapToDouble(each -> each.weight() * each.pnl()).sum();
  }
}
