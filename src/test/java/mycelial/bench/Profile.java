package mycelial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the model thread's time went, from a flight recording: samples of its processor time
 * (native code and the kernel included), and every time it parked. Samples are attributed by {@link
 * Layers}; what neither explains is time in which the thread could have run but did not: other
 * processes, pauses of the virtual machine.
 */
final class Profile {
  /**
   * What must be recorded: processor time instead of the usual sampling, which takes a thread in a
   * system call for a busy one; every park, as a wait for Redis lasts microseconds.
   */
  static final String SETTINGS =
      "settings=profile,jdk.ExecutionSample#enabled=false,jdk.NativeMethodSample#enabled=false,"
          + "jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=10ms,"
          + "jdk.ThreadPark#threshold=0ns";

  private static final String MODEL = "main";

  private final Map<String, Double> layers = new TreeMap<>();
  private double pauses;

  private Profile() {}

  /** Reads a recording. */
  static Profile read(Path recording) throws IOException {
    Profile profile = new Profile();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        profile.take(file.readEvent());
      }
    }
    return profile;
  }

  private void take(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.CPUTimeSample" -> sample(event);
      case "jdk.ThreadPark" -> park(event);
      case "jdk.GarbageCollection" -> pauses += seconds(event.getDuration("sumOfPauses"));
      default -> {
        // Recorded by the profile's settings; not needed here.
      }
    }
  }

  private void sample(RecordedEvent event) {
    if (isModel(event.getThread("eventThread"))) {
      List<String> frames = frames(event.getStackTrace());
      add(
          frames.isEmpty() ? "unknown" : Layers.of(frames),
          seconds(event.getDuration("samplingPeriod")));
    }
  }

  private void park(RecordedEvent event) {
    if (isModel(event.getThread("eventThread"))) {
      add(Layers.awaited(frames(event.getStackTrace())), seconds(event.getDuration()));
    }
  }

  private void add(String layer, double seconds) {
    layers.merge(layer, seconds, Double::sum);
  }

  /** Seconds of a layer. */
  double seconds(String layer) {
    return layers.getOrDefault(layer, 0.0);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static boolean isModel(@Nullable RecordedThread thread) {
    return thread != null && MODEL.equals(thread.getJavaName());
  }

  private static List<String> frames(@Nullable RecordedStackTrace trace) {
    List<String> frames = new ArrayList<>();
    if (trace != null) {
      for (RecordedFrame frame : trace.getFrames()) {
        frames.add(frame.getMethod().getType().getName() + "." + frame.getMethod().getName());
      }
    }
    return frames;
  }

  /**
   * Percent of the play's time by layer, most first; the last entry is what is not accounted for.
   *
   * @param playSeconds how long the play lasted
   */
  Map<String, Double> shares(double playSeconds) {
    Map<String, Double> shares = new LinkedHashMap<>();
    double[] rest = {playSeconds - pauses};
    layers.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Layers.OUTSIDE_PLAY))
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> {
          shares.put(entry.getKey(), 100 * entry.getValue() / playSeconds);
          rest[0] -= entry.getValue();
        });
    shares.put("garbage collection", 100 * pauses / playSeconds);
    shares.put("not running", 100 * rest[0] / playSeconds);
    return shares;
  }
}
