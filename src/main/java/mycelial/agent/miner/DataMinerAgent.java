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

/** Announces the bars and quotes of one pair, with the features that everybody shares. */
public final class DataMinerAgent extends Agent {
  private static final long serialVersionUID = 1L;

  private final transient Pair pair;
  private final transient Channel channel;
  private final transient FeatureCalculator features;
  private final transient FeatureRanks ranks;
  private final transient ArrayDeque<MarketUpdate> inbox = new ArrayDeque<>();
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

  /** Hands over what has become known of the pair; called between instants. */
  public void offer(MarketUpdate update) {
    inbox.add(update);
  }

  /** The pair it announces. */
  public Pair pair() {
    return pair;
  }

  /** Closed bars announced so far. */
  public long bars() {
    return bars;
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
    for (MarketUpdate update = inbox.poll(); update != null; update = inbox.poll()) {
      publish(
          channel,
          new MarketData(pair, update.closed(), update.quote(), take(update), update.gap()));
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
    bars++;
    FeatureVector vector = features.add(closed);
    return closed.isQuiet() ? ranks.quiet(vector) : ranks.traded(vector);
  }
}
