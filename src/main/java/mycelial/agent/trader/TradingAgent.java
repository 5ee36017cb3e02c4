package mycelial.agent.trader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.config.OppositeExit;
import mycelial.ledger.CollisionDetector;
import mycelial.ledger.ExitReason;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Ledger;
import mycelial.ledger.Order;
import mycelial.ledger.Position;
import mycelial.ledger.PriceBucket;
import mycelial.ledger.PriceBuckets;
import mycelial.ledger.TradeStore;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/**
 * Listens to both streams of ideas and keeps four ledgers: baseline and mycelial trade every idea
 * of their stream, synthesized only where both agree on a pair and a direction within the window,
 * and the account the same after risk control. At one instant it handles closed bars, quotes,
 * commands and ideas, in that order, each in the order of pairs.
 */
public final class TradingAgent extends Agent {
  private static final long serialVersionUID = 1L;
  private static final List<SignalSource> AGREED =
      List.of(SignalSource.SYNTHESIZED, SignalSource.ACCOUNT);

  private final transient TraderSettings settings;
  private final transient TradeStore store;
  private final transient Books books;
  private final transient MarketBoard board = new MarketBoard();
  private final transient IdeaBook ideas = new IdeaBook();
  private final transient CollisionDesk collisions;
  private final transient List<MarketData> markets = new ArrayList<>();
  private final transient List<Envelope> statements = new ArrayList<>();
  private final transient List<SystemControl> controls = new ArrayList<>();
  private final transient Map<SignalSource, Long> ideaCounts = new EnumMap<>(SignalSource.class);
  private final transient Map<SignalSource, Long> restated = new EnumMap<>(SignalSource.class);
  private final transient SizeLimits sizes;
  private final transient PriceBuckets prices = new PriceBuckets();
  private boolean halted;

  /** The trader with its ledgers, one for each stream. */
  public TradingAgent(
      AgentIdentity identity,
      TraderSettings settings,
      Map<SignalSource, Ledger> ledgers,
      TradeStore store) {
    super(identity);
    this.settings = settings;
    this.store = store;
    this.sizes = new SizeLimits(settings.restricted());
    this.books = new Books(ledgers, store, new Confirmations(this::publish, ledgers));
    this.collisions =
        new CollisionDesk(
            new CollisionDetector(
                settings.trading().windowMillis(),
                settings.trading().nearMissMillis(),
                settings.idleMillis()));
  }

  @Override
  public List<Channel> subscriptions() {
    List<Channel> channels = new ArrayList<>();
    settings.pairs().forEach(pair -> channels.add(Channel.marketData(pair)));
    channels.add(Channel.of(Topic.BASELINE_TRADE_IDEAS));
    channels.add(Channel.of(Topic.MYCELIAL_TRADE_IDEAS));
    channels.add(Channel.of(Topic.SYSTEM_CONTROL));
    return channels;
  }

  @Override
  public List<String> watches() {
    return settings.pairs().stream().map(Pair::name).toList();
  }

  @Override
  protected boolean isFatal(RuntimeException failure) {
    return true;
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case MarketData data -> markets.add(data);
      case TradeIdea idea -> statements.add(envelope);
      case SystemControl control -> controls.add(control);
      default ->
          throw new IllegalStateException("not for the trader: " + envelope.channel().name());
    }
  }

  @Override
  protected void act() {
    boolean bars = takeMarkets();
    controls.forEach(this::obey);
    controls.clear();
    statements.forEach(this::consider);
    statements.clear();
    double now = context().now();
    if (bars) {
      long millis = (long) Math.floor(now * 1000);
      collisions.expire(millis, ideas);
      ideas.settle(millis, settings.idleMillis(), store);
      if (context().isTrading()) {
        books.mark(now);
      }
    }
  }

  private boolean takeMarkets() {
    boolean bars = false;
    for (MarketData data : markets) {
      board.take(data);
      if (data.bar() != null) {
        bars = true;
        if (context().isTrading()) {
          prices.add(data.pair(), data.bar());
        }
        if (settings.barsJudge()) {
          books.onBar(data.pair(), data.bar());
        }
      }
    }
    for (MarketData data : markets) {
      if (data.quote() != null) {
        books.onQuote(data.pair(), data.quote());
      }
    }
    markets.clear();
    keep(prices.takeOver());
    return bars;
  }

  private void keep(List<PriceBucket> buckets) {
    if (!buckets.isEmpty()) {
      store.prices(buckets);
    }
  }

  private void obey(SystemControl control) {
    switch (control.command()) {
      case HALT -> halted = true;
      case RESUME -> halted = false;
      case FLATTEN -> flatten(SignalSource.ACCOUNT, ExitReason.FLATTEN);
      case EMERGENCY_SHUTDOWN -> {
        halted = true;
        flatten(SignalSource.ACCOUNT, ExitReason.FLATTEN);
        context().end("emergency shutdown: " + control.reason());
      }
      case STOP -> context().end("stopped: " + control.reason());
      case SIZE -> sizes.take(control.scope());
      case FORCE_SHARE, QUARANTINE -> {
        // Not for the ledgers.
      }
    }
  }

  private void flatten(SignalSource source, ExitReason reason) {
    Ledger ledger = books.ledger(source);
    for (Position position : List.copyOf(ledger.positions())) {
      Pair pair = position.order().pair();
      Quote quote = board.newest(pair);
      if (quote != null) {
        books.close(ledger, pair, quote, context().now(), reason);
      }
    }
  }

  private void consider(Envelope envelope) {
    if (!context().isTrading() || !(envelope.body() instanceof TradeIdea idea)) {
      return;
    }
    String agent = settings.names().apply(envelope.source());
    boolean first = ideas.state(envelope, idea, agent);
    if (first) {
      ideaCounts.merge(idea.stream(), 1L, Long::sum);
    } else {
      restated.merge(idea.stream(), 1L, Long::sum);
    }
    Quote quote = board.fresh(idea.pair(), context().now(), settings.trading().staleSeconds());
    if (idea.restates() == null) {
      ideas.fate(idea.origin(), books.count(idea.stream(), act(idea, quote, agent)));
      if (settings.trading().oppositeExit() == OppositeExit.EITHER && quote != null) {
        AGREED.forEach(source -> closeOpposite(source, idea, quote));
      }
    }
    collide(envelope, idea, quote);
  }

  /** What the idea's own ledger does with it. */
  private Fate act(TradeIdea idea, @Nullable Quote quote, String agent) {
    if (idea.grade().compareTo(settings.trading().evidence()) < 0
        && idea.stream() == SignalSource.MYCELIAL) {
      return Fate.EVIDENCE;
    }
    if (quote == null) {
      return Fate.STALE_QUOTE;
    }
    if (closeOpposite(idea.stream(), idea, quote) && !settings.trading().allowShort()) {
      return Fate.CLOSED_OPPOSITE;
    }
    return context().barrier(idea.pair()) != null
        ? Fate.BARRED
        : books.open(
            idea.stream(), order(idea, agent, false), quote, context().now(), BigDecimal.ONE);
  }

  private boolean closeOpposite(SignalSource source, TradeIdea idea, Quote quote) {
    return books.closeIfHeld(source, idea.pair(), idea.side().opposite(), quote, context().now());
  }

  private void collide(Envelope envelope, TradeIdea idea, @Nullable Quote quote) {
    CollisionDesk.Match match = collisions.offer(envelope, idea);
    if (match == null) {
      return;
    }
    TradeIdea mycelial = ideas.latest(match.mycelial().origin());
    if (mycelial == null) {
      throw new IllegalStateException("collision of a forgotten idea: " + match);
    }
    ideas.matched(match.baseline().origin());
    ideas.matched(match.mycelial().origin());
    Fate result = Fate.STALE_QUOTE;
    for (SignalSource source : AGREED) {
      Fate fate = books.count(source, trade(source, mycelial, quote));
      result = source == SignalSource.SYNTHESIZED ? fate : result;
    }
    CollisionDesk.keep(match, result, store);
  }

  private Fate trade(SignalSource source, TradeIdea idea, @Nullable Quote quote) {
    if (quote == null) {
      return Fate.STALE_QUOTE;
    }
    boolean closed = closeOpposite(source, idea, quote);
    if (closed && !settings.trading().allowShort()) {
      return Fate.CLOSED_OPPOSITE;
    }
    if (context().barrier(idea.pair()) != null) {
      return Fate.BARRED;
    }
    Order order = order(idea, identity().name(), true);
    if (source != SignalSource.ACCOUNT) {
      return books.open(source, order, quote, context().now(), BigDecimal.ONE);
    }
    Fate refusal = halted ? Fate.HALTED : sizes.refusal(idea.pair());
    return refusal != null
        ? refusal
        : books.open(source, order, quote, context().now(), sizes.factor(idea.pair()));
  }

  private Order order(TradeIdea idea, String agent, boolean collision) {
    return new Order(
        idea.pair(),
        idea.side(),
        idea.strategyType(),
        idea.horizonMinutes(),
        agent,
        idea.patternId(),
        idea.origin(),
        idea.grade(),
        idea.score(),
        idea.crossMoat(),
        collision,
        board.snapshot(idea.pair()));
  }

  /**
   * Ends the session's trading: optionally closes every position, settles what is open, and checks
   * the money.
   */
  public void finish(boolean flatten) {
    if (flatten) {
      for (SignalSource source : SignalSource.values()) {
        flatten(source, ExitReason.SESSION_END);
      }
    }
    books.mark(context().now());
    books.endShadows(board, context().now());
    keep(prices.takeRest());
    collisions.expire(Long.MAX_VALUE, ideas);
    ideas.settle(Long.MAX_VALUE, settings.idleMillis(), store);
    books.checkInvariants();
  }

  /** The ledger of a stream. */
  public Ledger ledger(SignalSource source) {
    return books.ledger(source);
  }

  /** How ideas met. */
  public CollisionCounts collisionCounts() {
    return collisions.counts();
  }

  /** What became of ideas, by ledger. */
  public Map<SignalSource, Map<Fate, Long>> fates() {
    return Collections.unmodifiableMap(books.fates());
  }

  /** The newest ideas with what became of each, those that are over first; read between steps. */
  public List<IdeaRecord> newestIdeas() {
    return ideas.newest();
  }

  /** Ideas heard from a stream, restatements not counted. */
  public long ideas(SignalSource source) {
    return ideaCounts.getOrDefault(source, 0L);
  }

  /** How often ideas of a stream were stated again. */
  public long restatements(SignalSource source) {
    return restated.getOrDefault(source, 0L);
  }

  /** Whether a halt is in force. */
  public boolean isHalted() {
    return halted;
  }
}
