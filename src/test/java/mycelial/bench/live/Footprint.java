package mycelial.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mycelial.bench.BenchException;

/** What a process holds: resident memory, live heap, threads, open files. Linux only. */
final class Footprint {
  private final long pid;
  private final Path jcmd;
  private final List<Reading> readings = new ArrayList<>();

  /**
   * One reading.
   *
   * @param minute since the first
   * @param residentMib resident memory, MiB
   * @param heapMib heap in use after a full collection, MiB
   */
  record Reading(double minute, double residentMib, double heapMib, long threads, long files) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "minute %4.1f: resident %.0f MiB, live heap %.1f MiB, %d threads, %d open files",
          minute,
          residentMib,
          heapMib,
          threads,
          files);
    }
  }

  Footprint(long pid) {
    this.pid = pid;
    this.jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  }

  /** Reads; has the process collect its garbage first, which stops it for a moment. */
  Reading read(double minute) throws IOException, InterruptedException {
    ask("GC.run");
    double heap =
        ask("GC.heap_info")
            .lines()
            .filter(line -> line.contains(" used "))
            .filter(line -> line.contains("generation") || line.contains("total"))
            .filter(line -> !line.contains("Metaspace"))
            .mapToDouble(Footprint::usedKib)
            .sum();
    String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
    Reading reading =
        new Reading(
            minute,
            number(status, "VmRSS:") / 1024.0,
            heap / 1024,
            number(status, "Threads:"),
            files());
    readings.add(reading);
    return reading;
  }

  private static double usedKib(String line) {
    String[] words = line.strip().split("[ ,]+", -1);
    for (int i = 1; i < words.length; i++) {
      if (words[i - 1].equals("used")) {
        return Double.parseDouble(words[i].replace("K", ""));
      }
    }
    throw new BenchException("what the heap holds is not in: " + line);
  }

  private static long number(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private long files() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return open.count();
    }
  }

  private String ask(String what) throws IOException, InterruptedException {
    Process asked =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), what)
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), UTF_8);
    if (!asked.waitFor(1, TimeUnit.MINUTES) || asked.exitValue() != 0) {
      throw new BenchException("jcmd " + what + ": " + answer.strip());
    }
    return answer;
  }

  /**
   * What has grown by more than a tenth (and more than a few) from the first reading to the last.
   */
  List<String> grown() {
    Reading first = readings.getFirst();
    Reading last = readings.getLast();
    List<String> grown = new ArrayList<>();
    compare("live heap, MiB", first.heapMib(), last.heapMib(), 8, grown);
    compare("resident memory, MiB", first.residentMib(), last.residentMib(), 16, grown);
    compare("threads", (double) first.threads(), (double) last.threads(), 4, grown);
    compare("open files", (double) first.files(), (double) last.files(), 4, grown);
    return grown;
  }

  private static void compare(
      String what, double first, double last, double slack, List<String> grown) {
    if (last > Math.max(first * 1.1, first + slack)) {
      grown.add(String.format(Locale.ROOT, "%s grew from %.1f to %.1f", what, first, last));
    }
  }
}
