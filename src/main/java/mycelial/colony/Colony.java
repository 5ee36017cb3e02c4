package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import mycelial.agent.Agent;
import mycelial.agent.AgentContext;
import mycelial.agent.Ticks;
import mycelial.bus.BusStatistics;
import mycelial.bus.BusTraffic;
import mycelial.bus.MessageBus;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.learning.SwarmState;
import mycelial.market.Provenance;
import mycelial.memory.MemorySnapshot;
import mycelial.message.Channel;
import mycelial.message.Message;
import mycelial.message.Role;
import mycelial.storage.SwarmSnapshot;
import org.jspecify.annotations.Nullable;
import sim.engine.SimState;

/**
 * MASON's model: all agents, stepped by one {@link ColonySchedule}. {@link #start} opens the
 * adapters and makes the agents, {@link #finish} releases them; both may be repeated. Owned by the
 * thread that steps the schedule, except for {@link #interrupt}.
 */
public final class Colony extends SimState {
  private static final long serialVersionUID = 1L;

  /** Why an interrupted session ended. */
  public static final String INTERRUPTED = "interrupted";

  /** Why the replay of a journal ended that has no end. */
  public static final String JOURNAL_ENDS = "the journal ends here";

  /** After the last bar agents get this long to react, seconds. */
  private static final long SETTLE_SECONDS = 10;

  private final transient ColonySchedule clock;
  private final transient ColonyPlan plan;
  private long runSeed;
  private transient @Nullable ColonyRun run;
  private transient @Nullable Onlooker onlooker;
  private transient volatile @Nullable String endReason;

  /** A colony of that plan; nothing is opened before {@link #start}. */
  public Colony(ColonyPlan plan) {
    this(plan, new ColonySchedule(plan.pacer()));
  }

  private Colony(ColonyPlan plan, ColonySchedule clock) {
    super(plan.seed(), clock);
    this.clock = clock;
    this.plan = plan;
    this.runSeed = plan.seed();
  }

  @Override
  public void setSeed(long seed) {
    super.setSeed(seed);
    runSeed = seed;
  }

  /**
   * Somebody watches the colony through MASON's window: from the next {@link #start} on the
   * onlooker hears of deliveries, and the schedule's monitor is free while a round waits for Redis.
   */
  public void attend(Onlooker watching) {
    onlooker = watching;
  }

  /**
   * Goes on after a pause without hurrying to make up for it; between instants.
   *
   * @param atOnce whether the next instant happens at once, or as long after the last one as it is
   *     later
   */
  public void resume(boolean atOnce) {
    plan.pacer().resume(atOnce ? clock.nextTick(this) : clock.tick());
  }

  /** Whether instants may have to wait for the wall. */
  public boolean isPaced() {
    return plan.pacer().isBoundToTheWall();
  }

  @Override
  public void start() {
    super.start();
    endReason = null;
    run = open();
    AgentContext context = new RunContext(this, run, clock);
    run.roster.desk().open(run.roster, run.postman, context);
    run.roster.agents().forEach(agent -> agent.start(context));
  }

  private ColonyRun open() {
    try (Rollback rollback = new Rollback()) {
      MarketFeed feed = rollback.add(plan.ports().openFeed(), MarketFeed::close);
      MoatFeed signals = rollback.add(plan.ports().openMoats(), MoatFeed::close);
      if (isPaced()) {
        new Rehearsal(this, plan, feed.pairs(), feed.interval()).play();
      }
      RunDigest digest = new RunDigest(plan.ports().trades(), plan.ports().patterns());
      AgentFactory factory = new AgentFactory(plan, runSeed, feed.pairs(), feed.interval(), digest);
      Roster roster = Roster.build(factory);
      MoatMining moats = new MoatMining(signals, roster.moatMiners(), feed.firstTime());
      MessageBus bus = plan.ports().openBus(roster.channels(), this::mailArrived);
      rollback.keep();
      Courier courier = onlooker == null ? Courier.direct(bus) : Courier.sharing(bus, clock);
      plan.ports().inbox().onNews(this::mailArrived);
      Entrance entrance = new Entrance(plan.ports(), feed.firstTime(), roster, moats, bus);
      return new ColonyRun(
          new ColonyRun.Links(feed, moats, courier, entrance), roster, digest, plan, onlooker);
    }
  }

  /** Waits for the round of the last instant if it was left under way; before {@link #settle}. */
  void completeInstant() {
    if (clock.isInstantOpen()) {
      clock.closeInstant();
      run().postman.carryWhole(run().tick);
    }
  }

  /**
   * Ends trading: closes positions if so planned, settles ideas, checks the money. Called once,
   * before {@link #finish}.
   */
  public void settle() {
    ColonyRun current = run();
    current.entrance.end(current.tick, endReason == null ? "" : endReason);
    current.roster.trader().finish(plan.flatten());
    if (!INTERRUPTED.equals(endReason)) {
      current.postman.carryWhole(current.tick);
    }
    current.roster.describe(current.digest::line);
  }

  @Override
  public void finish() {
    super.finish();
    ColonyRun current = run;
    if (current != null) {
      run = null;
      current.bus.close();
      current.courier.close();
      current.mining.close();
      current.moats.close();
      current.entrance.close();
    }
  }

  /**
   * Wakes whoever waits for the next instant, on a thread of its own: the caller may be the bus's
   * reader, for which a round waits while the schedule's monitor is held.
   */
  private void mailArrived() {
    Thread.ofVirtual()
        .name("mail-bell")
        .start(() -> {
          synchronized (clock) {
            plan.pacer().mailArrived();
            clock.notifyAll();
          }
        });
  }

  /** Asks for the end of the session; may be called by any thread. */
  public void interrupt() {
    endReason = INTERRUPTED;
    mailArrived();
  }

  void end(String reason) {
    endReason = reason;
  }

  boolean isEnded() {
    return endReason != null;
  }

  /** Why the session ended early, or null. */
  public @Nullable String endReason() {
    return endReason;
  }

  private ColonyRun run() {
    return Objects.requireNonNull(run, "the colony has not been started");
  }

  OperatorDesk desk() {
    return run().desk;
  }

  /** Where the outside enters. */
  Entrance entrance() {
    return run().entrance;
  }

  /** Whether the past says that the session ended before a tick, or there is no more of it. */
  boolean endsBefore(long tick) {
    Entrance entrance = run().entrance;
    if (entrance.isOver()) {
      endReason = JOURNAL_ENDS;
    } else if (tick > entrance.endTick()) {
      endReason = entrance.endReason();
      return true;
    }
    return endReason != null;
  }

  /** A digest of everything that decides what the colony will do. */
  private String state() {
    ColonyRun current = run();
    return current.digest.valueWith(current.roster::describe);
  }

  /** Takes in what is seen from outside at a tick; the miners that got any. */
  List<Agent> enter(long tick) {
    ColonyRun current = run();
    Entrance.News news = current.entrance.enter(tick, this::state);
    news.commands().forEach(current.desk::take);
    current.bars += news.bars();
    return news.woken();
  }

  /** Why no position may be opened anywhere at the moment, or null. */
  public @Nullable String barrier() {
    return run().entrance.gate().barrier();
  }

  /** Pairs in which no position may be opened at the moment, by name, each with the reason. */
  public Map<String, String> barredPairs() {
    return run().entrance.gate().barredPairs();
  }

  void post(int source, Role role, Channel channel, Message message) {
    ColonyRun current = run();
    current.postman.post(source, role, channel, message, current.now());
  }

  /** The tick of the feeds' next instant within the session, or Long.MAX_VALUE. */
  long nextFeedTick() {
    ColonyRun current = run();
    long tick = Math.min(marketTick(current), current.moats.nextTick());
    return tick > current.endTick ? Long.MAX_VALUE : tick;
  }

  private static long marketTick(ColonyRun run) {
    OptionalLong next = run.mining.nextTime();
    return next.isEmpty() ? Long.MAX_VALUE : (next.getAsLong() - run.origin) * Ticks.PER_SECOND;
  }

  /** The last tick at which anything may happen. */
  long lastTick() {
    return run().endTick + SETTLE_SECONDS * Ticks.PER_SECOND;
  }

  /** Hands what the feeds tell at a tick to their miners; returns the miners that got any. */
  List<Agent> takeFeed(long tick) {
    ColonyRun current = run();
    List<Agent> woken = new ArrayList<>();
    if (marketTick(current) == tick) {
      for (Mining.Mined mined : current.mining.next()) {
        mined.miner().offer(mined.data());
        woken.add(mined.miner());
        current.bars += mined.data().bar() == null ? 0 : 1;
      }
    }
    if (current.moats.nextTick() == tick) {
      woken.addAll(current.moats.take());
    }
    return woken;
  }

  /**
   * An instant begins.
   *
   * @param lateSeconds how long after its time, on the wall
   */
  void instantBegins(long tick, double lateSeconds) {
    ColonyRun current = run();
    current.tick = tick;
    current.instants++;
    current.entrance.look(lateSeconds);
    if (!current.anchored && tick >= current.tradingTick && current.entrance.isLive()) {
      current.anchored = true;
      plan.pacer().anchor(tick);
    }
  }

  /** False when the round is still under way. */
  boolean instantEnds(long tick) {
    return run().postman.carry(tick);
  }

  /** When there must be an instant for mail that waits, ticks. */
  long mailDue() {
    return run().postman.due();
  }

  /** The agents; only between start and finish. */
  public Roster roster() {
    return run().roster;
  }

  /** Whether the market is real; only between start and finish. */
  public Provenance provenance() {
    return run().feed.provenance();
  }

  /** What the market is, in words; only between start and finish. */
  public List<String> description() {
    return run().feed.description();
  }

  /** What is known of the five moats; only between start and finish. */
  public List<MoatReport> moats() {
    ColonyRun current = run();
    double now = Math.min(current.now(), current.origin + Ticks.seconds(current.endTick));
    return MoatReports.of(current.feed.provenance(), current.roster, current.moats, (long) now);
  }

  /** Counters and clock of the run; only between start and finish. */
  public RunCounters counters() {
    ColonyRun current = run();
    return new RunCounters(
        current.origin,
        current.now(),
        current.origin + Ticks.seconds(current.tradingTick),
        current.origin + Ticks.seconds(current.endTick),
        current.bars,
        current.instants,
        current.failures,
        current.digest.archived());
  }

  /** What the bus has counted. */
  public BusStatistics busStatistics() {
    return run().bus.statistics();
  }

  /** What the bus has delivered, by topic, and how long it took. */
  public BusTraffic busTraffic() {
    return run().bus.traffic();
  }

  /** What learners and memory started from, or null. */
  @Nullable SwarmSnapshot heritage() {
    return plan.start();
  }

  /** Length of the market's bars; only between start and finish. */
  int intervalMinutes() {
    return run().feed.interval().minutes();
  }

  /** What learners and memory know now; only between start and finish. */
  public SwarmSnapshot swarm() {
    ColonyRun current = run();
    SwarmSnapshot start = plan.start();
    double from =
        start == null ? current.origin : Math.min(start.swarm().from(), (double) current.origin);
    double to = start == null ? current.now() : Math.max(start.swarm().to(), current.now());
    SwarmState swarm =
        new SwarmState(
            current.feed.interval().minutes(),
            from,
            to,
            current.roster.learners().stream()
                .map(learner -> learner.brain().state(learner.identity().name()))
                .toList());
    return new SwarmSnapshot(swarm, memory());
  }

  /** What memory holds now; only between start and finish. */
  public MemorySnapshot memory() {
    return roster().memory().memory().snapshot();
  }

  /** Messages dropped because their sender had said too much at one instant. */
  long droppedMessages() {
    return run().postman.dropped();
  }

  /** The digest of what has happened so far. */
  public String digest() {
    return run().digest.value();
  }
}
