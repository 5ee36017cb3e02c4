package mycelial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mycelial.colony.KeeperFactory;
import mycelial.config.MemorySettings;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.memory.Hindsight;
import mycelial.memory.Memory;
import mycelial.memory.MemoryCollection;
import mycelial.memory.MemorySnapshot;
import mycelial.memory.Recollection.Verdict;
import mycelial.memory.TradeHistory.Past;
import mycelial.memory.TradeHistory.PastTrade;
import mycelial.memory.TradeRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered, in figures. Member names are those of the JSON.
 *
 * @param collections entries by collection; null where the databases do not hold it
 * @param sessions whose trades they are
 * @param skipped trades that were left out
 * @param streams figures by stream
 * @param pairs figures by stream and pair
 * @param hindsight what became of trades by what memory would have said when they were entered
 */
record MemoryStats(
    Map<String, @Nullable Integer> collections,
    int sessions,
    Skipped skipped,
    List<Tally> streams,
    List<Tally> pairs,
    List<Judged> hindsight) {

  /** Trades left out: no ranks stored, cut off, the same market again, beyond the capacity. */
  record Skipped(int withoutRanks, int cutOff, int repeated, long forgotten) {}

  /** Trades of a stream, of one pair or (null) of all; share of failures, mean net return. */
  record Tally(
      String stream,
      @Nullable String pair,
      int trades,
      int failures,
      double share,
      double meanReturn) {}

  /** Trades of a stream to which memory would have said the same. */
  record Judged(
      String stream, String verdict, int trades, int failures, double share, double meanReturn) {}

  /** The figures of what is stored, as a memory with these settings would hold it. */
  static MemoryStats of(Past past, MemorySettings settings) {
    Memory memory = new Memory(settings.capacity());
    int repeated = 0;
    for (TradeRecord trade : past.records()) {
      repeated += memory.remember(trade) ? 0 : 1;
    }
    MemorySnapshot held = memory.snapshot();
    List<Tally> streams = new ArrayList<>();
    List<Tally> pairs = new ArrayList<>();
    for (SignalSource stream : List.of(SignalSource.BASELINE, SignalSource.MYCELIAL)) {
      List<TradeRecord> trades =
          held.trades().stream().filter(trade -> trade.stream() == stream).toList();
      if (!trades.isEmpty()) {
        streams.add(tally(stream, null, trades));
        byPair(trades).forEach((pair, some) -> pairs.add(tally(stream, pair, some)));
      }
    }
    return new MemoryStats(
        collections(memory),
        (int) past.trades().stream().map(PastTrade::session).distinct().count(),
        new Skipped(past.withoutRanks(), past.cutOff(), repeated, memory.forgotten()),
        streams,
        pairs,
        hindsight(past.trades(), settings));
  }

  private static Map<String, @Nullable Integer> collections(Memory memory) {
    Map<String, @Nullable Integer> counts = new LinkedHashMap<>();
    for (MemoryCollection collection : MemoryCollection.values()) {
      boolean stored = collection != MemoryCollection.AGENT_KNOWLEDGE;
      counts.put(collection.label(), stored ? memory.size(collection) : null);
    }
    return counts;
  }

  private static Map<Pair, List<TradeRecord>> byPair(List<TradeRecord> trades) {
    Map<Pair, List<TradeRecord>> found = new TreeMap<>();
    trades.forEach(trade -> found.computeIfAbsent(trade.pair(), _ -> new ArrayList<>()).add(trade));
    return found;
  }

  private static Tally tally(SignalSource stream, @Nullable Pair pair, List<TradeRecord> trades) {
    int failures = (int) trades.stream().filter(TradeRecord::isFailure).count();
    return new Tally(
        stream.label(),
        pair == null ? null : pair.name(),
        trades.size(),
        failures,
        (double) failures / trades.size(),
        trades.stream().mapToDouble(TradeRecord::netReturn).average().orElse(0));
  }

  private static List<Judged> hindsight(List<PastTrade> trades, MemorySettings settings) {
    List<Judged> judged = new ArrayList<>();
    Hindsight.judge(trades, settings.capacity(), KeeperFactory.recall(settings))
        .forEach((stream, groups) ->
            groups.forEach((verdict, group) -> judged.add(judged(stream, verdict, group))));
    return judged;
  }

  private static Judged judged(SignalSource stream, Verdict verdict, Hindsight.Group group) {
    return new Judged(
        stream.label(),
        verdict.name().toLowerCase(Locale.ROOT),
        group.trades(),
        group.failures(),
        group.trades() == 0 ? 0 : (double) group.failures() / group.trades(),
        group.meanReturn());
  }
}
