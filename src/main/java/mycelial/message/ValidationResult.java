package mycelial.message;

import mycelial.market.Pair;

/**
 * A researcher's vote on a rule that it has retested on its own history.
 *
 * @param requestId the request
 * @param patternId the rule
 * @param pair the pair it trades
 * @param approved the vote
 * @param quality 0 to 100
 * @param outcomes independent outcomes in the researcher's history
 * @param unfitted those of them from before anything was fitted
 * @param meanReturn mean outcome, a fraction net of costs
 * @param pValue share of permuted histories that did as well, 0 to 1
 * @param reason why, in words
 */
public record ValidationResult(
    String requestId,
    String patternId,
    Pair pair,
    boolean approved,
    double quality,
    int outcomes,
    int unfitted,
    double meanReturn,
    double pValue,
    String reason)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public ValidationResult {
    Checks.identifier("requestId", requestId);
    Checks.identifier("patternId", patternId);
    Checks.words(reason);
    Checks.score(quality);
    Checks.finite("meanReturn", meanReturn);
    if (!(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException("pValue " + pValue + " is not between 0 and 1");
    }
    if (outcomes < 0 || unfitted < 0 || unfitted > outcomes) {
      throw new IllegalArgumentException(unfitted + " of " + outcomes + " outcomes");
    }
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
