package mycelial.config;

/**
 * How the swarm learns.
 *
 * @param watchList pairs that a finance learner watches (all of them where there are fewer)
 * @param population rules that a learner keeps
 * @param minimumOutcomes independent outcomes before a rule can be exploratory
 * @param minimumTStatistic smallest t statistic of a rule's mean outcome for the same
 * @param decayPercentPer10Minutes loss of a pattern's value each ten minutes since it was last
 *     confirmed, percent
 * @param archiveValue value from which a pattern is archived, 0 to 100
 * @param shareEveryMinutes minutes of schedule time between forced exchanges of best rules
 * @param minimumVoteValue value, times its licence's factor, from which a rule votes; value from
 *     which it is applied for; 0 to 100
 * @param quantileWindow samples behind a rule's running quantiles
 * @param quantileSampleBars bars between two such samples
 * @param lookBackBars bars of each pair that a learner looks back on for what to put into a rule
 * @param insightEveryBars bars between two such looks
 * @param evolution whether rules have children and are exchanged between learners
 * @param falseDiscoveryControl whether a proven rule must stand against all that the swarm tried,
 *     rather than for itself
 * @param falseDiscoveryPercent share of proven rules that may be false on the average
 */
public record LearningSettings(
    int watchList,
    int population,
    int minimumOutcomes,
    double minimumTStatistic,
    double decayPercentPer10Minutes,
    double archiveValue,
    int shareEveryMinutes,
    double minimumVoteValue,
    int quantileWindow,
    int quantileSampleBars,
    int lookBackBars,
    int insightEveryBars,
    boolean evolution,
    boolean falseDiscoveryControl,
    double falseDiscoveryPercent) {

  static LearningSettings read(Section in) {
    return new LearningSettings(
        in.integer("watch-list", 8, 1, 1000),
        in.integer("population", 40, 2, 10_000),
        in.integer("minimum-outcomes", 8, 2, 100_000),
        in.real("minimum-t-statistic", 0, 0, 100),
        in.real("decay-percent-per-10-minutes", 5, 0, 100),
        in.real("archive-value", 60, 0, 100),
        in.integer("share-every-minutes", 120, 1, 10_080),
        in.real("minimum-vote-value", 15, 0, 99),
        in.integer("quantile-window", 288, 24, 100_000),
        in.integer("quantile-sample-bars", 5, 1, 1440),
        in.integer("look-back-bars", 1440, 100, 20_000),
        in.integer("insight-every-bars", 60, 1, 100_000),
        in.choice("evolution", Switch.ON) == Switch.ON,
        in.choice("false-discovery", Switch.ON) == Switch.ON,
        in.real("false-discovery-percent", 10, 0.001, 100));
  }
}
