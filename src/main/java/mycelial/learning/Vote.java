package mycelial.learning;

/**
 * A licensed rule has fired.
 *
 * @param rule the rule
 * @param stats its statistics
 * @param value its value now times the licence's factor, 0 to 100
 * @param restated whether it also voted on the bar of its pair before this one
 * @param proven whether the rule had passed the swarm's false discovery level when it was last told
 * @param barEnd end of the bar on which it fired, seconds since the epoch
 * @param licence the licence under which it votes
 */
public record Vote(
    Rule rule,
    RuleStatistics stats,
    double value,
    boolean restated,
    boolean proven,
    long barEnd,
    LicenceState licence) {}
