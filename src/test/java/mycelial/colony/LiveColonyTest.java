package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mycelial.agent.Ticks;
import mycelial.bus.InMemoryBus;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.feed.Arrival;
import mycelial.feed.ArrivalJson;
import mycelial.feed.ListFeed;
import mycelial.ledger.Position;
import mycelial.market.MarketUpdate;
import mycelial.market.SignalSource;
import mycelial.storage.JournalEntry;
import mycelial.storage.JournalEntry.Kind;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A colony on a market that lives: killed, resumed and played again from its journal. */
@NullMarked
final class LiveColonyTest {
  private static final Tape TAPE = Fixtures.SAMPLE;
  private static final long LAST = TAPE.updates().lastKey();

  /** The journal of a session that nothing disturbed, and what it did. */
  private static final List<JournalEntry> JOURNAL = new ArrayList<>();

  private static Outcome undisturbed =
      live(JOURNAL, new Wall(TAPE.first(), TAPE.first(), 0), Long.MAX_VALUE);

  /**
   * A wall on which the market of the tape happens, each bar and quote a little after its time. The
   * time at which it stands is what the session has come to.
   */
  private static final class Wall implements Pacer {
    private final Inbox inbox = new Inbox();
    private final TreeMap<Long, List<MarketUpdate>> coming = new TreeMap<>();
    private long now;
    private double late;

    /** Begins at a time of the tape; what was told since another one is caught up with at once. */
    Wall(long since, long from, long seed) {
      Random random = new Random(seed);
      now = (from - TAPE.first()) * Ticks.PER_SECOND;
      TAPE.updates()
          .tailMap(since)
          .forEach((time, updates) -> {
            long tick = (time - TAPE.first()) * Ticks.PER_SECOND + random.nextInt(120);
            coming.computeIfAbsent(Math.max(tick, now), any -> new ArrayList<>()).addAll(updates);
          });
    }

    @Override
    public boolean await(long tick, Object monitor) {
      if (coming.isEmpty() || coming.firstKey() > tick) {
        now = Math.max(now, tick);
        return true;
      }
      Map.Entry<Long, List<MarketUpdate>> next = coming.pollFirstEntry();
      now = Math.max(now, next.getKey());
      next.getValue().forEach(update -> inbox.offer(new Arrival.Market(update)));
      return false;
    }

    @Override
    public long mailTick(long last) {
      return Math.max(last + 1, now);
    }

    @Override
    public double lateBy(long tick) {
      return late;
    }

    @Override
    public void anchor(long tick) {}

    @Override
    public void resume(long tick) {}

    @Override
    public void mailArrived() {}

    @Override
    public boolean isBoundToTheWall() {
      return true;
    }
  }

  private static ColonyKit kit(History history, Inbox inbox, Pacer pacer) {
    return kit(history, inbox, pacer, LAST);
  }

  private static ColonyKit kit(History history, Inbox inbox, Pacer pacer, long end) {
    SortedMap<Long, List<MarketUpdate>> ends = new TreeMap<>();
    ends.put(TAPE.first(), List.of());
    ends.put(end, List.of());
    return ColonyKit.on(() -> new Quiet(new ListFeed(TAPE.pairs(), TAPE.interval(), ends)))
        .warmUpHours(3)
        .pacer(pacer)
        .bus((channels, onMail) -> new InMemoryBus(ColonyKit.SESSION))
        .live(inbox, () -> history);
  }

  /** Plays on behind a journal, to the end or until a number of lines is reached: then killed. */
  private static Outcome live(List<JournalEntry> journal, Wall wall, long lines) {
    ColonyKit kit = kit(MemoryHistory.continuing(journal), wall.inbox, wall);
    return kit.run((colony, instants) -> {
      if (journal.size() >= lines) {
        throw new Killed();
      }
    });
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Outcome replay(List<JournalEntry> journal) {
    return kit(MemoryHistory.replaying(journal), new Inbox(), new ReplayPacer()).run();
  }

  @BeforeAll
  static void hasTraded() {
    undisturbed.requireTraded();
    assertThat(JOURNAL).extracting(JournalEntry::kind).contains(Kind.ARRIVAL, Kind.STATE);
    assertThat(JOURNAL.getLast().kind()).isEqualTo(Kind.END);
  }

  @Test
  void aReplayOfTheJournalTellsWhatTheSessionDid() {
    Outcome again = replay(JOURNAL);
    assertThat(again.digest()).isEqualTo(undisturbed.digest());
    assertThat(again.stored().closed()).hasSameSizeAs(undisturbed.stored().closed());
  }

  @Test
  void anArrivalThatWasNotIsADivergence() {
    List<JournalEntry> altered = new ArrayList<>(JOURNAL);
    int middle = altered.size() / 2;
    while (!altered.get(middle).body().contains("\"bar\"")) {
      middle++;
    }
    JournalEntry entry = altered.get(middle);
    altered.set(
        middle,
        new JournalEntry(
            entry.tick(), entry.kind(), entry.body().replace("\"TRADED\"", "\"LATE\"")));
    assertThatExceptionOfType(Divergence.class)
        .isThrownBy(() -> replay(altered))
        .withMessageContaining("differs from its journal at");
  }

  @Test
  void killedAtRandomMomentsAndResumedItLosesAndDoublesNothing() {
    Random random = new Random(4);
    for (int round = 0; round < 3; round++) {
      List<JournalEntry> journal = new ArrayList<>();
      List<Position> confirmed = List.of();
      long since = TAPE.first();
      long from = since;
      for (int kill = 1; kill <= 3; kill++) {
        long lines = journal.size() + 300L + random.nextInt(JOURNAL.size() / 6);
        confirmed = killed(journal, new Wall(since, from, random.nextLong()), lines, confirmed);
        since = newestBar(journal) + 1;
        from = since + 60L * random.nextInt(10);
      }
      Outcome end = live(journal, new Wall(since, from, random.nextLong()), Long.MAX_VALUE);
      assertThat(positions(end)).as("confirmed before the kills").containsAll(confirmed);
      assertThat(ids(end)).doesNotHaveDuplicates();
      assertThat(replay(journal).digest()).isEqualTo(end.digest());
    }
  }

  private static List<Position> killed(
      List<JournalEntry> journal, Wall wall, long lines, List<Position> before) {
    Recorder[] stored = {new Recorder()};
    ColonyKit kit =
        kit(MemoryHistory.continuing(journal), wall.inbox, wall).stores(() -> stored[0]);
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() ->
            kit.run((colony, instants) -> {
              if (journal.size() >= lines) {
                throw new Killed();
              }
            }));
    List<Position> after = new ArrayList<>();
    for (SignalSource stream : SignalSource.values()) {
      after.addAll(stored[0].opened(stream));
    }
    assertThat(after).as("what was confirmed is done again").containsAll(before);
    return after;
  }

  /** End of the newest bar that has entered, seconds since the epoch. */
  private static long newestBar(List<JournalEntry> journal) {
    return journal.stream()
        .filter(line -> line.kind() == Kind.ARRIVAL && line.body().contains("\"bar\""))
        .map(line -> ((Arrival.Market) ArrivalJson.read(line.body())).update().closed())
        .mapToLong(bar -> Objects.requireNonNull(bar).end())
        .max()
        .orElse(TAPE.first());
  }

  private static List<Position> positions(Outcome outcome) {
    List<Position> all = new ArrayList<>();
    for (SignalSource stream : SignalSource.values()) {
      all.addAll(outcome.stored().opened(stream));
    }
    return all;
  }

  private static List<String> ids(Outcome outcome) {
    return positions(outcome).stream().map(Position::tradeId).collect(Collectors.toList());
  }

  @Test
  void whileTheMachineLagsNoPositionIsOpened() {
    Wall wall = new Wall(TAPE.first(), TAPE.first(), 0);
    List<JournalEntry> journal = new ArrayList<>();
    double[] barred = {TAPE.first() + 4 * 3600, TAPE.first() + 7 * 3600};
    Outcome outcome =
        kit(MemoryHistory.continuing(journal), wall.inbox, wall)
            .run((colony, instants) -> {
              double now = colony.counters().now();
              wall.late = now >= barred[0] && now < barred[1] ? 3 : 0;
            });
    assertThat(positions(outcome))
        .isNotEmpty()
        .noneMatch(each -> each.entry().time() > barred[0] && each.entry().time() < barred[1]);
    assertThat(positions(undisturbed).stream().map(each -> each.entry().time()))
        .as("it would have traded then")
        .anyMatch(time -> time > barred[0] && time < barred[1]);
    assertThat(journal)
        .filteredOn(line -> line.body().contains("\"lag\""))
        .hasSize(2)
        .isSortedAccordingTo(Comparator.comparingLong(JournalEntry::tick));
    assertThat(replay(journal).digest()).isEqualTo(outcome.digest());
  }

  /** Nothing arrives for a while, and all that is planned is that miners look again next hour. */
  @Test
  void goesOnThoughAllThatItKnowsOfLiesBehindItsEnd() {
    long end = LAST - 1800;
    long endTick = (end - TAPE.first()) * Ticks.PER_SECOND;
    Wall wall = new Wall(TAPE.first(), TAPE.first(), 0);
    wall.coming.subMap(endTick - 1700 * Ticks.PER_SECOND, endTick - 120 * Ticks.PER_SECOND).clear();
    Outcome outcome = kit(MemoryHistory.continuing(new ArrayList<>()), wall.inbox, wall, end).run();
    assertThat(wall.coming.firstKey()).as("all of its time was waited for").isGreaterThan(endTick);
    assertThat(outcome.counters().now()).isGreaterThan((double) (end - 120));
  }
}
