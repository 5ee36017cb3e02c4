package mycelial.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mycelial.market.SignalSource;
import mycelial.memory.Recollection.Verdict;
import mycelial.memory.TradeHistory.PastTrade;

/**
 * Whether memory would have been right: each past trade is judged by what had been closed when it
 * was entered, and never by anything later. If memory is worth having, the trades that it would
 * have refused did worse than those that it would have kept.
 */
public final class Hindsight {
  private Hindsight() {}

  /**
   * What became of the trades of one verdict.
   *
   * @param trades how many
   * @param failures how many of them lost
   * @param totalReturn what they returned together, fractions net of costs added up
   */
  public record Group(int trades, int failures, double totalReturn) {
    private static final Group NONE = new Group(0, 0, 0);

    private Group with(TradeRecord trade) {
      return new Group(
          trades + 1, failures + (trade.isFailure() ? 1 : 0), totalReturn + trade.netReturn());
    }

    /** On the average; 0 where there are none. */
    public double meanReturn() {
      return trades == 0 ? 0 : totalReturn / trades;
    }
  }

  /**
   * Judges the trades in the order of their entries. The answer has each stream that traded, and of
   * it every verdict.
   */
  public static Map<SignalSource, Map<Verdict, Group>> judge(
      List<PastTrade> trades, int capacity, RecallSettings settings) {
    Memory memory = new Memory(capacity);
    Recall recall = new Recall(memory, settings);
    Map<SignalSource, Map<Verdict, Group>> streams = new EnumMap<>(SignalSource.class);
    List<PastTrade> closings = sorted(trades, Comparator.comparingDouble(PastTrade::exitTime));
    int closed = 0;
    for (PastTrade each : sorted(trades, Comparator.comparingDouble(t -> t.trade().entryTime()))) {
      TradeRecord trade = each.trade();
      while (closings.get(closed).exitTime() < trade.entryTime()) {
        memory.remember(closings.get(closed).trade());
        closed++;
      }
      Verdict verdict = recall.recall(trade.pair(), trade.side(), trade.entry()).verdict();
      streams
          .computeIfAbsent(trade.stream(), _ -> emptyGroups())
          .computeIfPresent(verdict, (_, group) -> group.with(trade));
    }
    return streams;
  }

  private static Map<Verdict, Group> emptyGroups() {
    Map<Verdict, Group> groups = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      groups.put(verdict, Group.NONE);
    }
    return groups;
  }

  private static List<PastTrade> sorted(List<PastTrade> trades, Comparator<PastTrade> order) {
    List<PastTrade> copy = new ArrayList<>(trades);
    copy.sort(order);
    return copy;
  }
}
