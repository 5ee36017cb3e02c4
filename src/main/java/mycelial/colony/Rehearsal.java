package mycelial.colony;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import mycelial.agent.Agent;
import mycelial.agent.AgentContext;
import mycelial.agent.Ticks;
import mycelial.agent.trader.TradingAgent;
import mycelial.bus.MessageCodec;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Position;
import mycelial.ledger.TradeStore;
import mycelial.market.Bar;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.Message;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import sim.engine.SimState;

/**
 * Has a trader trade that belongs to no colony, before one begins whose instants are bound to the
 * wall. A live session seldom trades, so its first collision would be the first time that much of
 * the trader's code runs, and that costs more than all that it does: without a rehearsal the first
 * one took 13 to 17 ms, later ones under 8.
 *
 * <p>The market, the ideas and the trades are made up. They go to no bus, no store and no digest,
 * and draw no random number: what the session does is the same with and without. Used by one
 * thread, once.
 */
final class Rehearsal implements AgentContext {
  /** What the rehearsal brought, for tests: nobody else hears of it. */
  record Outcome(int collisions, int opened, int closed) {}

  /** Enough for the virtual machine to have compiled what a trade needs. */
  static final int SCENES = 400;

  /** Long enough for the ideas of a scene to be over before the next. */
  private static final int SCENE_MINUTES = 10;

  private static final double BREATH = 0.5;

  /** At this price the usual size is above every pair's smallest order. */
  private static final double PRICE = 10;

  private static final int HORIZON_MINUTES = 5;
  private static final String SESSION = "rehearsal";

  /** Keeps nothing but counts. */
  private static final class Forgetful implements TradeStore {
    private int collisions;
    private int opened;
    private int closed;

    @Override
    public void opened(Position position) {
      opened++;
    }

    @Override
    public void closed(ClosedTrade trade) {
      closed++;
    }

    @Override
    public void idea(IdeaRecord idea) {
      // Nobody will ask for it.
    }

    @Override
    public void collision(CollisionRecord collision) {
      collisions++;
    }

    @Override
    public void equity(EquityPoint point) {
      // Nobody will ask for it.
    }
  }

  private final Forgetful store = new Forgetful();
  private final MessageCodec codec = new MessageCodec();
  private final TreeSet<Long> wakes = new TreeSet<>();
  private final SimState model;
  private final TradingAgent trader;
  private final List<Pair> pairs;
  private final Interval interval;
  private final long origin;
  private long tick;
  private long seq;

  /**
   * @param model what agents are told that they are stepped by
   * @param available the pairs that the market has
   * @param interval length of its bars
   */
  Rehearsal(SimState model, ColonyPlan plan, Collection<Pair> available, Interval interval) {
    RunDigest digest =
        new RunDigest(
            store,
            pattern -> {
              throw new IllegalStateException("a trader archives no pattern");
            });
    AgentFactory factory = new AgentFactory(plan, 0, available, interval, digest);
    this.model = model;
    this.trader = factory.trader();
    this.pairs = factory.traded();
    this.interval = interval;
    this.origin = interval.seconds();
  }

  Outcome play() {
    trader.start(this);
    for (int scene = 0; scene < SCENES && !pairs.isEmpty(); scene++) {
      Pair pair = pairs.get(scene % pairs.size());
      market(pair, PRICE);
      agree(pair, Side.BUY, scene);
      market(pair, PRICE * 1.001);
      agree(pair, Side.SELL, scene);
      pass(SCENE_MINUTES * 60);
      market(pair, PRICE); // what is still open has been held long enough
    }
    trader.finish(true);
    return new Outcome(store.collisions, store.opened, store.closed);
  }

  /** A bar that has just closed, and a quote. */
  private void market(Pair pair, double price) {
    pass(interval.seconds() - now() % interval.seconds());
    long end = (long) now();
    Bar bar =
        new Bar(
            end - interval.seconds(),
            interval,
            price,
            price * 1.001,
            price * 0.999,
            price,
            10,
            1,
            Bar.Kind.TRADED);
    FeatureVector features =
        new FeatureVector.Builder()
            .set(Feature.RSI, 50)
            .set(Feature.PERCENT_B, 0.5)
            .set(Feature.ATR, price / 100)
            .build();
    tell(
        Channel.marketData(pair),
        new MarketData(pair, bar, new Quote(end, price), features, false));
    pass(BREATH);
  }

  private void agree(Pair pair, Side side, int scene) {
    String name = side.name().charAt(0) + "-" + scene;
    idea(SignalSource.BASELINE, Topic.BASELINE_TRADE_IDEAS, pair, side, "b" + name);
    idea(SignalSource.MYCELIAL, Topic.MYCELIAL_TRADE_IDEAS, pair, side, "m" + name);
  }

  private void idea(SignalSource stream, Topic topic, Pair pair, Side side, String id) {
    boolean swarm = stream == SignalSource.MYCELIAL;
    tell(
        Channel.of(topic),
        new TradeIdea(
            id,
            stream,
            pair,
            side,
            HORIZON_MINUTES,
            StrategyType.GENERIC,
            EvidenceGrade.PROVEN,
            50,
            0,
            swarm ? "rehearsed" : null,
            null,
            (long) now(),
            "rehearsal"));
    pass(BREATH);
  }

  /** The trader hears what the codec gives back, as it would over the bus. */
  private void tell(Channel channel, Message body) {
    trader.deliver(carried(new Envelope(1, ++seq, now(), channel, body)), tick);
  }

  private Envelope carried(Envelope envelope) {
    byte[] json = codec.encode(envelope, SESSION, seq);
    return codec.decode(json, envelope.channel()).envelope();
  }

  private void pass(double seconds) {
    long until = tick + Ticks.of(seconds);
    while (!wakes.isEmpty() && wakes.first() <= until) {
      tick = wakes.removeFirst();
      trader.step(model);
    }
    tick = until;
  }

  @Override
  public long tick() {
    return tick;
  }

  @Override
  public double now() {
    return origin + Ticks.seconds(tick);
  }

  @Override
  public boolean isTrading() {
    return true;
  }

  @Override
  public void publish(Agent agent, Channel channel, Message message) {
    carried(new Envelope(agent.identity().id(), ++seq, now(), channel, message));
  }

  @Override
  public void wake(Agent agent, long at) {
    wakes.add(at);
  }

  @Override
  public void failed(Agent agent, RuntimeException failure, boolean quarantined) {
    throw failure;
  }

  @Override
  public void end(String reason) {
    throw new IllegalStateException("nobody ends a rehearsal: " + reason);
  }
}
