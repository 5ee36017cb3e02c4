package mycelial.message;

import java.util.List;
import mycelial.market.Pair;

/**
 * What memory recalls.
 *
 * @param queryId the query
 * @param patternId the rule in question
 * @param pair the pair it trades
 * @param advice what to do
 * @param factor by what the rule's value is to be multiplied, 0 to 1: 1 for KEEP, 0 for REFUSE
 * @param recalled how many trades lie near
 * @param failures how many of them lost
 * @param trades ids of the nearest, nearest first, at most ten
 * @param reason why, in words
 */
public record MemoryAnswer(
    String queryId,
    String patternId,
    Pair pair,
    Advice advice,
    double factor,
    int recalled,
    int failures,
    List<String> trades,
    String reason)
    implements Message {

  /** What memory says to a licence. */
  public enum Advice {
    KEEP,
    LOWER,
    REFUSE
  }

  private static final int MOST_TRADES = 10;

  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public MemoryAnswer {
    Checks.identifier("queryId", queryId);
    Checks.identifier("patternId", patternId);
    Checks.words(reason);
    trades = List.copyOf(trades);
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException("factor " + factor + " is not between 0 and 1");
    }
    if (recalled < 0 || failures < 0 || failures > recalled) {
      throw new IllegalArgumentException(failures + " failures of " + recalled);
    }
    if (trades.size() > MOST_TRADES) {
      throw new IllegalArgumentException(trades.size() + " trades are too many to name");
    }
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
