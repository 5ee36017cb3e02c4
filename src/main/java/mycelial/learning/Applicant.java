package mycelial.learning;

import mycelial.market.FeatureVector;

/**
 * A rule for which its learner asks the council for a licence.
 *
 * @param rule the rule
 * @param stats its statistics
 * @param value its value now, 0 to 100, before anything that a licence takes off
 * @param fittedFrom from when on outcomes of it or of its ancestors were seen, seconds since the
 *     epoch; 0 where that is not known
 * @param birth when it was made, seconds since the epoch
 * @param renewal whether it has had a licence before
 * @param barEnd end of the bar on which it fired, seconds since the epoch
 * @param entry the features of its pair at that bar
 */
public record Applicant(
    Rule rule,
    RuleStatistics stats,
    double value,
    double fittedFrom,
    double birth,
    boolean renewal,
    long barEnd,
    FeatureVector entry) {}
