package mycelial.feed.moat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which targets of a source are missing because something that they are made of has failed. Each
 * change is told once. Used by one thread.
 */
final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

  private final String source;
  private final Arrivals sink;
  private final SortedMap<MoatTarget, SortedMap<String, String>> failing = new TreeMap<>();

  Standing(String source, Arrivals sink) {
    this.source = source;
    this.sink = sink;
  }

  /** A part of those targets cannot be had. */
  void failed(String part, List<MoatTarget> targets, String reason) {
    String words = source + ": " + reason;
    for (MoatTarget target : targets) {
      SortedMap<String, String> parts = failing.computeIfAbsent(target, none -> new TreeMap<>());
      if (parts.isEmpty()) {
        change(target, MoatProvenance.MISSING, words);
      }
      parts.put(part, words);
    }
  }

  /** A part of those targets has been had. */
  void succeeded(String part, List<MoatTarget> targets) {
    for (MoatTarget target : targets) {
      SortedMap<String, String> parts = failing.get(target);
      if (parts != null && parts.remove(part) != null && parts.isEmpty()) {
        change(target, MoatProvenance.LIVE, source + " is back");
      }
    }
  }

  private void change(MoatTarget target, MoatProvenance provenance, String words) {
    LOG.warn("{} is {}: {}", target, provenance, words);
    sink.offer(new Arrival.MoatChange(target, provenance, words));
  }
}
