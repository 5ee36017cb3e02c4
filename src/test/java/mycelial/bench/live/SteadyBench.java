package mycelial.bench.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import mycelial.bench.BenchException;
import mycelial.bench.Benches;
import mycelial.bench.Launcher;
import mycelial.colony.SessionFolder;
import mycelial.market.Interval;
import mycelial.stub.StubExchange;
import mycelial.stub.StubOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code scripts/steady-bench}. */
@Command(
    name = "steady-bench",
    description = {
      "Plays a live session in real time against the stub exchange and says whether what it holds"
          + " (memory, threads, open files) stays the same, and how long it takes from a bar to a"
          + " trade beyond the configured reaction times.",
      "So that there is something to measure in a few minutes, all pairs fall and recover every 7"
          + " minutes, trading costs nothing in this session, one indicator makes an idea of an"
          + " analyst and one learner's vote one of the swarm. The exit code is 1"
          + " when something grew, or was too slow: 250 ms from bar to confirmation and 10 ms for a"
          + " collision, p99."
    },
    mixinStandardHelpOptions = true)
final class SteadyBench implements Callable<Integer> {
  private static final double PATH_MILLIS = 250;
  private static final double COLLISION_MILLIS = 10;
  private static final double P99 = 99;
  private static final int DAYS = 2;

  /** What a swarm that trades at no costs finds often enough. */
  private static final List<String> LIVELY =
      List.of(
          "costs.half-spread-percent={}",
          "costs.default-half-spread-percent=0",
          "costs.slippage-percent=0",
          "costs.taker-tiers={0: 0}",
          "analysts.pairs=[SOLUSD, ADAUSD, DOGEUSD, DOTUSD, LINKUSD, ATOMUSD, AAVEUSD, XLMUSD,"
              + " ALGOUSD, TRXUSD, XTZUSD, NEARUSD, FILUSD, MATICUSD, UNIUSD]",
          "analysts.maximum=18",
          "analysts.agreeing=1",
          "analysts.strategy-type=hft",
          "trading.window-millis=60000",
          "analysts.horizon-minutes=1",
          "trading.allow-short=true",
          "council.quorum=1",
          "council.research-quorum=0",
          "research.maximum-p=1",
          "risk.haven=off");

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--minutes",
      defaultValue = "20",
      description = "Of the session (default: ${DEFAULT-VALUE}).")
  int minutes;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description =
          "Of the exchange and the session; more than 1 brings more collisions to measure in the"
              + " same time (default: ${DEFAULT-VALUE}).")
  double speed;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the market (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--project", hidden = true, required = true, description = "Set by the script.")
  Path project = Path.of("");

  @Option(names = "--jar", hidden = true, required = true, description = "Set by the script.")
  Path jar = Path.of("");

  @Option(names = "--flags", hidden = true, required = true, description = "Set by the script.")
  String flags = "";

  public static void main(String[] args) {
    System.exit(Benches.execute(new SteadyBench(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Launcher launcher = new Launcher(project, jar, flags.strip(), "steady-bench");
    LiveStage stage = new LiveStage(launcher, LIVELY);
    Path learnt = launcher.fresh("learnt");
    Swings.write(learnt, seed + 1_000, DAYS);
    stage.train(learnt);
    Path market = launcher.fresh("market");
    Swings.write(market, seed, DAYS + (int) Math.ceil(hours() / 24.0));
    StubOptions options =
        new StubOptions().folder(market, Interval.MINUTE).speed(speed).seed(seed).faults("none");
    List<String> violations = new ArrayList<>();
    try (StubExchange exchange = StubExchange.start(options)) {
      LiveStage.Running running =
          stage.begin(
              List.of(
                  "run",
                  "--feed",
                  "kraken",
                  "--exchange-url",
                  exchange.url().toString(),
                  "--speed",
                  String.valueOf(speed),
                  "--hours",
                  String.valueOf(hours())));
      SessionFolder.Live live = await(stage, running);
      Footprint footprint = new Footprint(running.process().pid());
      try (Ear ear = new Ear(live.endpoint(), live.prefix())) {
        watch(running, footprint, out);
        out.println(ear.heard().size() + " messages of the trading path heard");
        judge(new Delays(ear.heard(), speed), violations, out);
      } finally {
        running.process().destroy();
      }
      if (!running.process().waitFor(1, TimeUnit.MINUTES)) {
        running.process().destroyForcibly();
        violations.add("it does not end");
      }
      violations.addAll(footprint.grown());
    }
    violations.forEach(each -> out.println("VIOLATION: " + each));
    return violations.isEmpty() ? 0 : 1;
  }

  private int hours() {
    return (int) Math.ceil(minutes * speed / 60) + 1;
  }

  private static SessionFolder.Live await(LiveStage stage, LiveStage.Running running)
      throws InterruptedException {
    Optional<SessionFolder.Live> live = Optional.empty();
    while (live.isEmpty()) {
      if (running.process().waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new BenchException("the session could not begin; see " + running.errors());
      }
      live = SessionFolder.allLive(stage.data()).stream().findFirst();
    }
    return live.get();
  }

  /** The first reading is after a quarter of the time, when every part has been at work. */
  private void watch(LiveStage.Running running, Footprint footprint, PrintWriter out)
      throws IOException, InterruptedException {
    for (int quarter = 1; quarter <= 4; quarter++) {
      if (running.process().waitFor(minutes * 15L, TimeUnit.SECONDS)) {
        throw new BenchException("the session ended early; see " + running.errors());
      }
      out.println(footprint.read(minutes * quarter / 4.0));
      out.flush();
    }
  }

  private static void judge(Delays delays, List<String> violations, PrintWriter out) {
    delays.lines().forEach(out::println);
    hold("bar to confirmation", delays.paths(), PATH_MILLIS, violations);
    hold("collisions", delays.collisions(), COLLISION_MILLIS, violations);
  }

  private static void hold(
      String what, List<Double> values, double limit, List<String> violations) {
    if (values.isEmpty()) {
      violations.add(what + ": there was none to measure");
    } else if (Delays.percentile(values, P99) > limit) {
      violations.add(what + ": p99 is over " + limit + " ms");
    }
  }
}
