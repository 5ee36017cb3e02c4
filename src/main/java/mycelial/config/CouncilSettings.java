package mycelial.config;

/**
 * Who confirms a pattern.
 *
 * @param instigators agents that count votes, each for its share of the pairs
 * @param quorum votes of different learners needed: the rule of three
 * @param windowMillis the votes must lie this close together, milliseconds
 */
public record CouncilSettings(int instigators, int quorum, int windowMillis) {

  static CouncilSettings read(Section in) {
    return new CouncilSettings(
        in.integer("instigators", 3, 1, 100),
        in.integer("quorum", 3, 1, 100),
        in.integer("window-millis", 5000, 1, 60_000));
  }

  /** Says so when there are learners, but too few for a quorum. */
  void check(Section in, LearnerCounts learners) {
    in.check(
        learners.total() == 0 || quorum <= learners.total(),
        "quorum",
        quorum + " is more than the " + learners.total() + " learners");
  }
}
