package mycelial.learning;

/**
 * What is known of a rule from its virtual trades. Returns are fractions net of costs.
 *
 * @param outcomes number of outcomes; they do not overlap
 * @param mean mean return since the rule's birth
 * @param variance sample variance of the return
 * @param tStatistic mean / standard error; 0 without a measured spread
 * @param recentMean exponentially weighted mean return: what forgetting looks at
 * @param lastConfirmed when it last had an outcome above zero, else its birth, seconds since the
 *     epoch
 * @param exploratory whether its own evidence qualifies it for a licence
 */
public record RuleStatistics(
    int outcomes,
    double mean,
    double variance,
    double tStatistic,
    double recentMean,
    double lastConfirmed,
    boolean exploratory) {}
