package mycelial.learning;

import org.jspecify.annotations.Nullable;

/** A rule of the population with its evidence and its virtual trade. */
final class LivingRule {
  final Rule rule;
  final int pairIndex;
  final long key;
  final Evidence evidence;

  /** The open virtual trade; there is never a second one, so that outcomes do not overlap. */
  @Nullable VirtualTrade trade;

  /** Has fired and waits for a quote to open its virtual trade at. */
  boolean pending;

  /** From when on outcomes of it or of its ancestors were seen; see {@link Offspring}. */
  final double fittedFrom;

  /** When it took its place, seconds since the epoch. */
  final double birth;

  /** What the council has said. */
  LicenceState licence = LicenceState.NONE;

  /** When it was applied for without an answer so far, seconds since the epoch, or NaN. */
  double appliedAt = Double.NaN;

  boolean archived;

  /** Which of the rules that its learner ever tried it is, from 1. */
  final int trial;

  /** Whether the council counts its evidence, and so must hear of each outcome. */
  boolean reported;

  /** Whether it passed the swarm's false discovery level when the council last said so. */
  boolean proven;

  /** To be replaced before the next evaluation. */
  boolean doomed;

  /** Was given up and nothing has come into its place yet. */
  boolean vacated;

  LivingRule(Offspring born, int pairIndex, BrainSettings settings, double birth, int trial) {
    this.trial = trial;
    this.rule = born.rule();
    this.fittedFrom = born.fittedFrom();
    this.birth = birth;
    this.pairIndex = pairIndex;
    this.key = rule.evidenceKey();
    this.evidence = new Evidence(settings, rule.pair(), birth);
  }

  /**
   * A rule that goes on from what was known of it; without evidence it starts where it was born.
   */
  LivingRule(RuleState known, int pairIndex, BrainSettings settings) {
    this.rule = known.rule();
    this.fittedFrom = known.fittedFrom();
    this.birth = known.birth();
    this.trial = known.trial();
    this.pairIndex = pairIndex;
    this.key = rule.evidenceKey();
    EvidenceState seen = known.evidence();
    this.evidence =
        seen == null
            ? new Evidence(settings, rule.pair(), 0)
            : new Evidence(settings, rule.pair(), seen);
    this.licence = known.licence();
    this.archived = known.archived();
  }

  RuleState state() {
    return new RuleState(rule, fittedFrom, birth, trial, evidence.state(), licence, archived);
  }

  /** Whether it looks at the same things for as long as another rule. */
  boolean isTwinOf(Rule other, long otherKey) {
    return key == otherKey && rule.horizonMinutes() == other.horizonMinutes();
  }
}
