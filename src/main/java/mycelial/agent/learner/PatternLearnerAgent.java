package mycelial.agent.learner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.Brain;
import mycelial.learning.MarketObservation;
import mycelial.learning.MoatBoard;
import mycelial.learning.PatternArchive;
import mycelial.learning.Rule;
import mycelial.learning.Vote;
import mycelial.market.EvidenceGrade;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternDiscovery;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;

/**
 * A SwarmBrain: feeds what it sees to its {@link Brain}, votes when a licensed rule fires, and
 * publishes the idea when an instigator has confirmed its vote as the best.
 */
public final class PatternLearnerAgent extends Agent {
  private static final long serialVersionUID = 1L;

  private final transient Moat moat;
  private final transient List<Pair> watchList;
  private final transient Brain brain;
  private final transient PatternArchive archive;
  private final transient LearnerHabits habits;
  private final transient Map<Pair, Map<Side, Vote>> lastVotes = new TreeMap<>();
  private final transient Map<Pair, Map<Side, Long>> confirmedBars = new TreeMap<>();
  private final transient MoatBoard moats = new MoatBoard();
  private long nextShare = -1;

  /** A learner with that brain; a learner of another moat than Finance has an empty watch list. */
  public PatternLearnerAgent(
      AgentIdentity identity,
      List<Pair> watchList,
      Brain brain,
      PatternArchive archive,
      LearnerHabits habits) {
    super(identity);
    this.moat = habits.moat();
    this.watchList = List.copyOf(watchList);
    this.brain = brain;
    this.archive = archive;
    this.habits = habits;
    for (Pair pair : watchList) {
      lastVotes.put(pair, new EnumMap<>(Side.class));
      confirmedBars.put(pair, new EnumMap<>(Side.class));
    }
  }

  /** What it has learned; for lists and counts. */
  public Brain brain() {
    return brain;
  }

  /** The newest that it has heard of the moats; by the model's thread, or between its steps. */
  public MoatBoard moats() {
    return moats;
  }

  /** Its field. */
  public Moat moat() {
    return moat;
  }

  @Override
  public List<Channel> subscriptions() {
    List<Channel> channels = new ArrayList<>();
    for (Pair pair : watchList) {
      channels.add(Channel.marketData(pair));
    }
    for (MoatTarget target : habits.heard()) {
      channels.add(Channel.moat(target.moat(), target.name()));
    }
    channels.add(Channel.of(Topic.PATTERN_CONFIRMED));
    channels.add(Channel.of(Topic.PATTERN_DISCOVERIES));
    return channels;
  }

  /** The pairs of a finance learner, the channels of its moat for any other. */
  @Override
  public List<String> watches() {
    return moat == Moat.FINANCE
        ? watchList.stream().map(Pair::name).toList()
        : habits.heard().stream().map(MoatTarget::channel).toList();
  }

  @Override
  protected long reactionTicks(Topic topic) {
    return topic == Topic.PATTERN_CONFIRMED ? habits.confirmingTicks() : super.reactionTicks(topic);
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case MarketData data -> observe(data);
      case MoatData data -> note(data);
      case PatternConfirmed confirmed -> {
        hear(confirmed);
        if (confirmed.learner() == identity().id()) {
          propose(confirmed);
        }
      }
      case PatternDiscovery discovery -> {
        if (envelope.source() != identity().id()) {
          brain.immigrate(
              new Rule(
                  discovery.patternId(),
                  discovery.pair(),
                  discovery.side(),
                  discovery.horizonMinutes(),
                  discovery.conditions(),
                  0,
                  null));
        }
      }
      default -> throw new IllegalStateException("not for a learner: " + envelope.channel().name());
    }
  }

  /** A pair and direction that has been confirmed on a bar needs no further vote on it. */
  private void hear(PatternConfirmed confirmed) {
    Map<Side, Long> bars = confirmedBars.get(confirmed.pair());
    if (bars != null) {
      bars.put(confirmed.side(), confirmed.barEnd());
    }
  }

  private boolean isConfirmed(Vote vote) {
    Map<Side, Long> bars = confirmedBars.get(vote.rule().pair());
    Long bar = bars == null ? null : bars.get(vote.rule().side());
    return bar != null && bar == vote.barEnd();
  }

  private void observe(MarketData data) {
    brain.observe(
        new MarketObservation(data.pair(), data.bar(), data.quote(), data.features(), data.gap()));
  }

  private void note(MoatData data) {
    MoatTarget target = new MoatTarget(data.moat(), data.target());
    Double value = data.value();
    if (value == null) {
      moats.noteMissing(target, data.note());
    } else {
      moats.note(
          new MoatBoard.Reading(
              target, data.field(), value, data.level(), data.provenance(), data.seenTime()));
    }
  }

  @Override
  protected void act() {
    List<Vote> votes = brain.evaluate(context().now());
    if (!votes.isEmpty()) {
      vote(votes);
    }
    if (context().tick() >= nextShare) {
      share();
    }
  }

  /** Casts one vote for each pair and direction: the best of the rules that fired. */
  private void vote(List<Vote> votes) {
    Map<Pair, Map<Side, Vote>> best = new TreeMap<>();
    for (Vote vote : votes) {
      if (isConfirmed(vote)) {
        continue;
      }
      best.computeIfAbsent(vote.rule().pair(), pair -> new EnumMap<>(Side.class))
          .merge(
              vote.rule().side(), vote, (old, fresh) -> fresh.value() > old.value() ? fresh : old);
    }
    best.forEach((pair, sides) -> sides.values().forEach(this::cast));
  }

  private void cast(Vote vote) {
    Rule rule = vote.rule();
    lastVotes.getOrDefault(rule.pair(), new EnumMap<>(Side.class)).put(rule.side(), vote);
    publish(
        Channel.of(Topic.PATTERN_CANDIDATES),
        new PatternCandidate(
            rule.pair(),
            rule.side(),
            rule.id(),
            rule.evidenceKey(),
            rule.horizonMinutes(),
            rule.strategyType(),
            EvidenceGrade.EXPLORATORY,
            vote.value(),
            vote.stats().outcomes(),
            vote.stats().mean(),
            vote.barEnd(),
            null));
  }

  private void propose(PatternConfirmed confirmed) {
    Map<Side, Vote> votes = lastVotes.get(confirmed.pair());
    Vote vote = votes == null ? null : votes.get(confirmed.side());
    if (vote == null || !vote.rule().id().equals(confirmed.patternId())) {
      throw new IllegalStateException("confirmed a vote that was not cast: " + confirmed);
    }
    publish(
        Channel.of(Topic.MYCELIAL_TRADE_IDEAS),
        new TradeIdea(
            confirmed.confirmationId(),
            SignalSource.MYCELIAL,
            confirmed.pair(),
            confirmed.side(),
            vote.rule().horizonMinutes(),
            vote.rule().strategyType(),
            EvidenceGrade.EXPLORATORY,
            vote.value(),
            vote.rule().id(),
            confirmed.restates(),
            confirmed.barEnd(),
            LearnerHabits.reason(vote, confirmed.voters().size())));
  }

  /** Now and then: tells peers of the best rule, and archives what has become worth keeping. */
  private void share() {
    boolean first = nextShare < 0;
    nextShare = context().tick() + (first ? habits.firstShareTicks() : habits.shareEveryTicks());
    if (first) {
      return;
    }
    for (ArchivedPattern pattern : brain.takeArchivable(context().now(), habits.archiveValue())) {
      archive.archive(pattern);
    }
    brain
        .bestToShare(context().now())
        .ifPresent(best ->
            publish(
                Channel.of(Topic.PATTERN_DISCOVERIES),
                new PatternDiscovery(
                    best.rule().id(),
                    best.rule().pair(),
                    best.rule().side(),
                    best.rule().horizonMinutes(),
                    best.rule().conditions(),
                    best.statistics().outcomes(),
                    best.statistics().mean(),
                    best.value())));
  }
}
