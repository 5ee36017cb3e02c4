package mycelial.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mycelial.bench.BenchException;
import mycelial.bench.Launcher;

/** The data folder in which a live session is put through its day, and the programs run on it. */
final class LiveStage {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Launcher launcher;
  private final Path data;
  private final List<String> settings;
  private int programs;

  LiveStage(Launcher launcher) throws IOException {
    this(launcher, List.of());
  }

  /**
   * @param settings in force for every program, {@code KEY=VALUE}
   */
  LiveStage(Launcher launcher, List<String> settings) throws IOException {
    this.launcher = launcher;
    this.settings = settings;
    this.data = launcher.fresh("data");
    Files.createDirectories(data);
  }

  Path data() {
    return data;
  }

  /** Has a swarm learn the effects of such markets on days of another seed. */
  void train(long seed) throws IOException, InterruptedException {
    Path world = launcher.fresh("world");
    String other = String.valueOf(seed + 1_000);
    finish(
        "data",
        "generate",
        "--world",
        "sample",
        "--days",
        "3",
        "--seed",
        other,
        "--out",
        world.toString());
    train(world);
  }

  /** Has a swarm learn on a folder of candles. */
  void train(Path candles) throws IOException, InterruptedException {
    finish("train", candles.toString());
  }

  private void finish(String... arguments) throws IOException, InterruptedException {
    Running program = begin(List.of(arguments));
    if (program.process().waitFor() != 0) {
      throw new BenchException(String.join(" ", arguments) + " failed; see " + program.errors());
    }
  }

  /** A program that runs, and where it writes. */
  record Running(Process process, Path output, Path errors) {
    JsonNode result() throws IOException {
      return MAPPER.readTree(output.toFile());
    }
  }

  /** Starts the program. */
  Running begin(List<String> arguments) throws IOException {
    programs++;
    Path output = data.resolve("program-" + programs + ".json");
    Path errors = data.resolve("program-" + programs + ".log");
    List<String> command = launcher.java(List.of());
    command.addAll(List.of("-jar", launcher.jar().toString()));
    command.addAll(arguments);
    command.addAll(List.of("--json", "--data-dir", data.toString()));
    settings.forEach(setting -> command.addAll(List.of("--set", setting)));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new Running(process, output, errors);
  }

  /** The live session, once its journal exists. */
  Optional<String> session() throws IOException {
    Path sessions = data.resolve("sessions");
    if (!Files.isDirectory(sessions)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(sessions)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("journal.db")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.startsWith("run-"))
          .findFirst();
    }
  }

  /** The server of a session's Redis, if it runs. */
  Optional<ProcessHandle> redis(String session) throws IOException {
    Path file = data.resolve("sessions").resolve(session).resolve("redis").resolve("redis.pid");
    String pid = Files.exists(file) ? Files.readString(file).strip() : "";
    return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
  }

  /** Plays the journal again; what differs. */
  List<String> parity(String session, PrintWriter out) throws IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    Running parity = begin(List.of("verify-parity", session));
    int exit = parity.process().waitFor();
    JsonNode result = exit == 0 || exit == 1 ? parity.result() : MAPPER.createObjectNode();
    if (exit != 0) {
      differences.add("verify-parity: exit code " + exit + ", " + result + ", " + parity.errors());
    }
    out.println("verify-parity: " + result);
    return differences;
  }
}
