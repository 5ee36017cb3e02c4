package mycelial.feed.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Pair;

/**
 * What an account pays. Immutable.
 *
 * @param volume what it traded in 30 days, USD
 * @param takerPercent the taker fee a side by pair, percent of the order's value
 */
public record KrakenAccount(BigDecimal volume, Map<Pair, BigDecimal> takerPercent) {
  /** Copies the table. */
  public KrakenAccount {
    takerPercent = Collections.unmodifiableMap(new TreeMap<>(takerPercent));
  }

  /**
   * Asks, once.
   *
   * @throws KrakenException when it cannot be had; AUTH when the keys are refused
   */
  public static KrakenAccount read(
      KrakenSettings settings, ScaledClock clock, KrakenKeys keys, List<KrakenPair> pairs) {
    String ids = pairs.stream().map(KrakenPair::id).collect(Collectors.joining(","));
    try (var calls = new SignedCalls(settings, clock, keys)) {
      JsonNode result = calls.post("TradeVolume", "pair=" + ids);
      var fees = new TreeMap<Pair, BigDecimal>();
      for (KrakenPair pair : pairs) {
        JsonNode fee = result.path("fees").path(pair.id()).path("fee");
        if (!fee.isMissingNode()) {
          fees.put(pair.pair(), number("fee", fee));
        }
      }
      return new KrakenAccount(number("volume", result.path("volume")), fees);
    }
  }

  private static BigDecimal number(String name, JsonNode node) {
    try {
      return new BigDecimal(node.asText());
    } catch (NumberFormatException none) {
      throw new KrakenException(Kind.MALFORMED, "TradeVolume: '" + name + "' is no number", none);
    }
  }
}
