package mycelial.agent.miner;

import java.util.ArrayDeque;
import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.analysis.FeatureCalculator;
import mycelial.analysis.FeatureRanks;
import mycelial.market.Bar;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import org.jspecify.annotations.Nullable;

/** Announces the bars and quotes of one pair, with the features that everybody shares. */
public final class DataMinerAgent extends Agent {
  private static final long serialVersionUID = 1L;

  private final transient Pair pair;
  private final transient Channel channel;
  private final transient FeatureCalculator features;
  private final transient FeatureRanks ranks;
  private transient @Nullable MarketData last;
  private final transient ArrayDeque<MarketData> inbox = new ArrayDeque<>();
  private transient @Nullable Bar newest;
  private long bars;

  /**
   * The miner of a pair whose bars have that interval.
   *
   * @param ranks ranks the pair's features among its own recent ones
   */
  public DataMinerAgent(AgentIdentity identity, Pair pair, Interval interval, FeatureRanks ranks) {
    super(identity);
    this.pair = pair;
    this.channel = Channel.marketData(pair);
    this.features = new FeatureCalculator(interval);
    this.ranks = ranks;
  }

  /**
   * Turns what becomes known of the pair into market data. It depends on the feed alone, so it may
   * be called ahead of its time and by another thread, as long as calls keep the feed's order and
   * one of them happens before the next.
   */
  public MarketData mine(MarketUpdate update) {
    return new MarketData(pair, update.closed(), update.quote(), take(update), update.gap());
  }

  /** Hands over what is to be announced at this instant; called between instants. */
  public void offer(MarketData data) {
    inbox.add(data);
    tookFromFeed();
    remember(data.bar());
  }

  /** Notes a bar without announcing it; nothing where none has closed. */
  public void remember(@Nullable Bar bar) {
    if (bar != null) {
      newest = bar;
      bars++;
    }
  }

  /** The newest bar taken in, or null. */
  public @Nullable Bar newest() {
    return newest;
  }

  /** Bars taken in, quiet ones among them. */
  public long bars() {
    return bars;
  }

  /** The pair it announces. */
  public Pair pair() {
    return pair;
  }

  /** What it announced last, or null; read between steps. */
  public @Nullable MarketData last() {
    return last;
  }

  @Override
  public List<Channel> subscriptions() {
    return List.of();
  }

  @Override
  public List<String> watches() {
    return List.of(pair.name());
  }

  @Override
  protected void onMessage(Envelope envelope) {
    throw new IllegalStateException(
        "a miner reads no channel, yet got " + envelope.channel().name());
  }

  @Override
  protected void act() {
    for (MarketData data = inbox.poll(); data != null; data = inbox.poll()) {
      last = data;
      publish(channel, data);
    }
  }

  private FeatureVector take(MarketUpdate update) {
    Bar closed = update.closed();
    if (closed == null) {
      return FeatureVector.EMPTY;
    }
    if (update.gap()) {
      features.restart();
    }
    FeatureVector vector = features.add(closed);
    return closed.isQuiet() ? ranks.quiet(vector) : ranks.traded(vector);
  }
}
