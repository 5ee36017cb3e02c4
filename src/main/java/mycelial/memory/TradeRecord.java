package mycelial.memory;

import mycelial.market.EntryVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/**
 * A closed trade as it is remembered.
 *
 * @param tradeId identifies the trade
 * @param pair the pair
 * @param side direction of the position
 * @param stream whose idea it was: baseline or mycelial
 * @param entryTime seconds since the epoch
 * @param entry the state in which it was entered
 * @param netReturn what became of it: a fraction of what the entry cost, net of all costs
 */
public record TradeRecord(
    String tradeId,
    Pair pair,
    Side side,
    SignalSource stream,
    double entryTime,
    EntryVector entry,
    double netReturn) {
  /**
   * @throws IllegalArgumentException when the id is empty, a number is not finite, or the stream
   *     repeats another's ideas
   */
  public TradeRecord {
    if (tradeId.isEmpty()) {
      throw new IllegalArgumentException("a trade needs an id");
    }
    if (!isKept(stream)) {
      throw new IllegalArgumentException(
          tradeId + " is of stream " + stream + ", whose ideas are remembered elsewhere already");
    }
    if (!Double.isFinite(entryTime) || !Double.isFinite(netReturn)) {
      throw new IllegalArgumentException(
          tradeId + ": entered at " + entryTime + ", returned " + netReturn);
    }
  }

  /**
   * Whether trades of a stream are remembered. Synthesized and account hold again what baseline and
   * mycelial hold: counting an idea's outcome up to four times would make luck look like evidence.
   */
  public static boolean isKept(SignalSource stream) {
    return stream == SignalSource.BASELINE || stream == SignalSource.MYCELIAL;
  }

  /** Whether it did not earn money after costs. */
  public boolean isFailure() {
    return netReturn <= 0;
  }

  /** Where it is kept. */
  public MemoryCollection collection() {
    return isFailure() ? MemoryCollection.FAILED_PATTERNS : MemoryCollection.TRADING_PATTERNS;
  }
}
