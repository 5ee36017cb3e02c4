package mycelial.feed.replay;

import org.jspecify.annotations.Nullable;

/** The unit of a time stamp, told by its magnitude. */
enum EpochUnit {
  SECONDS,
  MILLISECONDS;

  /** The unit, or null where the number is in neither range. */
  static @Nullable EpochUnit of(long time) {
    if (time >= 100_000_000L && time < 10_000_000_000L) {
      return SECONDS;
    }
    return time >= 100_000_000_000L && time < 10_000_000_000_000L ? MILLISECONDS : null;
  }

  /** Why a number is in neither range. */
  static String describe(long time) {
    if (time < 100_000_000L) {
      return "is before 1973 if it counts seconds";
    }
    if (time < 100_000_000_000L) {
      return "is neither seconds (too large) nor milliseconds (too small)";
    }
    return time < 10_000_000_000_000_000L ? "looks like microseconds" : "looks like nanoseconds";
  }

  String label() {
    return this == SECONDS ? "seconds" : "milliseconds";
  }

  long toSeconds(long time) {
    return this == SECONDS ? time : Math.floorDiv(time, 1000L);
  }

  long perSecond() {
    return this == SECONDS ? 1 : 1000;
  }
}
