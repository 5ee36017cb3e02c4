package mycelial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process that prints one JSON object, watched while it runs. */
public final class Child {
  private static final long LOOK_MILLIS = 50;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What a child did.
   *
   * @param result what it printed
   * @param wallSeconds of the whole process
   * @param peakMib peak resident memory
   * @param redisPeakMib that of its Redis server, 0 where it has none
   * @param threadSeconds processor seconds by kind of thread
   */
  public record Outcome(
      JsonNode result,
      double wallSeconds,
      double peakMib,
      double redisPeakMib,
      Map<String, Double> threadSeconds) {}

  private final Path output;
  private final Path errors;
  private final Path sessions;
  private @Nullable ProcessWatch redis;

  /**
   * @param folder where the child's output goes
   * @param sessions where the sessions that it may hold keep the ids of their Redis servers
   */
  Child(Path folder, Path sessions) {
    this.output = folder.resolve("stdout.json");
    this.errors = folder.resolve("stderr.txt");
    this.sessions = sessions;
  }

  /** Runs a command to its end. */
  Outcome run(List<String> command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      ProcessWatch watch = new ProcessWatch(process.pid());
      do {
        watch.look();
        lookAtRedis();
      } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      double seconds = (System.nanoTime() - began) / 1e9;
      if (process.exitValue() != 0) {
        throw new BenchException(
            "a child ended with exit code %d: %s; see %s"
                .formatted(process.exitValue(), String.join(" ", command), errors));
      }
      return new Outcome(
          MAPPER.readTree(output.toFile()),
          seconds,
          watch.peakMib(),
          redis == null ? 0 : redis.peakMib(),
          watch.threadSeconds());
    } finally {
      process.destroy();
    }
  }

  private void lookAtRedis() throws IOException {
    ProcessWatch known = redis;
    if (known == null) {
      known = redisServer().map(ProcessWatch::new).orElse(null);
      redis = known;
    }
    if (known != null) {
      known.look();
    }
  }

  private Optional<Long> redisServer() throws IOException {
    if (!Files.isDirectory(sessions)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(sessions)) {
      for (Path folder : folders) {
        Path file = folder.resolve("redis").resolve("redis.pid");
        String pid = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!pid.isEmpty()) {
          return Optional.of(Long.valueOf(pid));
        }
      }
    }
    return Optional.empty();
  }
}
