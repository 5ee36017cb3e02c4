package mycelial.agent.keeper;

import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.market.EntryVector;
import mycelial.market.SignalSource;
import mycelial.memory.AgentKnowledge;
import mycelial.memory.Memory;
import mycelial.memory.Recall;
import mycelial.memory.Recollection;
import mycelial.memory.Recollection.Verdict;
import mycelial.memory.TradeRecord;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryAnswer.Advice;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryQuery;
import mycelial.message.PatternDiscovery;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;

/**
 * The colony's memory: keeps every closed trade of the baseline and mycelial ledgers and each
 * learner's leading rule; answers what became of trades that were entered in a state like the one
 * asked about; and warns learners of states in which the swarm's trades failed.
 */
public final class MemoryAgent extends Agent {
  private static final long serialVersionUID = 1L;

  /** As many as an answer names. */
  private static final int NAMED = 10;

  private final transient Memory memory;
  private final transient Recall recall;
  private final transient Warnings warnings;
  private final transient boolean speaks;
  private final transient OpenTrades open = new OpenTrades();
  private long recorded;
  private long queries;
  private long lowered;
  private long refused;
  private long warned;
  private boolean begun;

  /** A keeper of that memory, which may hold trades of past sessions already. */
  public MemoryAgent(AgentIdentity identity, Memory memory, KeeperSettings settings) {
    super(identity);
    this.memory = memory;
    this.speaks = settings.speaks();
    this.recall = new Recall(memory, settings.recall());
    this.warnings = new Warnings(memory, settings.caution());
  }

  /** Warns of what past sessions have left, before a bar has closed. */
  @Override
  protected void onStart() {
    if (speaks && memory.size() > 0) {
      wakeAt(context().tick() + 1);
    }
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
          open.take(fill, envelope.timestamp()).ifPresent(this::remember);
      case PatternDiscovery best -> memory.learn(knowledge(envelope.source(), best));
      case MemoryQuery query -> answer(query);
      default -> throw new IllegalStateException("not for memory: " + envelope.channel().name());
    }
  }

  private void remember(TradeRecord trade) {
    if (!memory.remember(trade)) {
      return;
    }
    recorded++;
    if (speaks) {
      warnings.after(trade, context().now()).ifPresent(this::warn);
    }
  }

  private void warn(MemoryCaution caution) {
    warned++;
    publish(Channel.of(Topic.MEMORY_CAUTION), caution);
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
    Recollection found =
        speaks
            ? recall.recall(query.pair(), query.side(), EntryVector.of(query.entry()))
            : new Recollection(Verdict.KEEP, 1, List.of(), 0, "memory is off: nothing is known");
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
    if (speaks && !begun) {
      begun = true;
      warnings.ofThePast(context().now()).forEach(this::warn);
    }
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

  /** Whether it says what it knows. */
  public boolean speaks() {
    return speaks;
  }

  /** Warnings published, those that take something back among them. */
  public long warned() {
    return warned;
  }

  /** Closed trades that it could not take in: no ranks at the entry, or the entry was not heard. */
  public long skipped() {
    return open.skipped();
  }
}
