package mycelial.feed.moat;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a source's targets stand: live once everything that they are made of has been had, missing as
 * soon as a part of it has failed, until all of it is there again. Each change is told once. Used
 * by one thread.
 */
final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

  private enum Part {
    UNHEARD,
    HAD,
    FAILED
  }

  private static final class Target {
    private final SortedMap<String, Part> parts = new TreeMap<>();
    private @Nullable MoatProvenance said;
  }

  private final String source;
  private final Arrivals sink;
  private final SortedMap<MoatTarget, Target> targets = new TreeMap<>();

  /** The standing of what those questions are about, before any of them has been asked. */
  Standing(String source, List<Poll> polls, Arrivals sink) {
    this.source = source;
    this.sink = sink;
    for (Poll poll : polls) {
      for (MoatTarget target : poll.targets()) {
        targets
            .computeIfAbsent(target, none -> new Target())
            .parts
            .put(poll.subject(), Part.UNHEARD);
      }
    }
  }

  /** A question has had no usable answer. */
  void failed(Poll poll, String reason) {
    for (MoatTarget name : poll.targets()) {
      Target target = Objects.requireNonNull(targets.get(name));
      target.parts.put(poll.subject(), Part.FAILED);
      say(name, target, MoatProvenance.MISSING, reason);
    }
  }

  /** A question has been answered. */
  void succeeded(Poll poll) {
    for (MoatTarget name : poll.targets()) {
      Target target = Objects.requireNonNull(targets.get(name));
      target.parts.put(poll.subject(), Part.HAD);
      if (target.parts.values().stream().allMatch(part -> part == Part.HAD)) {
        say(name, target, MoatProvenance.LIVE, target.said == null ? "answers" : "is back");
      }
    }
  }

  private void say(MoatTarget name, Target target, MoatProvenance provenance, String words) {
    if (target.said != provenance) {
      target.said = provenance;
      if (provenance == MoatProvenance.MISSING) {
        LOG.warn("{} is missing: {}: {}", name, source, words);
      } else {
        LOG.info("{} is live: {} {}", name, source, words);
      }
      sink.offer(new Arrival.MoatChange(name, provenance, source + ": " + words));
    }
  }
}
