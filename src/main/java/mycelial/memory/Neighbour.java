package mycelial.memory;

/**
 * A remembered trade and how far it lies from what was asked for.
 *
 * @param trade the trade
 * @param distance 0 to 1
 */
public record Neighbour(TradeRecord trade, double distance) {
  /** 1 for the same state, 0 for the opposite in everything. */
  public double similarity() {
    return 1 - distance;
  }
}
