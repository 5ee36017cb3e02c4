package mycelial.learning;

/**
 * A rule that is to be born.
 *
 * @param rule the rule
 * @param fittedFrom from when on outcomes of it or of its ancestors were seen, seconds since the
 *     epoch. A random rule: its birth. A child: the earlier of its parents' times. A peer's rule:
 *     0, for a discovery does not say how long the peer and those before it had been looking, so no
 *     past is claimed to be new to it.
 */
record Offspring(Rule rule, double fittedFrom) {}
