package mycelial.stub;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What goes wrong, and when; more can be added while it runs. Safe for use by several threads.
 *
 * <p>A plan is text, a fault a line: {@code at 1h30m for 5m http-500 [on TARGET] [rate 0.5]}, the
 * time since the start, how long ({@code ever} for always), the kind, what it concerns (see {@link
 * StubFault#target}), how often. Empty lines and lines that begin with # say nothing.
 */
final class FaultPlan {
  private final long seed;
  private final List<StubFault> faults = new CopyOnWriteArrayList<>();
  private final AtomicLong draws = new AtomicLong();

  FaultPlan(long seed, List<StubFault> planned) {
    this.seed = seed;
    faults.addAll(planned);
  }

  /** All of them, in the order in which they were planned. */
  List<StubFault> faults() {
    return List.copyOf(faults);
  }

  void add(StubFault fault) {
    faults.add(fault);
  }

  void clear() {
    faults.clear();
  }

  /** The first fault of a place that strikes something of one of those names at a time. */
  Optional<StubFault> strikes(StubFault.Place place, double time, String... names) {
    for (StubFault fault : faults) {
      if (fault.kind().place() == place && fault.isOn(time) && concerns(fault, names)) {
        long draw = fault.rate() < 1 ? draws.incrementAndGet() : 0;
        if (draw == 0 || Draw.of(seed, fault.kind().label(), draw).uniform() < fault.rate()) {
          return Optional.of(fault);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(StubFault fault, String... names) {
    boolean concerned = names.length == 0;
    for (String name : names) {
      concerned |= fault.concerns(name);
    }
    return concerned;
  }

  /** Whether a fault is on for something of one of those names; all names when there are none. */
  boolean isOn(StubFault.Kind kind, double time, String... names) {
    for (StubFault fault : faults) {
      if (fault.kind() == kind && fault.isOn(time) && concerns(fault, names)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pair is not traded any more. */
  boolean isDelisted(StubPair pair, double time) {
    return isOn(StubFault.Kind.DELISTED, time, pair.id());
  }

  /** Up to when a pair's market may be told at a time: that time, unless its feed is frozen. */
  double known(StubPair pair, double time) {
    double known = time;
    for (StubFault fault : faults) {
      boolean stops =
          fault.kind() == StubFault.Kind.FROZEN || fault.kind() == StubFault.Kind.DELISTED;
      if (stops && fault.isOn(time) && fault.concerns(pair.id())) {
        known = Math.min(known, fault.from());
      }
    }
    return known;
  }

  /** A pair's status in AssetPairs. */
  String pairStatus(double time) {
    String status = status(time);
    return status.equals("maintenance") ? "cancel_only" : status;
  }

  /** The exchange's own word on its state: online, maintenance, cancel_only, post_only. */
  String status(double time) {
    for (StubFault.Kind kind :
        List.of(
            StubFault.Kind.MAINTENANCE,
            StubFault.Kind.CANCEL_ONLY,
            StubFault.Kind.POST_ONLY,
            StubFault.Kind.LIMIT_ONLY)) {
      if (isOn(kind, time)) {
        return kind.name().toLowerCase(Locale.ROOT);
      }
    }
    return "online";
  }
}
