package mycelial.agent.keeper;

import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.market.SignalSource;
import mycelial.memory.AgentKnowledge;
import mycelial.memory.EntryVector;
import mycelial.memory.Memory;
import mycelial.memory.Recall;
import mycelial.memory.RecallSettings;
import mycelial.memory.Recollection;
import mycelial.memory.Recollection.Verdict;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryAnswer.Advice;
import mycelial.message.MemoryQuery;
import mycelial.message.PatternDiscovery;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;

/**
 * The colony's memory: keeps every closed trade of the baseline and mycelial ledgers and each
 * learner's leading rule, and answers what became of trades that were entered in a state like the
 * one asked about.
 */
public final class MemoryAgent extends Agent {
  private static final long serialVersionUID = 1L;

  /** As many as an answer names. */
  private static final int NAMED = 10;

  private final transient Memory memory;
  private final transient Recall recall;
  private final transient OpenTrades open = new OpenTrades();
  private long recorded;
  private long queries;
  private long lowered;
  private long refused;

  /** A keeper of that memory, which may hold trades of past sessions already. */
  public MemoryAgent(AgentIdentity identity, Memory memory, RecallSettings settings) {
    super(identity);
    this.memory = memory;
    this.recall = new Recall(memory, settings);
  }

  @Override
  public List<Channel> subscriptions() {
    return List.of(
        Channel.of(Topic.TRADE_CONFIRMATIONS),
        Channel.of(Topic.PATTERN_DISCOVERIES),
        Channel.of(Topic.MEMORY_QUERY));
  }

  @Override
  public List<String> watches() {
    return List.of(SignalSource.BASELINE.label(), SignalSource.MYCELIAL.label());
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case TradeConfirmation fill ->
          open.take(fill, envelope.timestamp())
              .ifPresent(trade -> recorded += memory.remember(trade) ? 1 : 0);
      case PatternDiscovery best -> memory.learn(knowledge(envelope.source(), best));
      case MemoryQuery query -> answer(query);
      default -> throw new IllegalStateException("not for memory: " + envelope.channel().name());
    }
  }

  private static AgentKnowledge knowledge(int learner, PatternDiscovery best) {
    return new AgentKnowledge(
        learner,
        best.patternId(),
        best.pair(),
        best.side(),
        best.horizonMinutes(),
        best.conditions(),
        best.outcomes(),
        best.meanReturn(),
        best.score());
  }

  private void answer(MemoryQuery query) {
    Recollection found = recall.recall(query.pair(), query.side(), EntryVector.of(query.entry()));
    queries++;
    lowered += found.verdict() == Verdict.LOWER ? 1 : 0;
    refused += found.verdict() == Verdict.REFUSE ? 1 : 0;
    publish(
        Channel.of(Topic.MEMORY_ANSWER),
        new MemoryAnswer(
            query.queryId(),
            query.patternId(),
            query.pair(),
            advice(found.verdict()),
            found.factor(),
            found.neighbours().size(),
            found.failures(),
            found.neighbours().stream().limit(NAMED).map(near -> near.trade().tradeId()).toList(),
            found.reason()));
  }

  private static Advice advice(Verdict verdict) {
    return switch (verdict) {
      case KEEP -> Advice.KEEP;
      case LOWER -> Advice.LOWER;
      case REFUSE -> Advice.REFUSE;
    };
  }

  @Override
  protected void act() {
    // A question is answered by what was known when it came.
  }

  /** What it remembers. */
  public Memory memory() {
    return memory;
  }

  /** Trades of this session that it has taken in. */
  public long recorded() {
    return recorded;
  }

  /** Questions answered. */
  public long queries() {
    return queries;
  }

  /** Answers that lowered a value. */
  public long lowered() {
    return lowered;
  }

  /** Answers that refused a licence. */
  public long refused() {
    return refused;
  }

  /** Closed trades that it could not take in: no ranks at the entry, or the entry was not heard. */
  public long skipped() {
    return open.skipped();
  }
}
