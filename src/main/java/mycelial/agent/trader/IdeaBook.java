package mycelial.agent.trader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.ledger.ExpiredIdea;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.TradeStore;
import mycelial.market.SignalSource;
import mycelial.message.Envelope;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/** The ideas that are still being stated, by their first statement, and what has become of each. */
final class IdeaBook {
  /** One idea with its restatements. */
  private static final class Entry {
    private final TradeIdea first;
    private final String agent;
    private final double since;
    private TradeIdea latest;
    private long livesUntil;
    private int restatements;
    private Fate fate = Fate.WARM_UP;
    private String collision = "OPEN";
    private @Nullable ExpiredIdea missed;

    private Entry(TradeIdea first, String agent, Envelope envelope) {
      this.first = first;
      this.agent = agent;
      this.since = envelope.timestamp();
      this.latest = first;
      this.livesUntil = livesUntil(envelope, first);
    }

    private IdeaRecord toRecord() {
      return new IdeaRecord(
          first.origin(),
          first.stream(),
          agent,
          first.pair(),
          first.side(),
          since,
          first.grade(),
          first.score(),
          first.patternId(),
          first.reason(),
          fate.name(),
          restatements,
          collision,
          missed == null ? null : missed.nearest(),
          missed == null || missed.nearest() == null ? null : missed.bestGapMillis());
    }
  }

  /** As many ideas that are over are still told to whoever looks on. */
  private static final int MOST_OVER = 500;

  private final Map<String, Entry> open = new LinkedHashMap<>();
  private final ArrayDeque<IdeaRecord> over = new ArrayDeque<>();

  /** The newest ideas, those that are over first. */
  List<IdeaRecord> newest() {
    List<IdeaRecord> all = new ArrayList<>(over);
    open.values().forEach(entry -> all.add(entry.toRecord()));
    return all;
  }

  /**
   * From when on silence ends an idea, milliseconds since the epoch. The council restates an idea
   * as long as it is meant to be held, though others may not have agreed on it for a while; an
   * analyst that falls silent has a new idea when it speaks again.
   */
  static long livesUntil(Envelope envelope, TradeIdea idea) {
    boolean pauses = idea.stream() == SignalSource.MYCELIAL && idea.restates() == null;
    return pauses ? 1000 * (idea.barEnd() + 60L * idea.horizonMinutes()) : envelope.millis();
  }

  /** Takes a statement in; says whether it is the first that the trader hears of this idea. */
  boolean state(Envelope envelope, TradeIdea idea, String agent) {
    Entry entry = open.get(idea.origin());
    if (entry == null) {
      open.put(idea.origin(), new Entry(idea, agent, envelope));
      return true;
    }
    entry.latest = idea;
    entry.livesUntil = Math.max(entry.livesUntil, envelope.millis());
    entry.restatements++;
    return false;
  }

  /** What the idea said last, or null when it is over. */
  @Nullable TradeIdea latest(String origin) {
    Entry entry = open.get(origin);
    return entry == null ? null : entry.latest;
  }

  void fate(String origin, Fate fate) {
    Entry entry = open.get(origin);
    if (entry != null) {
      entry.fate = fate;
    }
  }

  /** It has met its partner. */
  void matched(String origin) {
    Entry entry = open.get(origin);
    if (entry != null) {
      entry.collision = "MATCHED";
    }
  }

  /** It is over without a collision. */
  void missed(ExpiredIdea idea) {
    Entry entry = open.get(idea.origin());
    if (entry != null) {
      entry.collision = idea.fate().name();
      entry.missed = idea;
    }
  }

  /**
   * Hands ideas that are over, silent for longer than the idle time, to the store and forgets them.
   */
  void settle(long nowMillis, long idleMillis, TradeStore store) {
    Iterator<Entry> entries = open.values().iterator();
    while (entries.hasNext()) {
      Entry entry = entries.next();
      if (nowMillis - entry.livesUntil > idleMillis) {
        entries.remove();
        IdeaRecord settled = entry.toRecord();
        store.idea(settled);
        over.addLast(settled);
        if (over.size() > MOST_OVER) {
          over.removeFirst();
        }
      }
    }
  }
}
