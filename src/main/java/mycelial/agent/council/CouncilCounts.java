package mycelial.agent.council;

/**
 * What an instigator has done, or several together.
 *
 * @param applications for licences, renewals among them
 * @param licences given, renewals among them
 * @param refusals of licences
 * @param agreements of learners, restatements among them
 * @param forcedShares exchanges of rules that were ordered
 * @param analystRequests analysts that were asked for
 * @param proven rules that passed the false discovery level
 * @param withheld agreements that memory has prevented, restatements not among them
 * @param underStandard votes that were not counted, since others on the same are worth much more
 */
public record CouncilCounts(
    long applications,
    long licences,
    long refusals,
    long agreements,
    long forcedShares,
    long analystRequests,
    long proven,
    long withheld,
    long underStandard) {
  /** Nothing done. */
  public static final CouncilCounts NONE = new CouncilCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public CouncilCounts plus(CouncilCounts other) {
    return new CouncilCounts(
        applications + other.applications,
        licences + other.licences,
        refusals + other.refusals,
        agreements + other.agreements,
        forcedShares + other.forcedShares,
        analystRequests + other.analystRequests,
        proven + other.proven,
        withheld + other.withheld,
        underStandard + other.underStandard);
  }
}
