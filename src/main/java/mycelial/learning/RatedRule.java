package mycelial.learning;

/**
 * A rule with what is known of it.
 *
 * @param rule the rule
 * @param statistics its statistics
 * @param value its value now, 0 to 100
 */
public record RatedRule(Rule rule, RuleStatistics statistics, double value) {}
