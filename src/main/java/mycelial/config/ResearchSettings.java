package mycelial.config;

/**
 * How researchers retest a rule.
 *
 * @param historyBars bars of each pair that the first researcher keeps; the others keep less
 * @param permutations shifts of a rule's firings against the bars, at most
 * @param minimumOutcomes outcomes that an approval takes
 * @param maximumP largest p-value of an approval
 */
public record ResearchSettings(
    int historyBars, int permutations, int minimumOutcomes, double maximumP) {

  static ResearchSettings read(Section in) {
    return new ResearchSettings(
        in.integer("history-bars", 4320, 100, 100_000),
        in.integer("permutations", 99, 1, 10_000),
        in.integer("minimum-outcomes", 5, 1, 100_000),
        in.real("maximum-p", 0.10, 0.001, 1));
  }
}
