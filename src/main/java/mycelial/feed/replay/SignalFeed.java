package mycelial.feed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import mycelial.feed.BadDataException;
import mycelial.feed.MoatFeed;
import mycelial.feed.MoatSource;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;

/** Plays a file of signals, one row ahead of what it tells. Used by one thread. */
final class SignalFeed implements MoatFeed {
  private final SignalReader reader;
  private final MoatSource source;
  private @Nullable MoatSignal upcoming;
  private @Nullable BadDataException failure;

  SignalFeed(SignalReader reader, MoatSource source) {
    this.reader = reader;
    this.source = source;
    readOn();
  }

  /** A row that cannot be used does not hide those that stand before it at the same instant. */
  private void readOn() {
    try {
      upcoming = reader.next();
    } catch (BadDataException e) {
      upcoming = null;
      failure = e;
    }
  }

  @Override
  public MoatSource source() {
    return source;
  }

  @Override
  public List<String> description() {
    return List.of(
        source.provenance().name().toLowerCase(Locale.ROOT)
            + " moat signals from "
            + source.name()
            + ": "
            + source.targets().stream().map(MoatTarget::channel).collect(Collectors.joining(", ")));
  }

  @Override
  public OptionalLong nextTime() {
    if (failure != null) {
      throw failure;
    }
    return upcoming == null ? OptionalLong.empty() : OptionalLong.of(upcoming.seenTime());
  }

  @Override
  public List<MoatSignal> next() {
    MoatSignal first = upcoming;
    if (first == null) {
      throw new NoSuchElementException("the feed is at its end: ask nextTime first");
    }
    List<MoatSignal> signals = new ArrayList<>();
    long time = first.seenTime();
    while (upcoming != null && upcoming.seenTime() == time) {
      signals.add(upcoming);
      readOn();
    }
    return signals;
  }

  @Override
  public void close() {
    reader.close();
  }
}
