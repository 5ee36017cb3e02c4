package mycelial.agent.analyst;

import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.config.AnalystSettings;
import mycelial.market.Bar;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/**
 * Watches one pair with RSI, MACD and Bollinger bands. While enough of them agree it states the
 * idea each bar; an idea that goes on is a restatement of its first.
 */
public final class TechnicalAnalysisAgent extends Agent {
  private static final long serialVersionUID = 1L;
  private static final double VOTERS = 3;

  private final transient Pair pair;
  private final transient AnalystSettings settings;
  private transient @Nullable MarketData newest;
  private transient @Nullable Side standing;
  private String origin = "";
  private long ideas;
  private @Nullable TradeIdea last;

  /** The analyst of a pair. */
  public TechnicalAnalysisAgent(AgentIdentity identity, Pair pair, AnalystSettings settings) {
    super(identity);
    this.pair = pair;
    this.settings = settings;
  }

  /** The pair it watches. */
  public Pair pair() {
    return pair;
  }

  @Override
  public List<Channel> subscriptions() {
    return List.of(Channel.marketData(pair));
  }

  @Override
  public List<String> watches() {
    return List.of(pair.name());
  }

  @Override
  protected void onMessage(Envelope envelope) {
    if (envelope.body() instanceof MarketData data && data.bar() != null) {
      newest = data;
    }
  }

  @Override
  protected void act() {
    MarketData data = newest;
    newest = null;
    if (data == null || data.bar() == null) {
      return;
    }
    Bar bar = data.bar();
    IndicatorVotes votes = IndicatorVotes.of(data.features(), settings);
    Side side = bar.isActionable() ? votes.consensus(settings.agreeing()) : null;
    if (data.gap() || side != standing) {
      origin = "";
    }
    standing = side;
    if (side != null) {
      state(data, bar, side, votes.count(side));
    }
  }

  private void state(MarketData data, Bar bar, Side side, int agreeing) {
    ideas++;
    String id = "b-" + pair + "-" + identity().id() + "-" + ideas;
    String restates = origin.isEmpty() ? null : origin;
    if (restates == null) {
      origin = id;
    }
    TradeIdea idea =
        new TradeIdea(
            id,
            SignalSource.BASELINE,
            pair,
            side,
            settings.horizonMinutes(),
            settings.strategyType(),
            EvidenceGrade.EXPLORATORY,
            100 * agreeing / VOTERS,
            0,
            null,
            restates,
            bar.end(),
            IndicatorVotes.reason(data.features()));
    last = idea;
    publish(Channel.of(Topic.BASELINE_TRADE_IDEAS), idea);
  }

  /** Statements so far, restatements counted; read between steps. */
  public long ideas() {
    return ideas;
  }

  /** The newest statement, or null; read between steps. */
  public @Nullable TradeIdea last() {
    return last;
  }
}
