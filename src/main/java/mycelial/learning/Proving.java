package mycelial.learning;

/**
 * What a rule has proved so far.
 *
 * @param rule the rule
 * @param trial which of the rules that its learner ever tried it is, from 1
 * @param logValue natural logarithm of its e-value since birth
 * @param outcomes outcomes behind it
 * @param mean their mean, a fraction net of costs
 */
public record Proving(Rule rule, int trial, double logValue, int outcomes, double mean) {}
