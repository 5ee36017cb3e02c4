package mycelial.agent.guardian;

/**
 * What the guardian has done and seen.
 *
 * @param halts risk halts
 * @param quarantines families quarantined
 * @param brakes families that no further learner was to take in
 * @param probations how often a pair fell to half size or a quarter
 * @param hibernations how often a pair fell to nothing
 * @param rateStops how often the order rate was reached
 * @param maxContagionPercent largest share of the learners that could be led by a family and were,
 *     percent
 * @param largestFamily that family, empty when there was none
 */
public record HavenStatistics(
    long halts,
    long quarantines,
    long brakes,
    long probations,
    long hibernations,
    long rateStops,
    double maxContagionPercent,
    String largestFamily) {}
