package mycelial.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import mycelial.config.Configuration;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.memory.TradeHistory.PastEntry;
import mycelial.storage.StoredHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the trades that were entered in a state most like that of an entry. */
@Command(
    name = "search",
    description = "Finds the trades that were entered in a state most like that of an entry.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The state is that of the trade, or of the pair's entry nearest to the time; without either, of"
          + " the pair's newest entry. All that is stored is searched, also what came later; the trade"
          + " itself is left out.",
      "Examples: mycelial memory search --pair XBTUSD --side BUY --at 2025-01-04T12:00:00Z",
      "          mycelial memory search --trade run-20260102T030405Z-0001-mycelial-000007 --k 5"
    })
final class MemorySearchCommand implements Callable<Integer> {
  /** Later than any time that can be given, seconds since the epoch; still exact to the second. */
  private static final double FAR_FUTURE = 1e11;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin MemorySource source = new MemorySource();

  @Option(
      names = "--pair",
      paramLabel = "P",
      description = "The pair to trade (default: that of the trade).")
  @Nullable String pair;

  @Option(
      names = "--side",
      paramLabel = "BUY|SELL",
      description = "The direction (default: that of the entry).")
  @Nullable Side side;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Times.Converter.class,
      description = "Near which time: ISO-8601 or epoch seconds.")
  OptionalLong at = OptionalLong.empty();

  @Option(names = "--trade", paramLabel = "ID", description = "In the state of which trade.")
  @Nullable String trade;

  @Option(
      names = "--k",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many trades to show, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  int most;

  @Override
  public Integer call() {
    require(pair != null || trade != null, "--pair or --trade: say which state to look for");
    require(trade == null || at.isEmpty(), "--at and --trade: each names a state, give one");
    require(most >= 1 && most <= 1000, "--k " + most + ": expected 1 to 1000");
    Configuration configuration = common.configuration();
    Pair wanted = pair == null ? null : resolve(configuration, pair);
    MemorySearch.Result found;
    try (StoredHistory history = source.open(common.dataDir)) {
      PastEntry entry = entry(history, wanted);
      found =
          MemorySearch.search(
              new MemorySearch.Wanted(
                  entry,
                  wanted == null ? entry.pair() : wanted,
                  side == null ? entry.side() : side,
                  most),
              history.past(source.session),
              configuration.memory());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (common.json) {
      out.println(Output.json(found));
    } else {
      print(found, out, common.paint());
    }
    return ExitCode.FINE;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private Pair resolve(Configuration configuration, String name) {
    return configuration
        .names()
        .resolve(name.toUpperCase(Locale.ROOT))
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "--pair: '" + name + "' is not a configured pair"));
  }

  private PastEntry entry(StoredHistory history, @Nullable Pair wanted) {
    Optional<PastEntry> found;
    String what;
    if (trade != null) {
      found = history.entry(trade);
      what = "--trade: there is no trade '" + trade + "'";
    } else {
      double time = at.isPresent() ? at.getAsLong() : FAR_FUTURE;
      found = wanted == null ? Optional.empty() : history.entryNear(wanted, time, source.session);
      what = "--pair: nothing was ever entered in " + wanted;
    }
    return found.orElseThrow(() -> new ParameterException(spec.commandLine(), what));
  }

  private static void print(MemorySearch.Result result, PrintWriter out, Paint paint) {
    MemorySearch.Query query = result.query();
    out.printf(
        Locale.ROOT,
        "%s %s in the state of %s (%s, entered %s, session %s), %d ranks%n",
        query.side(),
        query.pair(),
        query.trade(),
        query.entryPair(),
        Times.brief((long) query.time()),
        query.session(),
        query.ranks().size());
    print(result.trades(), out, paint);
    MemorySearch.Advice advice = result.advice();
    out.printf(
        Locale.ROOT,
        "%nMemory of all this would say %s (factor %.2f): %s%n",
        advice.verdict(),
        advice.factor(),
        advice.reason());
  }

  private static void print(List<MemorySearch.Found> trades, PrintWriter out, Paint paint) {
    if (trades.isEmpty()) {
      out.println("no trade of that direction can be compared with it");
      return;
    }
    Table table =
        new Table(">distance", "pair", "entered (UTC)", "result", ">return", ">P&L", "trade");
    for (MemorySearch.Found found : trades) {
      table
          .row()
          .cell(String.format(Locale.ROOT, "%.3f", found.distance()))
          .cell(found.pair())
          .cell(Times.brief((long) found.entryTime()))
          .cell(found.result())
          .cell(String.format(Locale.ROOT, "%+.2f %%", 100 * found.netReturn()))
          .money(found.pnl())
          .cell(found.trade());
    }
    out.println();
    table.lines(paint).forEach(out::println);
  }
}
