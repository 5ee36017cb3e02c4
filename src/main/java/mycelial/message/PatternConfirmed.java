package mycelial.message;

import java.util.List;
import mycelial.market.Pair;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * An instigator's announcement that enough learners with different evidence agree; the chosen voter
 * publishes the idea.
 *
 * @param confirmationId identifies the idea that follows from it
 * @param pair the pair to trade
 * @param side the direction
 * @param voters the votes that were counted, the chosen one first
 * @param restates the first confirmation of which this is a restatement, or null
 * @param barEnd end of the bar on which the rules fired, seconds since the epoch
 */
public record PatternConfirmed(
    String confirmationId,
    Pair pair,
    Side side,
    List<Voter> voters,
    @Nullable String restates,
    long barEnd)
    implements Message {

  /**
   * A counted vote.
   *
   * @param agent id of the learner
   * @param patternId the rule that fired
   * @param score its value, 0 to 100
   */
  public record Voter(int agent, String patternId, double score) {
    /**
     * @throws IllegalArgumentException when the score is out of range
     */
    public Voter {
      Checks.identifier("patternId", patternId);
      Checks.score(score);
    }
  }

  /**
   * @throws IllegalArgumentException when there are no voters
   */
  public PatternConfirmed {
    Checks.identifier("confirmationId", confirmationId);
    voters = List.copyOf(voters);
    if (voters.isEmpty()) {
      throw new IllegalArgumentException("confirmation " + confirmationId + " has no voters");
    }
  }

  /** The voter that publishes the idea: the one with the best evidence. */
  public Voter chosen() {
    return voters.getFirst();
  }
}
