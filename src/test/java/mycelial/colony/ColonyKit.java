package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mycelial.agent.trader.CollisionCounts;
import mycelial.agent.trader.TradingAgent;
import mycelial.bus.BusStatistics;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.config.HaltRelease;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.learning.PatternArchive;
import mycelial.ledger.Ledger;
import mycelial.ledger.TradeStore;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.storage.StoredMessage;
import mycelial.storage.SwarmSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Builds small colonies that trade soon and plays them. Learners are few and licensed early,
 * analysts talk a lot and trading costs little, so that hours of bars are enough for ideas of both
 * streams to meet. Not safe for several threads.
 */
final class ColonyKit {
  static final String SESSION = "kit";

  /** Opens a bus. */
  interface BusFactory {
    MessageBus open(List<Channel> channels, Runnable onMail);
  }

  /** Is told after each instant; called by the thread that owns the model. */
  interface Watcher {
    void after(Colony colony, long instants);
  }

  /** What a run left behind. */
  record Outcome(
      String digest,
      Recorder stored,
      CollisionCounts collisions,
      BusStatistics bus,
      RunCounters counters,
      Map<SignalSource, Ledger> ledgers,
      long riskHalts,
      @Nullable String endReason) {

    /** The ledger of a stream. */
    Ledger ledger(SignalSource stream) {
      return Objects.requireNonNull(ledgers.get(stream));
    }

    /** Fails unless everything happened that a test of a run is about. */
    Outcome requireTraded() {
      assertThat(collisions.matched()).as("collisions").isPositive();
      for (SignalSource stream : SignalSource.values()) {
        assertThat(stored.opened(stream)).as("positions of %s", stream).isNotEmpty();
      }
      assertThat(stored.closed()).as("closed trades").isNotEmpty();
      assertThat(counters.archived()).as("archived patterns").isPositive();
      assertThat(counters.failures()).as("failures of agents").isZero();
      return this;
    }
  }

  private final Supplier<MarketFeed> feed;
  private final Map<String, String> settings = new TreeMap<>();
  private BusFactory bus = (channels, onMail) -> new InMemoryBus(SESSION);
  private Supplier<Recorder> stores = Recorder::new;
  private Consumer<StoredMessage> messages = message -> {};
  private Pacer pacer = new ReplayPacer();
  private HaltRelease release = HaltRelease.LATCH;
  private Supplier<MoatFeed> moats = () -> MoatFeed.none("no signal feed");
  private Supplier<History> history = () -> History.NONE;
  private Inbox inbox = new Inbox();
  private boolean live;
  private long warmUpSeconds;
  private long seed = 42;
  private @Nullable SwarmSnapshot start;
  private Recorder current = new Recorder();

  private ColonyKit(Supplier<MarketFeed> feed) {
    this.feed = feed;
    with("learners.finance", "20");
    with("learners.code", "1");
    with("learners.logistics", "0");
    with("learners.government", "0");
    with("learners.corporations", "0");
    with("learning.minimum-outcomes", "2");
    with("learning.minimum-t-statistic", "0");
    with("learning.quantile-sample-bars", "3");
    with("learning.share-every-minutes", "30");
    with("learning.archive-value", "20");
    with("learning.minimum-vote-value", "0");
    with("learning.insight-every-bars", "5");
    with("research.minimum-outcomes", "2");
    with("research.maximum-p", "1");
    with("analysts.agreeing", "1");
    with("analysts.pairs", "[SOLUSD, ADAUSD, LINKUSD, DOGEUSD, ATOMUSD, DOTUSD]");
    with("costs.taker-tiers", "{0: 0.01}");
    with("costs.slippage-percent", "0.01");
    with("trading.allow-short", "true");
    with("trading.size-percent", "15");
  }

  static ColonyKit on(Tape tape) {
    return on(tape::feed);
  }

  static ColonyKit on(Supplier<MarketFeed> feed) {
    return new ColonyKit(feed);
  }

  ColonyKit with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  ColonyKit seed(long value) {
    seed = value;
    return this;
  }

  ColonyKit warmUpHours(int hours) {
    warmUpSeconds = 3600L * hours;
    return this;
  }

  ColonyKit moats(Supplier<MoatFeed> factory) {
    moats = factory;
    return this;
  }

  ColonyKit bus(BusFactory factory) {
    bus = factory;
    return this;
  }

  ColonyKit stores(Supplier<Recorder> factory) {
    stores = factory;
    return this;
  }

  ColonyKit messages(Consumer<StoredMessage> sink) {
    messages = sink;
    return this;
  }

  ColonyKit pacer(Pacer value) {
    pacer = value;
    return this;
  }

  /** A market that lives: everything comes through an inbox and is kept in a history. */
  ColonyKit live(Inbox arrivals, Supplier<History> kept) {
    live = true;
    inbox = arrivals;
    history = kept;
    return this;
  }

  ColonyKit release(HaltRelease value) {
    release = value;
    return this;
  }

  /** What learners and memory start from. */
  ColonyKit startingFrom(SwarmSnapshot value) {
    start = value;
    return this;
  }

  Configuration configuration() {
    return ConfigurationLoader.load(Path.of("config", "agent_config.yaml"), Map.of(), settings);
  }

  /** A colony of this kit, not yet started. */
  Colony colony() {
    return new Colony(plan());
  }

  ColonyPlan plan() {
    return new ColonyPlan(
        configuration(),
        seed,
        SESSION,
        warmUpSeconds,
        null,
        release,
        false,
        pacer,
        new Adapters(),
        start);
  }

  Outcome run() {
    return run((colony, instants) -> {});
  }

  Outcome run(Watcher watcher) {
    return play(colony(), watcher);
  }

  /** Starts a colony of this kit, plays it to its end and finishes it. */
  Outcome play(Colony colony, Watcher watcher) {
    current = stores.get();
    try {
      colony.start();
      long instants = 0;
      while (colony.schedule.step(colony)) {
        watcher.after(colony, ++instants);
      }
      colony.settle();
      return new Outcome(
          colony.digest(),
          current,
          colony.roster().trader().collisionCounts(),
          colony.busStatistics(),
          colony.counters(),
          ledgers(colony.roster().trader()),
          colony.roster().guardian().halts(),
          colony.endReason());
    } finally {
      colony.finish();
    }
  }

  private static Map<SignalSource, Ledger> ledgers(TradingAgent trader) {
    Map<SignalSource, Ledger> ledgers = new EnumMap<>(SignalSource.class);
    for (SignalSource stream : SignalSource.values()) {
      ledgers.put(stream, trader.ledger(stream));
    }
    return ledgers;
  }

  private final class Adapters implements ColonyPlan.Ports {
    @Override
    public MarketFeed openFeed() {
      return feed.get();
    }

    @Override
    public MoatFeed openMoats() {
      return moats.get();
    }

    @Override
    public MessageBus openBus(List<Channel> channels, Runnable onMail) {
      return bus.open(channels, onMail);
    }

    @Override
    public History openHistory() {
      return history.get();
    }

    @Override
    public Inbox inbox() {
      return inbox;
    }

    @Override
    public boolean isLive() {
      return live;
    }

    @Override
    public double lateSeconds() {
      return live ? 15 : Double.POSITIVE_INFINITY;
    }

    @Override
    public TradeStore trades() {
      return current;
    }

    @Override
    public PatternArchive patterns() {
      return current;
    }

    @Override
    public Consumer<StoredMessage> messages() {
      return messages;
    }
  }
}
