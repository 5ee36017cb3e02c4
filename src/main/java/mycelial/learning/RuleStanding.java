package mycelial.learning;

/**
 * A rule of a population with all that can be said of it, for whoever looks on.
 *
 * @param rated the rule, its evidence and its value
 * @param licence where it stands with the council
 * @param proven whether it passed the swarm's false discovery level when the council last said so
 */
public record RuleStanding(RatedRule rated, LicenceState licence, boolean proven) {}
