package mycelial.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what Linux tells of a process while it lives: its peak resident memory and the processor
 * time of its threads. A process that has gone leaves the last values standing.
 */
final class ProcessWatch {
  /** Clock ticks a second in {@code /proc}: 100 on every Linux that Java runs on. */
  private static final double TICKS = 100;

  /** Places in {@code stat} after the name, which may hold blanks. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private final Path process;
  private final Map<String, Usage> threads = new TreeMap<>();
  private long peakKib;

  /** A thread's name, at most 15 characters, and its processor seconds. */
  private record Usage(String name, double seconds) {}

  ProcessWatch(long pid) {
    this.process = Path.of("/proc", String.valueOf(pid));
  }

  /** Reads again. */
  void look() {
    try {
      peakKib = Math.max(peakKib, peakOf(Files.readString(process.resolve("status"))));
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
        for (Path task : tasks) {
          threads.put(task.toString(), usageOf(Files.readString(task.resolve("stat"))));
        }
      }
    } catch (IOException gone) {
      // The process or one of its threads has ended between two readings, as they do.
      return;
    }
  }

  /** The line {@code VmHWM}, KiB; 0 where there is none (a process that is being collected). */
  static long peakOf(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  private static Usage usageOf(String stat) {
    int end = stat.lastIndexOf(')');
    String[] fields = stat.substring(end + 2).split(" ", -1);
    double ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
    return new Usage(stat.substring(stat.indexOf('(') + 1, end), ticks / TICKS);
  }

  /** Peak resident memory so far, MiB. */
  double peakMib() {
    return peakKib / 1024.0;
  }

  /** Processor seconds by kind of thread. */
  Map<String, Double> threadSeconds() {
    Map<String, Double> seconds = new TreeMap<>();
    for (Usage usage : threads.values()) {
      seconds.merge(kind(usage.name()), usage.seconds(), Double::sum);
    }
    return seconds;
  }

  private static String kind(String name) {
    return switch (name) {
      case "java", "main" -> "model (main)";
      case "feed-ahead", "bus-subscriber", "storage-writer", "bus-heartbeat" -> name;
      case "VM Thread" -> "garbage collection (VM Thread)";
      default -> {
        if (name.contains("Compiler")) {
          yield "JIT compilers";
        }
        yield name.startsWith("JFR") ? "flight recorder" : "other JVM threads";
      }
    };
  }
}
