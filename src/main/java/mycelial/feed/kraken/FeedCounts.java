package mycelial.feed.kraken;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was rejected, repeated or lost, by name, and says the first few of each in the log.
 * Safe for use by several threads.
 */
final class FeedCounts {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCounts.class);
  private static final int SAID = 10;
  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts one of a kind without a word. */
  synchronized void count(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  /** Counts one of a kind, and says what it was unless that was said often enough. */
  synchronized void warn(String name, String what) {
    long count = counts.merge(name, 1L, Long::sum);
    if (count <= SAID) {
      LOG.warn("{}{}", KrakenErrors.shown(what), count == SAID ? " (no more of these)" : "");
    }
  }

  /** Every count by name. */
  synchronized Map<String, Long> all() {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }
}
