package mycelial.agent.council;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mycelial.agent.Agent;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Ticks;
import mycelial.config.CouncilSettings;
import mycelial.market.EvidenceGrade;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.message.BuildNotice;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.EvidenceReport;
import mycelial.message.MemoryAnswer;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Finding;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import mycelial.message.ValidationResult;
import org.jspecify.annotations.Nullable;

/**
 * Speaks for the council about its share of the pairs. It enforces the Rule of 3; has researchers
 * and memory asked about a rule that is to be licensed, and decides; has learners that have newly
 * agreed exchange their best rules; and asks for an analyst where there is none to agree with them.
 */
public final class MycelialInstigatorAgent extends Agent {
  private static final long serialVersionUID = 1L;

  /** Votes are urgent, all else waits for the quarter second at which learners act too. */
  private static final long UNHURRIED = Ticks.PER_SECOND / 4;

  /** After this a case is decided with what there is; answers are not hurried. */
  private static final long PATIENCE = 300L * Ticks.PER_SECOND;

  private static final long ANALYST_COOLDOWN = 3600L * Ticks.PER_SECOND;
  private static final int SHARERS = 3;

  /** Ten minutes: learners need to be told for the records only, ideas are graded at once. */
  private static final long PROOFS_EVERY = 600L * Ticks.PER_SECOND;

  private final transient List<Pair> pairs;
  private final transient CouncilSettings settings;
  private final transient RuleOfThree rule;
  private final transient RuleOfThree withheld;
  private final transient LicenceDesk desk;
  private final transient ProofDesk proofs;
  private final transient Judgement judgement;
  private final transient Cooldown shares;
  private final transient Cooldown requests = new Cooldown(ANALYST_COOLDOWN);
  private final transient Set<Pair> analysed = new TreeSet<>();
  private long licences;
  private long refusals;
  private long proven;
  private long nextProofs;
  private long wake = LicenceDesk.NEVER;
  private @Nullable PatternConfirmed last;

  /** The instigator of those pairs. */
  public MycelialInstigatorAgent(
      AgentIdentity identity,
      List<Pair> pairs,
      CouncilSettings settings,
      Interval interval,
      ProofSettings proving) {
    super(identity);
    this.pairs = List.copyOf(pairs);
    this.settings = settings;
    this.proofs = new ProofDesk(proving);
    this.rule = ruleOfThree(Finding.AGREED, "m-", interval);
    this.withheld = ruleOfThree(Finding.WITHHELD, "w-", interval);
    this.desk = new LicenceDesk("l-" + identity.index() + "-", PATIENCE);
    this.judgement = new Judgement(settings);
    this.shares = new Cooldown(60L * Ticks.PER_SECOND * settings.forceShareMinutes());
  }

  private RuleOfThree ruleOfThree(Finding finding, String letter, Interval interval) {
    String prefix = letter + identity().index() + "-";
    return new RuleOfThree(
        finding, prefix, pairs, new RuleOfThree.Terms(settings, interval, proofs::isProven));
  }

  /** What it has done. */
  public CouncilCounts counts() {
    return new CouncilCounts(
        desk.opened(),
        licences,
        refusals,
        rule.agreements(),
        shares.granted(),
        requests.granted(),
        proven,
        withheld.beginnings(),
        rule.belowStandard());
  }

  @Override
  public List<Channel> subscriptions() {
    return List.of(
        Channel.of(Topic.PATTERN_CANDIDATES),
        Channel.of(Topic.PATTERN_EVIDENCE),
        Channel.of(Topic.PATTERN_VALIDATION_RESULT),
        Channel.of(Topic.MEMORY_ANSWER),
        Channel.of(Topic.SYSTEM_BUILD_REQUEST));
  }

  @Override
  public List<String> watches() {
    return pairs.stream().map(Pair::name).toList();
  }

  @Override
  protected long reactionTicks(Envelope envelope) {
    boolean isVote =
        envelope.body() instanceof PatternCandidate candidate && candidate.application() == null;
    return isVote ? super.reactionTicks(envelope) : UNHURRIED;
  }

  @Override
  protected void onMessage(Envelope envelope) {
    switch (envelope.body()) {
      case PatternCandidate candidate -> {
        if (candidate.isVote()) {
          count(envelope, candidate);
        } else if (candidate.withheld() != null) {
          countWithheld(envelope, candidate);
        } else if (rule.covers(candidate.pair())) {
          ask(desk.open(envelope.source(), candidate, context().tick()));
        }
      }
      case EvidenceReport report -> proofs.hear(envelope.source(), report);
      case ValidationResult result -> {
        LicenceCase open = desk.find(result.requestId());
        if (open != null) {
          open.hear(envelope.source(), result);
          decideIfComplete(open);
        }
      }
      case MemoryAnswer answer -> {
        LicenceCase open = desk.find(answer.queryId());
        if (open != null) {
          open.hear(answer);
          decideIfComplete(open);
        }
      }
      case BuildNotice notice -> note(notice);
      default ->
          throw new IllegalStateException("not for an instigator: " + envelope.channel().name());
    }
  }

  private void count(Envelope envelope, PatternCandidate vote) {
    PatternConfirmed agreed = rule.count(envelope, vote);
    if (agreed == null) {
      return;
    }
    last = agreed;
    publish(Channel.of(Topic.PATTERN_CONFIRMED), agreed);
    if (agreed.restates() == null) {
      forceShare(agreed);
      requestAnalyst(agreed);
    }
  }

  /** Says once, not at each restatement, that memory has prevented an agreement. */
  private void countWithheld(Envelope envelope, PatternCandidate vote) {
    PatternConfirmed prevented = withheld.count(envelope, vote);
    if (prevented != null && prevented.restates() == null) {
      publish(Channel.of(Topic.PATTERN_CONFIRMED), prevented);
    }
  }

  private void forceShare(PatternConfirmed agreed) {
    if (!shares.grants(agreed.pair(), context().tick())) {
      return;
    }
    List<Integer> sharers = agreed.voters().stream().limit(SHARERS).map(Voter::agent).toList();
    publish(
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(
            SystemControl.Command.FORCE_SHARE,
            SystemControl.Origin.COUNCIL,
            "learners "
                + sharers
                + " agree on "
                + agreed.pair()
                + " ("
                + agreed.confirmationId()
                + ") and exchange their best rules",
            new SystemControl.Scope(sharers, null, agreed.pair(), 1)));
  }

  private void requestAnalyst(PatternConfirmed agreed) {
    Pair pair = agreed.pair();
    if (analysed.contains(pair) || !requests.grants(pair, context().tick())) {
      return;
    }
    publish(
        Channel.of(Topic.SYSTEM_BUILD_REQUEST),
        new BuildNotice(
            BuildNotice.Kind.REQUEST,
            "i" + identity().index() + "-" + requests.granted(),
            pair,
            "learners agree on "
                + pair
                + " ("
                + agreed.confirmationId()
                + "), and no analyst watches it"));
  }

  private void note(BuildNotice notice) {
    switch (notice.kind()) {
      case DEPLOYED -> analysed.add(notice.pair());
      case RETIRED -> analysed.remove(notice.pair());
      case REQUEST, REFUSED -> {
        // Neither changes who is watched.
      }
    }
  }

  private void ask(LicenceCase open) {
    publish(Channel.of(Topic.PATTERN_VALIDATION_REQUEST), open.request());
    publish(Channel.of(Topic.MEMORY_QUERY), open.query());
  }

  private void decideIfComplete(LicenceCase open) {
    if (open.isComplete(settings.researchers(), settings.researchQuorum())) {
      decide(open);
    }
  }

  private void decide(LicenceCase open) {
    desk.close(open);
    PatternConfirmed decision = judgement.of(open, identity().id());
    if (decision.finding() == Finding.LICENSED) {
      licences++;
    } else {
      refusals++;
    }
    publish(Channel.of(Topic.PATTERN_CONFIRMED), decision);
  }

  /** Tells learners which of their rules have become proven, of those about its own pairs. */
  private void announceProofs() {
    for (ProofDesk.Proof proof : proofs.news()) {
      EvidenceReport report = proof.report();
      if (rule.covers(report.pair())) {
        proven++;
        publish(
            Channel.of(Topic.PATTERN_CONFIRMED),
            new PatternConfirmed(
                PatternConfirmed.Finding.PROVEN,
                "p-" + identity().index() + "-" + proven,
                report.pair(),
                report.side(),
                proof.learner(),
                report.patternId(),
                100,
                List.of(new Voter(identity().id(), report.patternId(), 100)),
                null,
                (long) context().now(),
                EvidenceGrade.PROVEN,
                String.format(
                    Locale.ROOT,
                    "%d outcomes since its birth as trial %d, mean %.2f %% net, log e %.1f: passes"
                        + " the swarm's false discovery level",
                    report.outcomes(),
                    report.trial(),
                    100 * report.meanReturn(),
                    report.logEvidence())));
      }
    }
  }

  @Override
  protected void act() {
    long tick = context().tick();
    if (tick >= nextProofs) {
      nextProofs = tick + PROOFS_EVERY;
      announceProofs();
    }
    for (LicenceCase late = desk.overdue(tick); late != null; late = desk.overdue(tick)) {
      decide(late);
    }
    boolean waits = wake != LicenceDesk.NEVER && wake > tick;
    if (!waits) {
      wake = desk.nextDeadline();
      if (wake != LicenceDesk.NEVER) {
        wakeAt(wake);
      }
    }
  }

  /** The newest agreement, or null; read between steps. */
  public @Nullable PatternConfirmed last() {
    return last;
  }
}
