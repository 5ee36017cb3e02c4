package mycelial.learning;

/**
 * What a retest found.
 *
 * @param approved whether the rule passes
 * @param quality 0 to 100; 0 when it does not pass
 * @param outcomes outcomes in the history; they do not overlap
 * @param unfitted those of them that ended before anybody looked at the rule's outcomes
 * @param mean mean outcome, a fraction net of costs; 0 without outcomes
 * @param pValue of the shifted firings, 0 to 1; 1 where they were not tried
 * @param reason why, in words
 */
public record RetestVerdict(
    boolean approved,
    double quality,
    int outcomes,
    int unfitted,
    double mean,
    double pValue,
    String reason) {}
