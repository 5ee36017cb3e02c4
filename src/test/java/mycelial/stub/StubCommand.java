package mycelial.stub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mycelial.feed.BadDataException;
import mycelial.feed.synthetic.WorldKind;
import mycelial.market.Interval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code scripts/stub-exchange}. */
@Command(
    name = "stub-exchange",
    description = {
      "Runs an exchange on loopback until it is stopped: Kraken's REST under /0, its WebSocket v2"
          + " at /v2, the moats' feeds under /github, /portwatch, /federalregister and /edgar.",
      "Nothing in it is real. The first line printed is its address."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class StubCommand implements Callable<Integer> {
  private static final int STOP_SECONDS = 5;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1 (default: any).")
  int port;

  @Option(
      names = "--speed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Its seconds for each second on the wall (default: ${DEFAULT-VALUE}).")
  double speed = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the market, the moats and the faults (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--start",
      paramLabel = "EPOCH",
      description = {
        "Its time at the start, seconds since the epoch (default: 2026-03-02T18:00:00Z)."
      })
  double start = StubOptions.DEFAULT_START;

  @Option(
      names = "--market",
      paramLabel = "synthetic|WORLD|DIR",
      defaultValue = "synthetic",
      description = {
        "The sample world, another synthetic one by its name, or a folder of candle files"
            + " (default: ${DEFAULT-VALUE})."
      })
  String market = "synthetic";

  @Option(
      names = "--interval",
      paramLabel = "M",
      description = "Which candles of the folder, minutes (default: the only ones).")
  @Nullable Integer minutes;

  @Option(
      names = "--quiet",
      paramLabel = "SHARE",
      description = "Share of bars in which nothing trades, 0 to 1 (default: 0).")
  double quiet;

  @Option(names = "--eos", description = "EOSUSD is traded; without this it cannot be had.")
  boolean eos;

  @Option(
      names = "--ticker-seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often a quote may change (default: ${DEFAULT-VALUE}).")
  int tickerSeconds = 5;

  @Option(
      names = "--faults",
      paramLabel = "none|default24h|FILE",
      defaultValue = "none",
      description = {
        "Nothing, everything once in a day, or a plan with lines such as",
        "at 1h30m for 5m http-500 on /0/public/OHLC rate 0.5",
        "(default: ${DEFAULT-VALUE})."
      })
  String faults = "none";

  @Option(names = "--list-faults", description = "Prints the plan of --faults first.")
  boolean list;

  @Option(names = "--key", paramLabel = "KEY", description = "The one account's key for tests.")
  String key = "";

  @Option(names = "--secret", paramLabel = "BASE64", description = "The account's secret.")
  String secret = "";

  @Option(
      names = "--quote-log",
      paramLabel = "FILE",
      description = "Every quote in force: time,pair,bid,ask.")
  @Nullable Path quoteLog;

  @Option(
      names = "--bar-log",
      paramLabel = "FILE",
      description = "Every closed bar: time,pair,open,high,low,close,volume,trades.")
  @Nullable Path barLog;

  public static void main(String[] args) {
    System.exit(new CommandLine(new StubCommand()).execute(args));
  }

  private StubOptions options() {
    StubOptions options = new StubOptions().port(port).speed(speed).seed(seed).start(start);
    options.quietShare(quiet).eos(eos).tickerSeconds(tickerSeconds).faults(faults);
    options.account(key, secret, 0);
    for (WorldKind world : WorldKind.values()) {
      if (world.label().equals(market)) {
        options.world(world);
        market = "synthetic";
      }
    }
    if (!market.equals("synthetic")) {
      options.folder(Path.of(market), minutes == null ? null : Interval.ofMinutes(minutes));
    }
    if (quoteLog != null) {
      options.quoteLog(quoteLog);
    }
    return barLog == null ? options : options.barLog(barLog);
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (StubExchange exchange = StubExchange.start(options())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, stopped)));
      out.println(exchange.url());
      if (list) {
        exchange.faults().forEach(fault -> out.println(line(fault)));
      }
      out.flush();
      stop.await();
      if (!exchange.ordersPlaced().isEmpty()) {
        out.println("orders placed for real: " + exchange.ordersPlaced());
      }
    } catch (IllegalArgumentException | BadDataException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } finally {
      out.flush();
      stopped.countDown();
    }
    return 0;
  }

  private String line(StubFault fault) {
    return String.format(
        "%.0f %.0f %s %s", fault.from(), fault.until(), fault.kind().label(), fault.target());
  }

  /** Lets what has been logged be written before the process ends. */
  private static void end(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
