package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import mycelial.config.Configuration;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;

final class BookTest {
  private static final StubPair BITCOIN =
      StubPair.of(List.of(Configuration.defaults().spec(new Pair("XXBTZUSD"))), false).getFirst();

  private static Book.Level level(String price, String quantity) {
    return new Book.Level(
        new BigDecimal(price).movePointRight(1).longValueExact(),
        new BigDecimal(quantity).movePointRight(8).longValueExact());
  }

  /** The example in Kraken's documentation of WebSocket v2. */
  @Test
  void theChecksumIsKrakens() {
    Book book =
        new Book(
            List.of(
                level("45283.5", "0.10000000"),
                level("45283.4", "1.54582015"),
                level("45282.1", "0.10000000"),
                level("45281.0", "0.10000000"),
                level("45280.3", "1.54592586"),
                level("45279.0", "0.07990000"),
                level("45277.6", "0.03310103"),
                level("45277.5", "0.30000000"),
                level("45277.3", "1.54602737"),
                level("45276.6", "0.15445238")),
            List.of(
                level("45285.2", "0.00100000"),
                level("45286.4", "1.54571953"),
                level("45286.6", "1.54571109"),
                level("45289.6", "1.54560911"),
                level("45290.2", "0.15890660"),
                level("45291.8", "1.54553491"),
                level("45294.7", "0.04454749"),
                level("45296.1", "0.35380000"),
                level("45297.5", "0.09945542"),
                level("45299.5", "0.18772827")));
    assertThat(book.checksum(BITCOIN)).isEqualTo(3310070434L);
  }

  @Test
  void aChangeMakesTheEarlierBookTheLaterOne() {
    Book earlier = Book.around(new StubMarket.BidAsk(934_990, 935_010), 7);
    Book later = Book.around(new StubMarket.BidAsk(934_995, 935_020), 7);
    Book change = later.since(earlier);
    TreeMap<Long, Long> bids = new TreeMap<>();
    earlier.bids().forEach(level -> bids.put(level.ticks(), level.units()));
    change.bids().forEach(level -> bids.put(level.ticks(), level.units()));
    bids.values().removeIf(units -> units == 0);
    List<Book.Level> levels = new ArrayList<>();
    bids.descendingMap().forEach((ticks, units) -> levels.add(new Book.Level(ticks, units)));
    assertThat(levels).isEqualTo(later.bids());
  }
}
