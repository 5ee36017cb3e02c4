package mycelial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mycelial.storage.StoredTrade;
import mycelial.storage.TradeQueries;

/** A market, a data folder, and sessions that can be started on them and looked at. */
final class KillStage {
  private static final long LOOK_MILLIS = 5;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What is started: a run appends to the folder's databases, a replay has its own. */
  enum Kind {
    RUN,
    REPLAY
  }

  /** A session that was played to its end: its digest, trades in order, processor seconds. */
  record Play(String digest, List<Closed> trades, double seconds) {}

  /** A closed trade: when, and everything that is stored of it, without the session's name. */
  record Closed(double time, String text) {}

  private final Launcher launcher;
  private final Path candles;
  private final Path data;

  KillStage(Launcher launcher) throws IOException, InterruptedException {
    this.launcher = launcher;
    this.candles = launcher.fresh("candles");
    this.data = launcher.fresh("data");
    List<String> generate =
        List.of("data", "generate", "--world", "sample", "--days", "2", "--interval", "5");
    Process process = start(generate, List.of("--seed", "7", "--out", candles.toString()));
    if (process.waitFor() != 0) {
      throw new BenchException("the market cannot be generated: " + errors());
    }
  }

  private Process start(List<String> command, List<String> more) throws IOException {
    List<String> all = launcher.java(List.of("-XX:TieredStopAtLevel=1"));
    all.addAll(List.of("-jar", launcher.jar().toString()));
    all.addAll(command);
    all.addAll(more);
    return new ProcessBuilder(all)
        .redirectOutput(launcher.folder().resolve("stdout.json").toFile())
        .redirectError(launcher.folder().resolve("stderr.txt").toFile())
        .start();
  }

  /** Starts a session. Rules are licensed early, so that both streams trade. */
  Process start(Kind kind) throws IOException {
    List<String> command =
        kind == Kind.REPLAY
            ? List.of("replay", candles.toString())
            : List.of(
                "run",
                "--feed",
                candles.toString(),
                "--swarm",
                "none",
                "--speed",
                "max",
                "--hours",
                "40",
                "--warm-up-hours",
                "6");
    List<String> more =
        List.of(
            "--set",
            "learning.minimum-outcomes=2",
            "--set",
            "learning.minimum-t-statistic=0",
            "--set",
            "learners.finance=20",
            "--json",
            "--data-dir",
            data.toString());
    return start(command, more);
  }

  /**
   * Waits until a process has worked so long, whatever else the machine does, or has ended.
   *
   * @return its processor time as last seen, seconds
   */
  static double awaitWork(Process process, double seconds) throws InterruptedException {
    double worked = 0;
    do {
      worked = process.info().totalCpuDuration().map(spent -> spent.toNanos() / 1e9).orElse(worked);
    } while (worked < seconds && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    return worked;
  }

  /** What the last session printed; empty unless it came to its end. */
  Optional<JsonNode> result() throws IOException {
    String text = Files.readString(launcher.folder().resolve("stdout.json"));
    return text.isBlank() ? Optional.empty() : Optional.of(MAPPER.readTree(text));
  }

  /** What the last session complained of. */
  String errors() throws IOException {
    return Files.readString(launcher.folder().resolve("stderr.txt"));
  }

  Play undisturbed(Kind kind) throws IOException, InterruptedException {
    Process process = start(kind);
    double seconds = awaitWork(process, Double.MAX_VALUE);
    int code = process.waitFor();
    JsonNode result =
        result()
            .filter(_ -> code == 0)
            .orElseThrow(() -> new BenchException("the undisturbed session failed: " + code));
    String id = result.path("session").asText();
    return new Play(result.path("digest").asText(), trades(kind, id), seconds);
  }

  /** Ids of all sessions so far. */
  Set<String> sessions() throws IOException {
    Path folder = data.resolve("sessions");
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> found = Files.list(folder)) {
      Set<String> ids = new TreeSet<>();
      found.forEach(path -> ids.add(path.getFileName().toString()));
      return ids;
    }
  }

  Path databases(Kind kind, String id) {
    return kind == Kind.RUN ? data : data.resolve("sessions").resolve(id);
  }

  /** What a session has stored of its closed trades, in the order of time. */
  List<Closed> trades(Kind kind, String id) {
    try (TradeQueries queries = TradeQueries.open(databases(kind, id))) {
      List<Closed> closed = new ArrayList<>();
      for (StoredTrade trade : queries.trades(id)) {
        closed.add(new Closed(trade.exitTime(), trade.toString().replace(id, "ID")));
      }
      return closed;
    }
  }

  /** The process of a session's Redis, if it lives. */
  Optional<ProcessHandle> redis(String id) throws IOException {
    Path file = data.resolve("sessions").resolve(id).resolve("redis").resolve("redis.pid");
    String pid = Files.exists(file) ? Files.readString(file).strip() : "";
    return pid.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(pid)).filter(KillStage::isRedis);
  }

  /** One that was killed may wait to be collected; it has no command any more. */
  private static boolean isRedis(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("redis")).isPresent();
  }
}
