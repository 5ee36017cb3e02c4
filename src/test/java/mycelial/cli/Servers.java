package mycelial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for Redis servers that a data folder's sessions have started. */
final class Servers {
  private Servers() {}

  /** Process ids of those that still run. */
  static List<Long> below(Path dataDir) {
    try (Stream<Path> files = Files.walk(dataDir)) {
      return files
          .filter(file -> file.endsWith("redis.pid"))
          .map(Servers::pid)
          .filter(Servers::runs)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** One that was killed may wait to be collected; it has no command any more. */
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  private static long pid(Path file) {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
