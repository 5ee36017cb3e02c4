package mycelial.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.MoatTarget;
import mycelial.market.Source;
import org.jspecify.annotations.Nullable;

/**
 * The levels of the moats' signals as they became known, each series for a limited time. A level
 * holds from the instant at which it was told until the next one, or until its target is missing.
 * Used by one thread.
 */
public final class SignalHistory {
  private final long kept;
  private final Map<MoatTarget, Map<String, Series>> targets = new TreeMap<>();

  /**
   * @param keptSeconds how far back a level is asked for at most
   */
  public SignalHistory(long keptSeconds) {
    this.kept = keptSeconds;
  }

  /** Takes in what a moat's agent has said: a signal, or that its target is missing. */
  public void observe(MoatObservation observed) {
    if (observed.value() == null) {
      noteMissing(observed.target(), observed.seenTime());
    } else {
      note(observed.target(), observed.field(), observed.level(), observed.seenTime());
    }
  }

  /**
   * Takes in a signal; one that became known before the newest of its series is passed over.
   *
   * @param level its rank among its own past, 0 to 1, or null where there is none yet
   * @param seenTime when it became known, seconds since the epoch
   */
  void note(MoatTarget target, String field, @Nullable Double level, long seenTime) {
    if (level != null) {
      targets
          .computeIfAbsent(target, _ -> new TreeMap<>())
          .computeIfAbsent(field, _ -> new Series())
          .add(seenTime, level, kept);
    }
  }

  /** Nothing is known of a target from that instant on. */
  void noteMissing(MoatTarget target, long seenTime) {
    Map<String, Series> fields = targets.getOrDefault(target, Map.of());
    fields.values().forEach(series -> series.add(seenTime, Double.NaN, kept));
  }

  /** The series of which anything is known, by target and field, with a lag of nothing. */
  public List<Source.Signal> series() {
    List<Source.Signal> all = new ArrayList<>();
    targets.forEach((target, fields) ->
        fields.keySet().forEach(field -> all.add(new Source.Signal(target, field, 0))));
    return Collections.unmodifiableList(all);
  }

  /** The level that a source has at an instant, or NaN where nothing is known. */
  double level(Source.Signal source, long time) {
    Series series = find(source);
    return series == null ? Double.NaN : series.at(time - 60L * source.lagMinutes());
  }

  /** Asks for the levels of a source at any instants, for as long as this history is there. */
  Walk follow(Source.Signal source) {
    return new Follower(source);
  }

  /** Asks for the levels of a source at instants that ascend, none before the given one. */
  Walk walk(Source.Signal source, long from) {
    Series series = find(source);
    return series == null ? _ -> Double.NaN : series.walk(60L * source.lagMinutes(), from);
  }

  /** The levels of one source. */
  interface Walk {
    /** The level at an instant, seconds since the epoch; NaN where none is known. */
    double level(long time);
  }

  /** Looks for the series until there is one. */
  private final class Follower implements Walk {
    private final Source.Signal source;
    private @Nullable Series series;

    Follower(Source.Signal source) {
      this.source = source;
      this.series = find(source);
    }

    @Override
    public double level(long time) {
      Series found = series == null ? find(source) : series;
      series = found;
      return found == null ? Double.NaN : found.at(time - 60L * source.lagMinutes());
    }
  }

  private @Nullable Series find(Source.Signal source) {
    Map<String, Series> fields = targets.get(source.target());
    return fields == null ? null : fields.get(source.field());
  }

  /** One field's levels, oldest first. */
  private static final class Series {
    private static final int ROOM = 64;
    private long[] times = new long[ROOM];
    private double[] levels = new double[ROOM];
    private int size;

    void add(long time, double level, long kept) {
      if (size > 0 && time < times[size - 1]) {
        return;
      }
      if (size > 0 && time == times[size - 1]) {
        size--;
      }
      if (size == times.length) {
        makeRoom(time - kept);
      }
      times[size] = time;
      levels[size++] = level;
    }

    private void makeRoom(long from) {
      int drop = Math.max(0, newestUpTo(from));
      size -= drop;
      System.arraycopy(times, drop, times, 0, size);
      System.arraycopy(levels, drop, levels, 0, size);
      if (size > times.length / 2) {
        times = Arrays.copyOf(times, 2 * times.length);
        levels = Arrays.copyOf(levels, times.length);
      }
    }

    double at(long time) {
      // Most questions are about the newest level.
      int index = size > 0 && times[size - 1] <= time ? size - 1 : newestUpTo(time);
      return index < 0 ? Double.NaN : levels[index];
    }

    Walk walk(long lag, long from) {
      int[] at = {newestUpTo(from - lag)};
      return time -> {
        while (at[0] + 1 < size && times[at[0] + 1] <= time - lag) {
          at[0]++;
        }
        return at[0] < 0 ? Double.NaN : levels[at[0]];
      };
    }

    /** Index of the newest level known at an instant, or -1. */
    private int newestUpTo(long time) {
      int found = Arrays.binarySearch(times, 0, size, time);
      return found >= 0 ? found : -found - 2;
    }
  }
}
