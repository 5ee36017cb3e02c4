package mycelial.feed.replay;

import java.io.IOException;
import java.nio.file.Path;
import mycelial.feed.BadDataException;
import mycelial.market.Interval;
import mycelial.market.Pair;

/**
 * One file of candles, known by its name.
 *
 * @param path where it is
 * @param pair what its name means
 * @param interval length of its bars
 */
record CandleFile(Path path, Pair pair, Interval interval) {
  /** The file, whatever is in it. */
  DataFile data() {
    return new DataFile(path);
  }

  /** The name without folders, for messages. */
  String name() {
    return data().name();
  }

  /** One sentence for a file that cannot be read. */
  BadDataException unreadable(IOException cause) {
    return data().unreadable(cause);
  }
}
