package mycelial.feed;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import mycelial.market.MoatSignal;

/** A feed without a signal of its own, because there is none or because they arrive otherwise. */
record NoMoatFeed(MoatSource source) implements MoatFeed {
  @Override
  public List<String> description() {
    return List.of("moats: " + source.provenance() + " (" + source.name() + ")");
  }

  @Override
  public OptionalLong nextTime() {
    return OptionalLong.empty();
  }

  @Override
  public List<MoatSignal> next() {
    throw new NoSuchElementException("there are no signals: " + source.name());
  }

  /** Nothing is open. */
  @Override
  public void close() {}
}
