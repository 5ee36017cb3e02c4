package mycelial.agent.miner;

import mycelial.analysis.RollingQuantile;
import mycelial.config.MoatSettings;
import mycelial.market.MoatSignal;
import org.jspecify.annotations.Nullable;

/** One field of a target: its newest values, among which the next is ranked. Used by one thread. */
final class RankedField {
  private static final double DIGITS = 1000;

  private final RollingQuantile past;
  private MoatReading newest;

  /** A field that has just been heard of for the first time. */
  RankedField(MoatSignal first, int window) {
    past = new RollingQuantile(window, MoatSettings.LEVEL_MINIMUM);
    past.add(first.value());
    newest = new MoatReading(first, null, 1);
  }

  /** Ranks a signal among those before it, rounded to 0.001, and then counts it among them. */
  void add(MoatSignal signal) {
    @Nullable Double level = null;
    if (past.isReady()) {
      level = StrictMath.rint(past.standing(signal.value()) * DIGITS) / DIGITS;
    }
    past.add(signal.value());
    newest = new MoatReading(signal, level, newest.signals() + 1);
  }

  MoatReading newest() {
    return newest;
  }
}
