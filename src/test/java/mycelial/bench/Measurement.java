package mycelial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Makes all runs, one after the other, and adds them up. */
final class Measurement {
  private static final double MIB = 1024.0 * 1024;

  private final Launcher launcher;
  private final Plan plan;
  private final PrintWriter log;

  /**
   * What is run.
   *
   * @param shortDays length of the market that memory is compared with
   */
  record Plan(String world, long seed, int days, int shortDays, int runs) {}

  /** A replay and the heap after its last collection, MiB. */
  private record Replay(Child.Outcome outcome, double lastHeap) {
    double figure(String pointer) {
      return outcome.result().at(pointer).asDouble();
    }

    double perSecond(String pointer) {
      return figure(pointer) / figure("/wallSeconds");
    }

    String digest() {
      return outcome.result().at("/digest").asText();
    }
  }

  Measurement(Launcher launcher, Plan plan, PrintWriter log) {
    this.launcher = launcher;
    this.plan = plan;
    this.log = log;
  }

  /**
   * Everything; takes about ten times as long as a replay.
   *
   * @throws BenchException when a child fails or digests differ
   */
  Figures run() throws IOException, InterruptedException {
    Path world = generate("world", plan.days());
    Path shortWorld = generate("short-world", plan.shortDays());
    List<Replay> replays = new ArrayList<>();
    for (int i = 1; i <= plan.runs(); i++) {
      say("replay %d of %d", i, plan.runs());
      replays.add(replay(world, List.of()));
    }
    say("replay of %d days", plan.shortDays());
    Replay shortReplay = replay(shortWorld, List.of());
    say("replay with a flight recording");
    Path recording = launcher.fresh("profile.jfr");
    Replay profiled =
        replay(
            world,
            List.of(
                "-XX:StartFlightRecording=filename=" + recording + "," + Profile.SETTINGS,
                // Standard output is the result's alone; the machine asks whether its warnings are
                // on.
                "-Xlog:jfr+startup=off:stderr"));
    say("in-memory bus");
    JsonNode memory = launcher.inMemory(world, plan.seed()).result();
    JsonNode shortMemory = launcher.inMemory(shortWorld, plan.seed()).result();
    List<String> digests = new ArrayList<>(replays.stream().map(Replay::digest).toList());
    digests.add(profiled.digest());
    requireSame(digests, "replays of the same market");
    requireSame(
        List.of(profiled.digest(), memory.at("/digest").asText()),
        "a replay over Redis and one over the in-memory bus");
    requireSame(
        List.of(shortReplay.digest(), shortMemory.at("/digest").asText()),
        "a short replay over Redis and one over the in-memory bus");
    return figures(
        replays,
        memoryOf(replays, shortReplay, memory, shortMemory),
        memory,
        profiled,
        Profile.read(recording));
  }

  private void say(String format, Object... values) {
    log.printf(Locale.ROOT, "bench: " + format + "%n", values);
    log.flush();
  }

  private Path generate(String name, int days) throws IOException, InterruptedException {
    say("generating %d days", days);
    Path folder = launcher.fresh(name);
    launcher.program(
        List.of(),
        List.of(
            "data",
            "generate",
            "--world",
            plan.world(),
            "--days",
            String.valueOf(days),
            "--seed",
            String.valueOf(plan.seed()),
            "--out",
            folder.toString()));
    return folder;
  }

  private Replay replay(Path world, List<String> machine) throws IOException, InterruptedException {
    Path collections = launcher.fresh("gc.log");
    List<String> all = new ArrayList<>(machine);
    all.add("-Xlog:gc:file=" + collections);
    Child.Outcome outcome =
        launcher.program(
            all, List.of("replay", world.toString(), "--seed", String.valueOf(plan.seed())));
    return new Replay(outcome, GcLog.lastAfter(collections));
  }

  private static void requireSame(List<String> digests, String what) {
    if (digests.stream().distinct().count() > 1) {
      throw new BenchException(
          "the digests of " + what + " differ, and must not: " + String.join(", ", digests));
    }
  }

  private static double highest(List<Replay> replays, ToDoubleFunction<Child.Outcome> figure) {
    return replays.stream().map(Replay::outcome).mapToDouble(figure).max().orElseThrow();
  }

  private static Figures.Memory memoryOf(
      List<Replay> replays, Replay shortReplay, JsonNode memory, JsonNode shortMemory) {
    return new Figures.Memory(
        highest(replays, Child.Outcome::peakMib),
        highest(replays, Child.Outcome::redisPeakMib),
        shortReplay.outcome().peakMib(),
        memory.at("/liveHeapBytes").asDouble() / MIB,
        shortMemory.at("/liveHeapBytes").asDouble() / MIB,
        replays.getLast().lastHeap(),
        shortReplay.lastHeap());
  }

  private static Figures.Spread spread(List<Replay> replays, ToDoubleFunction<Replay> figure) {
    return Figures.Spread.of(replays.stream().map(figure::applyAsDouble).toList());
  }

  private Figures figures(
      List<Replay> replays,
      Figures.Memory memory,
      JsonNode inMemory,
      Replay profiled,
      Profile profile) {
    Figures.Spread bars = spread(replays, replay -> replay.figure("/barsPerSecond"));
    double inMemoryBars = inMemory.at("/barsPerSecond").asDouble();
    return new Figures(
        plan.world(),
        plan.seed(),
        plan.days(),
        plan.shortDays(),
        plan.runs(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        bars,
        spread(replays, replay -> replay.outcome().wallSeconds()),
        spread(replays, replay -> replay.perSecond("/redis/rounds")).median(),
        spread(replays, replay -> replay.perSecond("/work/messages")).median(),
        spread(replays, replay -> replay.perSecond("/work/agentSteps")).median(),
        profiled.figure("/work/ruleEvaluations") / profiled.figure("/bars"),
        (int) profiled.figure("/redis/connections"),
        memory,
        inMemoryBars,
        bars.median() / inMemoryBars,
        profile.shares(profiled.figure("/wallSeconds")),
        threads(profiled),
        profiled.figure("/barsPerSecond"),
        profiled.digest());
  }

  private static Map<String, Double> threads(Replay profiled) {
    Map<String, Double> percent = new LinkedHashMap<>();
    double play = profiled.figure("/wallSeconds");
    profiled.outcome().threadSeconds().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> percent.put(entry.getKey(), 100 * entry.getValue() / play));
    return percent;
  }
}
