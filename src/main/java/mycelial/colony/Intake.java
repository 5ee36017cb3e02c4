package mycelial.colony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import mycelial.agent.Ticks;
import mycelial.feed.Arrival;
import mycelial.feed.ArrivalJson;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Quote;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.storage.JournalEntry;
import mycelial.storage.JournalEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The one place at which the outside enters a running colony: arrivals and operators' commands,
 * each at the tick at which the agents see it. What is new is journalled before it is handed over;
 * what a journal holds already enters first, at the ticks it was given then. Used by the thread
 * that owns the model.
 */
final class Intake implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;

  /** What enters at one tick, in this order. */
  record Batch(List<SystemControl> commands, List<Arrival> arrivals) {}

  private final History history;
  private final Inbox inbox;
  private final double origin;
  private final double lateSeconds;
  private final long stateTicks;
  private final List<SystemControl> commands = new ArrayList<>();
  private final Inbox waiting = new Inbox();
  private final List<Arrival> urgent = new ArrayList<>();
  private long freshTick = NEVER;
  private long nextState;

  /**
   * @param origin first instant of the session, seconds since the epoch
   * @param lateSeconds a bar that enters longer than this after its end is late
   */
  Intake(History history, Inbox inbox, double origin, double lateSeconds) {
    this.history = history;
    this.inbox = inbox;
    this.origin = origin;
    this.lateSeconds = lateSeconds;
    this.stateTicks = history.stateSeconds() * Ticks.PER_SECOND;
    this.nextState = stateTicks == 0 ? 0 : (history.statesAfter() / stateTicks + 1) * stateTicks;
  }

  /** Whether all of the past has entered: from now on everything is new. */
  boolean isLive() {
    return history.peek() == null;
  }

  /** Takes in operators' commands that have just arrived. */
  void command(List<SystemControl> arrived) {
    commands.addAll(arrived);
  }

  /**
   * Decides when what waits enters, unless that is decided already: at once, or with the next whole
   * second when there is nothing but quotes.
   *
   * @param tick where the wall stands; later than any tick before
   */
  void gather(long tick) {
    if (!isLive() || freshTick < tick) {
      return; // what arrives after the tick at which the others enter is not known then
    }
    boolean news = !commands.isEmpty() || inbox.hasNews();
    inbox.drain().forEach(waiting::offer);
    if (news) {
      freshTick = Math.min(freshTick, tick);
    } else if (!waiting.isEmpty()) {
      long whole = (tick + Ticks.PER_SECOND - 1) / Ticks.PER_SECOND * Ticks.PER_SECOND;
      freshTick = Math.min(freshTick, whole);
    }
  }

  /** The tick at which something enters next, or Long.MAX_VALUE. */
  long nextTick() {
    JournalEntry past = history.peek();
    if (past == null) {
      return freshTick;
    }
    return past.kind().entersColony() ? past.tick() : NEVER;
  }

  /** The last tick of the past if the session was ended there, or Long.MAX_VALUE. */
  long endTick() {
    JournalEntry past = history.peek();
    return past != null && past.kind() == Kind.END ? past.tick() : NEVER;
  }

  /** Why the session was ended then; empty at its planned end. Only where {@link #endTick} is. */
  String endReason() {
    return Objects.requireNonNull(history.peek()).body();
  }

  /** Whether all of the past has entered and nothing may follow it. */
  boolean isOver() {
    return isLive() && history.endsWithPast();
  }

  /**
   * The session is ended.
   *
   * @param reason why, or empty at its planned end
   * @throws Divergence when it did not end like this in the past
   */
  void end(long tick, String reason) {
    JournalEntry end = new JournalEntry(tick, Kind.END, reason);
    if (!isLive()) {
      compare(end);
    } else if (!isOver()) {
      history.append(List.of(end));
    }
  }

  /** Has something of the colony's own enter at the tick that begins next. */
  void insert(Arrival arrival) {
    urgent.add(arrival);
  }

  /**
   * An instant begins: what enters at its tick, journalled if it is new. Where it is time, what the
   * colony is before that is journalled too, or compared with the past.
   *
   * @param state says what the colony is
   * @throws Divergence when it is not what it was in the past
   */
  Batch enter(long tick, Supplier<String> state) {
    boolean isPast = !isLive() || isOver();
    List<SystemControl> said = !isPast && tick == freshTick ? List.copyOf(commands) : List.of();
    List<JournalEntry> entries = isPast ? past(tick) : news(tick);
    Batch batch = new Batch(isPast ? commands(entries) : said, arrivals(entries));
    if (stateTicks > 0 && tick >= nextState && !isOver()) {
      nextState = (tick / stateTicks + 1) * stateTicks;
      JournalEntry now = new JournalEntry(tick, Kind.STATE, state.get());
      if (isPast) {
        compare(now);
      } else {
        entries.add(now);
      }
    }
    if (isPast) {
      requireInStep(tick);
    } else if (!entries.isEmpty()) {
      history.append(entries);
    }
    return batch;
  }

  private void compare(JournalEntry now) {
    JournalEntry then = history.peek();
    if (!now.equals(then)) {
      throw new Divergence(
          "the session differs from its journal at "
              + moment(now.tick())
              + ": it was "
              + words(then)
              + " and is now "
              + words(now));
    }
    history.take();
  }

  /** The past has nothing that should have entered already. */
  private void requireInStep(long tick) {
    JournalEntry past = history.peek();
    if (past != null && past.tick() < tick) {
      throw new Divergence(
          "the session differs from its journal at "
              + moment(past.tick())
              + ": something happened then that does not happen now ("
              + words(past)
              + ")");
    }
  }

  private static String words(@Nullable JournalEntry entry) {
    return entry == null
        ? "at its end"
        : entry.kind() + " " + entry.body() + " at tick " + entry.tick();
  }

  private String moment(long tick) {
    return Instant.ofEpochMilli((long) (origin * 1000 + Ticks.seconds(tick) * 1000))
        + " (tick "
        + tick
        + ")";
  }

  private List<JournalEntry> past(long tick) {
    List<JournalEntry> due = new ArrayList<>();
    for (JournalEntry next = history.peek();
        next != null && next.tick() == tick && next.kind().entersColony();
        next = history.peek()) {
      due.add(next);
      history.take();
    }
    return due;
  }

  private List<JournalEntry> news(long tick) {
    List<JournalEntry> fresh = new ArrayList<>();
    if (tick == freshTick) {
      freshTick = NEVER;
      commands.forEach(command ->
          fresh.add(
              new JournalEntry(tick, Kind.COMMAND, command.command() + "\n" + command.reason())));
      commands.clear();
      urgent.addAll(waiting.drain());
    }
    urgent.forEach(arrival ->
        fresh.add(new JournalEntry(tick, Kind.ARRIVAL, ArrivalJson.write(inTime(arrival, tick)))));
    urgent.clear();
    return fresh;
  }

  /**
   * A bar that has waited too long, wherever it did, is late; a quote is known when it enters,
   * which may be a little less than a tick before its time.
   */
  private Arrival inTime(Arrival arrival, long tick) {
    if (!(arrival instanceof Arrival.Market(MarketUpdate update))) {
      return arrival;
    }
    double now = origin + Ticks.seconds(tick);
    return new Arrival.Market(
        new MarketUpdate(
            update.pair(),
            inTime(update.closed(), now),
            inTime(update.quote(), now),
            update.gap()));
  }

  private @Nullable Bar inTime(@Nullable Bar bar, double now) {
    boolean late = bar != null && bar.isActionable() && now - bar.end() > lateSeconds;
    return bar != null && late ? bar.late() : bar;
  }

  private static @Nullable Quote inTime(@Nullable Quote quote, double now) {
    return quote != null && quote.time() > now ? new Quote(now, quote.mid()) : quote;
  }

  /** What lines say; what is new goes through its text like what is past. */
  private static List<Arrival> arrivals(List<JournalEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.ARRIVAL)
        .map(entry -> ArrivalJson.read(entry.body()))
        .toList();
  }

  private static List<SystemControl> commands(List<JournalEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.COMMAND)
        .map(entry -> control(entry.body()))
        .toList();
  }

  private static SystemControl control(String body) {
    int line = body.indexOf('\n');
    return new SystemControl(
        Command.valueOf(body.substring(0, line)), Origin.OPERATOR, body.substring(line + 1));
  }

  @Override
  public void close() {
    history.close();
  }
}
