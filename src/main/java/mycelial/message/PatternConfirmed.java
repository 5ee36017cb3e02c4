package mycelial.message;

import java.util.List;
import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * An instigator's announcement: enough learners with different evidence agree and the chosen one
 * publishes the idea; or a rule is licensed, or refused.
 *
 * @param finding what is announced
 * @param confirmationId identifies the announcement and the idea that follows from it
 * @param pair the pair to trade
 * @param side the direction
 * @param learner id of the learner that is to act on it
 * @param patternId the learner's rule
 * @param score value of the rule that the learner may count on, 0 to 100; of a licence: what
 *     research and memory leave of a full one
 * @param voters the votes that were counted, the chosen one first: of learners, or of researchers
 * @param restates the first confirmation of which this is a restatement, or null
 * @param barEnd end of the bar on which the rules fired, seconds since the epoch
 * @param grade how well the rule is supported, against all that the swarm has tried
 * @param reason why, in words
 */
public record PatternConfirmed(
    Finding finding,
    String confirmationId,
    Pair pair,
    Side side,
    int learner,
    String patternId,
    double score,
    List<Voter> voters,
    @Nullable String restates,
    long barEnd,
    EvidenceGrade grade,
    String reason)
    implements Message {

  /** What an instigator announces. */
  public enum Finding {
    /** The Rule of 3 is met: the learner publishes the idea. */
    AGREED,
    /** The rule may vote until its value has decayed. */
    LICENSED,
    /** The rule may not vote. */
    REFUSED,
    /** The rule has passed the swarm's false discovery level. */
    PROVEN,
    /** The Rule of 3 would be met but for memory, which warns of the state: nobody acts. */
    WITHHELD
  }

  /**
   * A counted vote.
   *
   * @param agent id of the learner or researcher
   * @param patternId the rule
   * @param score its value, or the quality found, 0 to 100
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
    Checks.identifier("patternId", patternId);
    Checks.words(reason);
    Checks.score(score);
    voters = List.copyOf(voters);
    if (voters.isEmpty()) {
      throw new IllegalArgumentException("confirmation " + confirmationId + " has no voters");
    }
  }

  @Override
  public boolean isHurried() {
    return finding == Finding.AGREED;
  }
}
