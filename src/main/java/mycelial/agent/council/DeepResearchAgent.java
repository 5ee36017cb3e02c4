package mycelial.agent.council;

import java.util.ArrayList;
import java.util.List;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.learning.MarketHistory;
import mycelial.learning.MarketObservation;
import mycelial.learning.MoatObservation;
import mycelial.learning.Retest;
import mycelial.learning.RetestVerdict;
import mycelial.learning.Rule;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.MoatData;
import mycelial.message.Topic;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;

/**
 * A researcher: keeps a history of the market of its own, retests on it every rule that it is asked
 * about, and votes. Researchers differ in how far they look back and in what chance draws for them.
 */
public final class DeepResearchAgent extends Agent {
  private static final long serialVersionUID = 1L;

  private final transient List<Pair> pairs;
  private final transient List<MoatTarget> targets;
  private final transient MarketHistory history;
  private final transient Retest retest;
  private long requests;
  private long approvals;

  /**
   * A researcher of those pairs.
   *
   * @param targets of the moats whose signals rules may look at
   * @param history what it has seen: fed by it, read by the retest
   */
  public DeepResearchAgent(
      AgentIdentity identity,
      List<Pair> pairs,
      List<MoatTarget> targets,
      MarketHistory history,
      Retest retest) {
    super(identity);
    this.pairs = List.copyOf(pairs);
    this.targets = List.copyOf(targets);
    this.history = history;
    this.retest = retest;
  }

  /** How often it has been asked. */
  public long requests() {
    return requests;
  }

  /** How often it has approved. */
  public long approvals() {
    return approvals;
  }

  @Override
  public List<Channel> subscriptions() {
    List<Channel> channels = new ArrayList<>();
    for (Pair pair : pairs) {
      channels.add(Channel.marketData(pair));
    }
    for (MoatTarget target : targets) {
      channels.add(Channel.moat(target.moat(), target.name()));
    }
    channels.add(Channel.of(Topic.PATTERN_VALIDATION_REQUEST));
    return channels;
  }

  @Override
  public List<String> watches() {
    return pairs.stream().map(Pair::name).toList();
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case MarketData data ->
          history.observe(
              new MarketObservation(
                  data.pair(), data.bar(), data.quote(), data.features(), data.gap()));
      case MoatData data ->
          history
              .signals()
              .observe(
                  new MoatObservation(
                      new MoatTarget(data.moat(), data.target()),
                      data.field(),
                      data.value(),
                      data.level(),
                      data.seenTime()));
      case ValidationRequest request -> answer(request);
      default ->
          throw new IllegalStateException("not for a researcher: " + envelope.channel().name());
    }
  }

  private void answer(ValidationRequest request) {
    Rule rule =
        new Rule(
            request.patternId(),
            request.pair(),
            request.side(),
            request.horizonMinutes(),
            request.conditions(),
            0,
            null);
    RetestVerdict verdict = retest.test(rule, request.fittedFrom(), request.birth());
    requests++;
    approvals += verdict.approved() ? 1 : 0;
    publish(
        Channel.of(Topic.PATTERN_VALIDATION_RESULT),
        new ValidationResult(
            request.requestId(),
            request.patternId(),
            request.pair(),
            verdict.approved(),
            verdict.quality(),
            verdict.outcomes(),
            verdict.unfitted(),
            verdict.mean(),
            verdict.pValue(),
            verdict.reason()));
  }

  @Override
  protected void act() {
    // A request is answered when it is read; bars are only kept.
  }
}
