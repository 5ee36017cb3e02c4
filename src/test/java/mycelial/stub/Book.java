package mycelial.stub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The ten best levels of each side, the best first. Immutable.
 *
 * @param bids falling prices
 * @param asks rising prices
 */
record Book(List<Level> bids, List<Level> asks) {
  static final int DEPTH = 10;

  /**
   * One price of a side.
   *
   * @param ticks the price
   * @param units the quantity, units of 1e-8; whole thousandths
   */
  record Level(long ticks, long units) {}

  /** A book with that best bid and ask; what is behind them is drawn. */
  static Book around(StubMarket.BidAsk quote, long seed) {
    return new Book(side(quote.bid(), -1, seed), side(quote.ask(), 1, seed));
  }

  private static List<Level> side(long best, int direction, long seed) {
    Draw draw = new Draw(seed, best, direction);
    List<Level> levels = new ArrayList<>();
    long ticks = best;
    for (int i = 0; i < DEPTH && ticks > 0; i++) {
      levels.add(new Level(ticks, (1 + draw.below(3_000)) * 100_000L));
      ticks += direction * (1L + draw.below(1 + (int) Math.min(50, best / 20_000)));
    }
    return List.copyOf(levels);
  }

  /** What must be said for the other to become this; a quantity of 0 takes a level away. */
  Book since(Book earlier) {
    return new Book(change(earlier.bids, bids), change(earlier.asks, asks));
  }

  private static List<Level> change(List<Level> earlier, List<Level> now) {
    List<Level> change = new ArrayList<>();
    for (Level level : earlier) {
      if (now.stream().noneMatch(other -> other.ticks() == level.ticks())) {
        change.add(new Level(level.ticks(), 0));
      }
    }
    now.stream().filter(level -> !earlier.contains(level)).forEach(change::add);
    return change;
  }

  /**
   * Kraken's checksum: CRC32 over price and quantity of the asks, then of the bids, each at full
   * precision without its point and its leading zeros.
   */
  long checksum(StubPair pair) {
    StringBuilder text = new StringBuilder();
    for (List<Level> side : List.of(asks, bids)) {
      for (Level level : side) {
        text.append(digits(pair.price(level.ticks())));
        text.append(digits(StubPair.quantity(level.units())));
      }
    }
    CRC32 sum = new CRC32();
    sum.update(text.toString().getBytes(StandardCharsets.US_ASCII));
    return sum.getValue();
  }

  private static String digits(String number) {
    return number.replace(".", "").replaceFirst("^0+", "");
  }
}
