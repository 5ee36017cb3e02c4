package mycelial.colony;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import mycelial.agent.Ticks;
import mycelial.feed.Arrival;
import mycelial.feed.ArrivalJson;
import mycelial.feed.MarketFeed;
import mycelial.market.MarketUpdate;
import mycelial.storage.Journal;
import mycelial.storage.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Begins the journals of sessions. */
final class Journals {
  /** The fact that says how often a journal says what the colony is, seconds of schedule time. */
  static final String STATE_SECONDS = "state-seconds";

  /** The fact that says when the past ends that a session warms up on, a tick; 0 without one. */
  static final String STATES_AFTER = "states-after";

  /** A minute where the wall counts; where it does not, an hour costs less and loses nothing. */
  private static final long LIVE_STATE_SECONDS = 60;

  private static final long FAST_STATE_SECONDS = 3600;
  private static final int LINES_AT_ONCE = 1000;

  private Journals() {}

  /**
   * Begins a journal: what the session starts from, and of a live market the past that it warms up
   * on, each of its instants at its own time.
   *
   * @param past the past of a live market, or null
   */
  static void begin(Path folder, SessionRequest request, @Nullable MarketFeed past) {
    Map<String, String> facts = new TreeMap<>(request.chronicle().facts());
    boolean paced = request.pacer().isBoundToTheWall();
    facts.put(STATE_SECONDS, String.valueOf(paced ? LIVE_STATE_SECONDS : FAST_STATE_SECONDS));
    long end = past == null ? 0 : past.lastTime() - past.firstTime();
    facts.put(STATES_AFTER, String.valueOf(end * Ticks.PER_SECOND));
    try (Journal journal = Journal.create(folder, facts)) {
      if (past != null) {
        copy(past, journal);
      }
    }
  }

  private static void copy(MarketFeed past, Journal journal) {
    List<JournalEntry> lines = new ArrayList<>();
    long origin = past.firstTime();
    for (OptionalLong time = past.nextTime(); time.isPresent(); time = past.nextTime()) {
      long tick = (time.getAsLong() - origin) * Ticks.PER_SECOND;
      for (MarketUpdate update : past.next()) {
        String body = ArrivalJson.write(new Arrival.Market(update));
        lines.add(new JournalEntry(tick, JournalEntry.Kind.ARRIVAL, body));
      }
      if (lines.size() >= LINES_AT_ONCE) {
        journal.append(lines);
        lines.clear();
      }
    }
    journal.append(lines);
  }
}
