package mycelial.message;

import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;

/**
 * An instigator asks what became of trades that were entered in a state like this one.
 *
 * @param queryId identifies the query
 * @param patternId the rule that is to be licensed
 * @param pair the pair it trades
 * @param side the direction
 * @param entry the state in which it fires, with ranks
 */
public record MemoryQuery(
    String queryId, String patternId, Pair pair, Side side, FeatureVector entry)
    implements Message {
  /**
   * @throws IllegalArgumentException when an id is empty or too long
   */
  public MemoryQuery {
    Checks.identifier("queryId", queryId);
    Checks.identifier("patternId", patternId);
  }

  @Override
  public boolean isHurried() {
    return false;
  }
}
