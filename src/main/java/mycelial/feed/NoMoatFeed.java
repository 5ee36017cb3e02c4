package mycelial.feed;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import mycelial.market.MoatSignal;

/** A feed that has nothing and says why. */
record NoMoatFeed(MoatSource source) implements MoatFeed {
  @Override
  public List<String> description() {
    return List.of("moats: MISSING (" + source.name() + ")");
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
