package mycelial.learning;

import org.jspecify.annotations.Nullable;

/**
 * A rule with all that is known of it, as it is kept from one session to the next. An open virtual
 * trade is not: its outcome is not known.
 *
 * @param rule the rule with its lineage
 * @param fittedFrom from when on outcomes of it or of its ancestors were seen, seconds since the
 *     epoch
 * @param birth when it took its place, seconds since the epoch
 * @param trial which of the rules that its learner ever tried it is, from 1
 * @param evidence its outcomes, or null when they are not to count: then it starts without any
 * @param licence where it stands with the council
 * @param archived whether it has been handed to the archive
 */
public record RuleState(
    Rule rule,
    double fittedFrom,
    double birth,
    int trial,
    @Nullable EvidenceState evidence,
    LicenceState licence,
    boolean archived) {
  /** The rule alone: what was seen of it elsewhere does not count here. */
  public RuleState withoutEvidence() {
    return new RuleState(rule, fittedFrom, birth, trial, null, LicenceState.NONE, false);
  }
}
