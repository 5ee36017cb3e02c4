package mycelial.config;

/**
 * Who confirms a pattern.
 *
 * @param instigators agents that count votes, each for its share of the pairs
 * @param quorum votes of different learners needed: the rule of three
 * @param windowMillis the votes must lie this close together, milliseconds
 * @param forceShareMinutes minutes between two forced exchanges of rules over one pair, at least
 * @param researchers agents that retest a rule before it may vote
 * @param researchQuorum approvals of researchers that a licence takes
 */
public record CouncilSettings(
    int instigators,
    int quorum,
    int windowMillis,
    int forceShareMinutes,
    int researchers,
    int researchQuorum) {

  static CouncilSettings read(Section in) {
    return new CouncilSettings(
        in.integer("instigators", 3, 1, 100),
        in.integer("quorum", 3, 1, 100),
        in.integer("window-millis", 5000, 1, 60_000),
        in.integer("force-share-minutes", 60, 1, 10_080),
        in.integer("researchers", 3, 1, 100),
        in.integer("research-quorum", 2, 0, 100));
  }

  /** Says so when there are learners or researchers, but too few for a quorum. */
  void check(Section in, LearnerCounts learners) {
    in.check(
        learners.total() == 0 || quorum <= learners.total(),
        "quorum",
        quorum + " is more than the " + learners.total() + " learners");
    in.check(
        researchQuorum <= researchers,
        "research-quorum",
        researchQuorum + " is more than the " + researchers + " researchers");
  }
}
