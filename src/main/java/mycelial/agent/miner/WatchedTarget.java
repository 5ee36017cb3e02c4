package mycelial.agent.miner;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.config.MoatSettings;
import mycelial.feed.MoatSource;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.message.Channel;
import org.jspecify.annotations.Nullable;

/** What a moat miner knows of one of its targets. Used by one thread. */
final class WatchedTarget {
  private static final long SECONDS_AN_HOUR = 3600;

  private final MoatTarget target;
  private final Channel channel;
  private final MoatSettings settings;
  private final Map<String, RankedField> fields = new TreeMap<>();
  private @Nullable MoatSignal newest;
  private @Nullable String failure;

  /** Before this tick its being missing has been said often enough. */
  private long nextNotice;

  WatchedTarget(MoatTarget target, MoatSettings settings) {
    this.target = target;
    this.channel = Channel.moat(target.moat(), target.name());
    this.settings = settings;
  }

  /** Its source has failed for that reason, or is back: null. */
  void fail(@Nullable String reason) {
    failure = reason;
    nextNotice = 0;
  }

  MoatTarget target() {
    return target;
  }

  Channel channel() {
    return channel;
  }

  /** Takes a signal in and tells where its field stands now. */
  MoatReading add(MoatSignal signal) {
    newest = signal;
    RankedField series = fields.get(signal.field());
    if (series == null) {
      series = new RankedField(signal, settings.levelWindow());
      fields.put(signal.field(), series);
    } else {
      series.add(signal);
    }
    return series.newest();
  }

  List<MoatReading> readings() {
    return fields.values().stream().map(RankedField::newest).toList();
  }

  /** The last second at which it is not missing, unless another signal comes. */
  private static long lastFresh(MoatSignal signal, MoatSettings settings) {
    return signal.seenTime() + settings.staleHours() * SECONDS_AN_HOUR;
  }

  /** Why it is missing at an instant, seconds since the epoch, or null. */
  @Nullable String whyMissing(double now, MoatSource source) {
    if (failure != null) {
      return failure;
    }
    MoatSignal last = newest;
    if (last != null) {
      return now <= lastFresh(last, settings)
          ? null
          : "no signal since "
              + Instant.ofEpochSecond(last.seenTime())
              + ", for more than "
              + settings.staleHours()
              + " h";
    }
    if (source.provenance() == MoatProvenance.MISSING) {
      return source.name();
    }
    return source.targets().contains(target)
        ? source.name() + " has told nothing of " + target + " yet"
        : source.name() + " has no channel " + target;
  }

  /** Seconds until it will be missing if nothing comes; not to be asked of one that is. */
  double secondsFresh(double now) {
    MoatSignal last = newest;
    return last == null ? 0 : lastFresh(last, settings) + 1 - now;
  }

  boolean isNoticeDue(long tick) {
    return tick >= nextNotice;
  }

  long nextNotice() {
    return nextNotice;
  }

  void noticed(long next) {
    nextNotice = next;
  }
}
