package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mycelial.agent.Agent;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.bus.MessageBus;
import mycelial.feed.Arrival;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.message.SystemControl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads what enters a running colony to whom it concerns: market and moats to their miners, words
 * about entries to the gate. Used by the thread that owns the model.
 */
final class Entrance implements AutoCloseable {
  /**
   * What has entered at one tick.
   *
   * @param commands operators' commands, for the desk
   * @param bars how many closed bars there were
   * @param woken the miners that got any
   */
  record News(List<SystemControl> commands, int bars, List<Agent> woken) {}

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final ColonyPlan.Ports ports;
  private final Intake intake;
  private final Gate gate = new Gate();
  private final Lag lag = new Lag();
  private final Roster roster;
  private final MoatMining moats;
  private final MessageBus bus;
  private boolean pastIsOver;

  /**
   * Opens the session's history.
   *
   * @param origin first instant of the session, seconds since the epoch
   */
  Entrance(ColonyPlan.Ports ports, double origin, Roster roster, MoatMining moats, MessageBus bus) {
    this.ports = ports;
    this.intake = new Intake(ports.openHistory(), ports.inbox(), origin, ports.lateSeconds());
    this.roster = roster;
    this.moats = moats;
    this.bus = bus;
  }

  Gate gate() {
    return gate;
  }

  /**
   * Fetches what has arrived from outside, to be seen at a tick unless something is to be seen
   * already.
   */
  void gather(long tick) {
    intake.command(bus.takeCommands());
    intake.gather(tick);
  }

  /** The tick at which something is seen next, or Long.MAX_VALUE. */
  long nextTick() {
    return intake.nextTick();
  }

  /** Whether everything is new from now on. */
  boolean isLive() {
    return intake.isLive();
  }

  /** Whether there may be something to do though nothing is known of yet. */
  boolean isOpenEnded() {
    return ports.isLive() && intake.isLive();
  }

  /** Whether all of the past has entered and nothing may follow it. */
  boolean isOver() {
    return intake.isOver();
  }

  /** The last tick of the past if the session was ended there, or Long.MAX_VALUE. */
  long endTick() {
    return intake.endTick();
  }

  /** Why it was ended then, or null at its planned end. */
  @Nullable String endReason() {
    String reason = intake.endReason();
    return reason.isEmpty() ? null : reason;
  }

  /** The session is ended for that reason, or at its planned end. */
  void end(long tick, @Nullable String reason) {
    intake.end(tick, reason == null ? "" : reason);
  }

  /**
   * An instant begins that is this late, seconds on the wall: what the colony itself has to say
   * about entries, if the instant is not of the past.
   */
  void look(double lateSeconds) {
    if (!intake.isLive() || intake.isOver()) {
      return;
    }
    if (!pastIsOver) {
      pastIsOver = true;
      gate.reopen().forEach(intake::insert);
    }
    lag.look(lateSeconds).ifPresent(intake::insert);
  }

  /**
   * Leads in what is seen at a tick.
   *
   * @param state says what the colony is before that
   */
  News enter(long tick, Supplier<String> state) {
    Intake.Batch batch = intake.enter(tick, state);
    List<Agent> woken = new ArrayList<>();
    int bars = 0;
    for (Arrival arrival : batch.arrivals()) {
      switch (arrival) {
        case Arrival.Market market -> bars += enter(market.update(), woken);
        case Arrival.Signal signal -> add(moats.offer(signal.signal()), woken);
        case Arrival.MoatChange change -> add(moats.change(change), woken);
        case Arrival.Access access -> enter(access);
      }
    }
    return new News(batch.commands(), bars, woken);
  }

  private static void add(List<? extends Agent> more, List<Agent> woken) {
    more.stream().filter(agent -> !woken.contains(agent)).forEach(woken::add);
  }

  /** How many bars that were. */
  private int enter(MarketUpdate update, List<Agent> woken) {
    DataMinerAgent miner = roster.miner(update.pair());
    if (miner == null) {
      return 0;
    }
    MarketUpdate fitting = fitting(update, miner.newest());
    if (fitting.closed() == null && fitting.quote() == null) {
      return 0;
    }
    miner.offer(miner.mine(fitting));
    add(List.of(miner), woken);
    return fitting.closed() == null ? 0 : 1;
  }

  /** The times of a pair's bars increase strictly, whatever its source says. */
  private static MarketUpdate fitting(MarketUpdate update, @Nullable Bar newest) {
    Bar bar = update.closed();
    if (bar == null || newest == null || bar.start() == newest.end()) {
      return update;
    }
    if (bar.start() < newest.end()) {
      LOG.warn(
          "{}: a bar of {} comes after that of {}", update.pair(), bar.start(), newest.start());
      return new MarketUpdate(update.pair(), null, update.quote(), false);
    }
    return new MarketUpdate(update.pair(), bar, update.quote(), true);
  }

  private void enter(Arrival.Access access) {
    if (gate.take(access)) {
      Pair pair = access.pair();
      String where = pair == null ? "" : " in " + pair;
      String what = access.entries() ? "entries are free again" : "no entries";
      ports.say(what + where + ": " + access.reason());
    }
  }

  @Override
  public void close() {
    intake.close();
  }
}
