package mycelial.feed.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Side;

/**
 * Asks Kraken whether it would take an order. It can do nothing else: every form that it sends
 * begins with {@code validate=true}, a constant without a parameter, and it is the only class of
 * the program that names the endpoint; tests hold both. Safe for use by several threads.
 */
public final class KrakenOrderValidator implements AutoCloseable {
  private static final String ENDPOINT = "AddOrder";
  private static final String ONLY_VALIDATE = "validate=true";
  private final SignedCalls calls;

  /**
   * What Kraken says of an order.
   *
   * @param accepted whether it would have been taken
   * @param words Kraken's description of the order, or why it is refused
   */
  public record Verdict(boolean accepted, String words) {}

  private KrakenOrderValidator(SignedCalls calls) {
    this.calls = calls;
  }

  /** Asks nothing yet. */
  public static KrakenOrderValidator open(
      KrakenSettings settings, ScaledClock clock, KrakenKeys keys) {
    return new KrakenOrderValidator(new SignedCalls(settings, clock, keys));
  }

  /**
   * Whether Kraken would take an order at the market.
   *
   * @param quantity base currency, with no more decimals than the pair's lots have
   * @return its verdict; an order that it refuses is a verdict
   * @throws KrakenException when there is no verdict; refused keys (AUTH) are never tried again
   */
  public Verdict validate(KrakenPair pair, Side side, BigDecimal quantity) {
    try {
      JsonNode result = calls.post(ENDPOINT, form(pair, side, quantity));
      return verdict(result);
    } catch (KrakenException failure) {
      return switch (failure.kind()) {
        case REQUEST, MARKET_MODE -> new Verdict(false, failure.getMessage());
        default -> throw failure;
      };
    }
  }

  private static String form(KrakenPair pair, Side side, BigDecimal quantity) {
    return ONLY_VALIDATE
        + "&ordertype=market&pair="
        + pair.id()
        + "&type="
        + side.name().toLowerCase(Locale.ROOT)
        + "&volume="
        + quantity.toPlainString();
  }

  private static Verdict verdict(JsonNode result) {
    if (result.has("txid")) {
      throw new KrakenException(
          Kind.MALFORMED, "Kraken names a transaction for an order that was only to be checked");
    }
    String order = result.path("descr").path("order").asText();
    if (order.isEmpty()) {
      throw new KrakenException(Kind.MALFORMED, "Kraken does not describe the order");
    }
    return new Verdict(true, KrakenErrors.shown(order));
  }

  /** Ends its connections. */
  @Override
  public void close() {
    calls.close();
  }
}
