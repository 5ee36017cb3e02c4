package mycelial.agent.learner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.learning.Abstention;
import mycelial.learning.Applicant;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.Brain;
import mycelial.learning.Claim;
import mycelial.learning.MarketObservation;
import mycelial.learning.MoatObservation;
import mycelial.learning.PatternArchive;
import mycelial.learning.Proving;
import mycelial.learning.RatedRule;
import mycelial.learning.Rule;
import mycelial.learning.Vote;
import mycelial.market.Condition;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import mycelial.message.MoatData;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternDiscovery;
import mycelial.message.SystemControl;
import mycelial.message.Topic;

/**
 * A SwarmBrain: feeds what it sees to its {@link Brain}, applies for licences, votes when a
 * licensed rule fires, and publishes the idea when an instigator has confirmed its vote as the
 * best. When the council orders it to share, it publishes its best rule and takes in those of its
 * partners.
 */
public final class PatternLearnerAgent extends Agent {
  private static final long serialVersionUID = 1L;

  private final transient Moat moat;
  private final transient List<Pair> watchList;
  private final transient Brain brain;
  private final transient PatternArchive archive;
  private final transient LearnerHabits habits;
  private final transient Leadership leadership;
  private final transient Map<Pair, Map<Side, Vote>> lastVotes = new TreeMap<>();
  private final transient HeardAgreements agreements;
  private final transient Exchange exchange;
  private final transient HeardCautions cautions = new HeardCautions();
  private long nextShare = -1;

  /** A learner with that brain, which watches those pairs. */
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
    this.exchange = new Exchange(identity.id());
    this.leadership = new Leadership(brain, habits.discipline().announceEveryTicks());
    this.agreements = new HeardAgreements(watchList);
    for (Pair pair : watchList) {
      lastVotes.put(pair, new EnumMap<>(Side.class));
    }
  }

  /** What it has learned; for lists and counts. */
  public Brain brain() {
    return brain;
  }

  /** How many of its votes memory has kept from counting. */
  public long withheld() {
    return cautions.applied();
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
    channels.add(Channel.of(Topic.MEMORY_CAUTION));
    channels.add(Channel.of(Topic.PATTERN_DISCOVERIES));
    channels.add(Channel.of(Topic.SYSTEM_CONTROL));
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
    return topic == Topic.PATTERN_CONFIRMED || topic == Topic.SYSTEM_CONTROL
        ? habits.confirmingTicks()
        : super.reactionTicks(topic);
  }

  /** A licence concerns its learner, an order those it names. */
  @Override
  protected boolean concerns(Envelope envelope) {
    return switch (envelope.body()) {
      case PatternConfirmed confirmed ->
          switch (confirmed.finding()) {
            case AGREED -> agreements.covers(confirmed.pair());
            case LICENSED, REFUSED, PROVEN -> confirmed.learner() == identity().id();
            case WITHHELD -> false;
          };
      case MemoryCaution caution -> agreements.covers(caution.pair());
      case SystemControl order -> order.scope().agents().contains(identity().id());
      case PatternDiscovery _ -> envelope.source() != identity().id();
      default -> true;
    };
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case MarketData data -> observe(data);
      case MoatData data -> hear(data);
      case PatternConfirmed confirmed -> hear(confirmed);
      case MemoryCaution caution -> cautions.hear(caution);
      case PatternDiscovery discovery -> learnFrom(envelope, discovery);
      case SystemControl order -> {
        obey(order);
        if (exchange.begins(order, envelope.timestamp())) {
          shareOnOrder(order);
        }
      }
      default -> throw new IllegalStateException("not for a learner: " + envelope.channel().name());
    }
  }

  private void obey(SystemControl control) {
    String family = control.scope().family();
    boolean concerned = control.scope().agents().contains(identity().id());
    if (control.command() == SystemControl.Command.QUARANTINE && concerned && family != null) {
      brain.quarantine(family, context().now() + habits.discipline().quarantineSeconds());
    }
  }

  private void hear(PatternConfirmed confirmed) {
    boolean mine = confirmed.learner() == identity().id();
    switch (confirmed.finding()) {
      case AGREED -> {
        agreements.hear(confirmed);
        if (mine) {
          propose(confirmed);
        }
      }
      case LICENSED -> {
        if (mine) {
          brain.licensed(
              confirmed.patternId(), confirmed.confirmationId(), confirmed.score() / 100);
        }
      }
      case REFUSED -> {
        if (mine) {
          brain.refused(confirmed.patternId());
        }
      }
      case PROVEN -> {
        if (mine) {
          brain.proven(confirmed.patternId());
        }
      }
      case WITHHELD -> {
        // Nobody acts on it.
      }
    }
  }

  /** Takes a peer's rule in, at once if it is part of an exchange that was ordered. */
  private void learnFrom(Envelope envelope, PatternDiscovery discovery) {
    Rule foreign =
        new Rule(
            discovery.patternId(),
            discovery.pair(),
            discovery.side(),
            discovery.horizonMinutes(),
            discovery.conditions(),
            0,
            null);
    for (Condition condition : discovery.conditions()) {
      if (condition.source() instanceof Source.Signal signal) {
        brain.learnOf(signal);
      }
    }
    FireDrill drill = habits.discipline().drill();
    if (drill != null && drill.believes(discovery)) {
      brain.believe(
          foreign, Claim.of(discovery.outcomes(), discovery.meanReturn(), discovery.score()));
    } else if (exchange.includes(envelope.source(), envelope.timestamp())) {
      brain.settle(foreign, context().now());
    } else {
      brain.immigrate(foreign);
    }
  }

  private void shareOnOrder(SystemControl order) {
    Pair pair = order.scope().pair();
    double now = context().now();
    (pair == null ? brain.bestToShare(now) : brain.bestToShare(now, pair)).ifPresent(this::tell);
  }

  private void observe(MarketData data) {
    cautions.observe(data.pair(), data.features(), context().now());
    brain.observe(
        new MarketObservation(data.pair(), data.bar(), data.quote(), data.features(), data.gap()));
  }

  private void hear(MoatData data) {
    brain
        .signals()
        .observe(
            new MoatObservation(
                new MoatTarget(data.moat(), data.target()),
                data.field(),
                data.value(),
                data.level(),
                data.seenTime()));
  }

  @Override
  protected void act() {
    catchInfection();
    List<Vote> votes = brain.evaluate(context().now());
    if (!votes.isEmpty()) {
      vote(votes);
    }
    brain.application().ifPresent(this::apply);
    brain.takeReports().forEach(this::report);
    if (context().tick() >= nextShare) {
      share();
    }
    leadership.news(context().tick(), context().now()).ifPresent(this::tell);
  }

  private void catchInfection() {
    FireDrill drill = habits.discipline().drill();
    FireDrill.Infection infection = drill == null ? null : drill.takeInfection(context().tick());
    if (infection != null) {
      brain.believe(infection.rule(), infection.claim());
    }
  }

  /** Casts one vote for each pair and direction: the best of the rules that fired. */
  private void vote(List<Vote> votes) {
    Map<Pair, Map<Side, Vote>> best = new TreeMap<>();
    for (Vote vote : votes) {
      Abstention reason = agreements.against(vote);
      if (reason != null) {
        brain.abstentions().note(reason);
        continue;
      }
      best.computeIfAbsent(vote.rule().pair(), pair -> new EnumMap<>(Side.class))
          .merge(vote.rule().side(), vote, this::better);
    }
    best.forEach((pair, sides) -> sides.values().forEach(this::cast));
  }

  private Vote better(Vote old, Vote fresh) {
    brain.abstentions().note(Abstention.OUTDONE);
    return fresh.value() > old.value() ? fresh : old;
  }

  private void cast(Vote vote) {
    Rule rule = vote.rule();
    Region warning = cautions.against(rule.pair(), rule.side(), context().now());
    if (warning == null) {
      lastVotes.getOrDefault(rule.pair(), new EnumMap<>(Side.class)).put(rule.side(), vote);
    } else {
      brain.abstentions().note(Abstention.MEMORY);
    }
    publish(
        Channel.of(Topic.PATTERN_CANDIDATES),
        Announcements.vote(vote, warning == null ? null : warning.reason()));
  }

  private void apply(Applicant applicant) {
    publish(Channel.of(Topic.PATTERN_CANDIDATES), Announcements.application(applicant));
  }

  private void report(Proving proving) {
    publish(Channel.of(Topic.PATTERN_EVIDENCE), Announcements.evidence(proving));
  }

  private void propose(PatternConfirmed confirmed) {
    Map<Side, Vote> votes = lastVotes.get(confirmed.pair());
    Vote vote = votes == null ? null : votes.get(confirmed.side());
    if (vote == null || !vote.rule().id().equals(confirmed.patternId())) {
      throw new IllegalStateException("confirmed a vote that was not cast: " + confirmed);
    }
    publish(Channel.of(Topic.MYCELIAL_TRADE_IDEAS), Announcements.idea(confirmed, vote));
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
    brain.bestToShare(context().now()).ifPresent(this::tell);
  }

  private void tell(RatedRule best) {
    leadership.announced(best.rule(), context().tick());
    publish(Channel.of(Topic.PATTERN_DISCOVERIES), Announcements.discovery(best));
  }
}
