package mycelial.bus.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Other processes by id: whether they live, who they are, how they end. */
final class ServerProcess {
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);

  /** The operating system gives start times to the second or so. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private ServerProcess() {}

  /** Whether the process runs; one that has died and waits to be collected does not. */
  static boolean isAlive(long pid) {
    return ProcessHandle.of(pid)
        .filter(process -> process.isAlive() && process.info().command().isPresent())
        .isPresent();
  }

  /** Whether the process runs and its program's file name begins with the text. */
  static boolean isAlive(long pid, String program) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .map(Path::of)
        .filter(command -> command.getFileName().toString().startsWith(program))
        .isPresent();
  }

  /** When the process started, as far as it is known. */
  static Optional<Instant> startOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
  }

  /** Whether the process runs and is the one that started then. */
  static boolean isAlive(long pid, Instant started) {
    return isAlive(pid)
        && startOf(pid)
            .map(start -> Duration.between(start, started).abs())
            .filter(difference -> difference.compareTo(START_TOLERANCE) <= 0)
            .isPresent();
  }

  /** Asks the process to end, then makes it end. */
  static void stop(long pid, Duration patience) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent() && isAlive(pid)) {
      process.get().destroy();
      if (!awaitEnd(pid, patience)) {
        process.get().destroyForcibly();
        awaitEnd(pid, patience);
      }
    }
  }

  private static boolean awaitEnd(long pid, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isAlive(pid)) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(POLL);
    }
    return true;
  }

  /** The process id in a file; empty when there is none. */
  static Optional<Long> readPid(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file).strip();
    return text.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
