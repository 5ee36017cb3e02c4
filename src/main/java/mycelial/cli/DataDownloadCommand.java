package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import mycelial.config.Configuration;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException;
import mycelial.feed.kraken.KrakenExchange;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
import mycelial.feed.kraken.KrakenSettings;
import mycelial.feed.kraken.KrakenTime;
import mycelial.feed.replay.CandleStore;
import mycelial.market.Interval;
import mycelial.market.PairSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brings Kraken's candles into a folder. */
@Command(
    name = "download",
    description = "Brings Kraken's newest candles into a folder, or goes on where it ends.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Kraken's OHLC has the newest 720 bars: 12 hours of minutes. What is older comes from archives",
      "(data import) or, slowly, from single trades (--since with --backfill trades).",
      "",
      "Example: mycelial data download --interval 1 --pairs XBTUSD,ETHUSD --out candles"
    })
final class DataDownloadCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin PairOptions chosen = new PairOptions();
  @Mixin ExchangeOption exchange = new ExchangeOption();

  @Option(
      names = "--interval",
      paramLabel = "M",
      defaultValue = "1",
      description = "Minutes of a bar (default: ${DEFAULT-VALUE}).")
  int minutes;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = Times.Converter.class,
      description = "First bar: ISO-8601 or epoch seconds (default: as far back as OHLC reaches).")
  OptionalLong since = OptionalLong.empty();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
  Path folder = Path.of("");

  /** Where bars come from that OHLC has no longer. */
  enum Backfill {
    /** Single trades. */
    TRADES
  }

  @Option(
      names = "--backfill",
      paramLabel = "trades",
      description = "Fill holes that OHLC leaves with bars added up from trades; takes its time.")
  @Nullable Backfill backfill;

  /** One pair; times are epoch seconds. */
  record Row(String pair, long added, long first, long last, List<Downloader.Hole> holes) {
    static Row of(Downloader.Fetched fetched) {
      return new Row(
          fetched.pair(),
          fetched.added(),
          fetched.span().map(CandleStore.Span::first).orElse(0L),
          fetched.span().map(CandleStore.Span::last).orElse(0L),
          fetched.holes());
    }

    String line() {
      String text = pair + ": " + added + " bars added";
      if (last > 0) {
        text += ", now " + Times.brief(first) + " to " + Times.brief(last);
      }
      for (Downloader.Hole hole : holes) {
        text += "; missing " + hole + " (see --backfill trades, and data import)";
      }
      return text;
    }
  }

  /** All of it; missing pairs with the reason. */
  record Result(String folder, int intervalMinutes, List<Row> pairs, Map<String, String> missing) {}

  @Override
  public Integer call() {
    Configuration configuration = common.configuration();
    List<PairSpec> specs =
        chosen.of(configuration, spec).stream().map(configuration::spec).toList();
    Interval interval = PairOptions.intervals(List.of(minutes), spec).getFirst();
    if (backfill != null && since.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--backfill needs --since T: how far back?");
    }
    KrakenSettings settings = exchange.settings(configuration, spec);
    CandleStore store = CandleStore.open(folder, configuration.names());
    ScaledClock clock = new ScaledClock(System::nanoTime, 1, KrakenTime.read(settings, PATIENCE));
    try (KrakenExchange kraken =
        KrakenExchange.open(settings, clock, specs, configuration.names())) {
      KrakenPairs pairs = kraken.pairs();
      Map<String, String> missing = new TreeMap<>();
      pairs.missing().forEach((pair, reason) -> missing.put(pair.name(), reason));
      var downloader = new Downloader(kraken.history(), store, configuration.names(), interval);
      List<Row> rows = fetch(downloader, pairs.listed(), missing);
      print(new Result(folder.toString(), minutes, rows, missing));
      return rows.isEmpty() ? ExitCode.SERVICE : ExitCode.FINE;
    }
  }

  private List<Row> fetch(
      Downloader downloader, List<KrakenPair> pairs, Map<String, String> missing) {
    List<Row> rows = new ArrayList<>();
    try (Steps steps = new Steps("downloading", spec.commandLine().getErr())) {
      for (KrakenPair pair : pairs) {
        steps.at(rows.size(), pairs.size(), pair.altname());
        try {
          rows.add(
              Row.of(
                  backfill == null
                      ? downloader.newest(pair, since)
                      : downloader.filled(
                          pair, since, what -> steps.at(rows.size(), pairs.size(), what))));
        } catch (KrakenException failure) {
          if (failure.isTransient()) {
            throw failure;
          }
          missing.put(pair.pair().name(), failure.getMessage());
        }
      }
    }
    return rows;
  }

  private void print(Result result) {
    PrintWriter out = spec.commandLine().getOut();
    if (common.json) {
      out.println(Output.json(result));
      return;
    }
    result.pairs().forEach(row -> out.println(row.line()));
    result.missing().forEach((pair, reason) -> out.println(pair + ": left out: " + reason));
  }
}
