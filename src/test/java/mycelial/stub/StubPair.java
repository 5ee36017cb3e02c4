package mycelial.stub;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/**
 * A pair as Kraken names it. Immutable.
 *
 * @param spec its decimals, minimums and half spread, under the project's own name
 * @param id Kraken's own id, the key of every answer
 * @param altname its other name
 * @param wsname its name of WebSocket v1, in AssetPairs
 * @param symbol its name of WebSocket v2
 * @param base the base asset's id
 */
public record StubPair(
    PairSpec spec, String id, String altname, String wsname, String symbol, String base) {

  /** Every pair's names as Kraken has them; EOS is not served any more unless it is asked for. */
  static List<StubPair> of(List<PairSpec> specs, boolean withEos) {
    List<StubPair> pairs = new ArrayList<>();
    for (PairSpec spec : specs) {
      if (withEos || !spec.pair().name().equals("EOSUSD")) {
        pairs.add(of(spec));
      }
    }
    return List.copyOf(pairs);
  }

  private static StubPair of(PairSpec spec) {
    String name = spec.pair().name();
    return switch (name) {
      case "XXBTZUSD" -> new StubPair(spec, name, "XBTUSD", "XBT/USD", "BTC/USD", "XXBT");
      case "XETHZUSD" -> new StubPair(spec, name, "ETHUSD", "ETH/USD", "ETH/USD", "XETH");
      case "XLMUSD" -> new StubPair(spec, "XXLMZUSD", "XLMUSD", "XLM/USD", "XLM/USD", "XXLM");
      case "DOGEUSD" -> new StubPair(spec, "XDGUSD", "XDGUSD", "XDG/USD", "DOGE/USD", "XXDG");
      case "MATICUSD" -> plain(spec, "POL");
      default -> plain(spec, name.substring(0, name.length() - "USD".length()));
    };
  }

  private static StubPair plain(PairSpec spec, String base) {
    String slashed = base + "/USD";
    return new StubPair(spec, base + "USD", base + "USD", slashed, slashed, base);
  }

  /** Its name in this project. */
  public Pair pair() {
    return spec.pair();
  }

  /** Whether a REST request means it by that name. */
  boolean isCalled(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals(id) || upper.equals(altname) || upper.equals(wsname);
  }

  /** A price that is a number of ticks, with the pair's decimals. */
  String price(long ticks) {
    return BigDecimal.valueOf(ticks, spec.priceDecimals()).toPlainString();
  }

  /** The same with at least five decimals, as Ticker, Trades and Depth have it. */
  String longPrice(long ticks) {
    int decimals = Math.max(5, spec.priceDecimals());
    return BigDecimal.valueOf(ticks, spec.priceDecimals())
        .setScale(decimals, RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /** A price in ticks, the nearest. */
  long ticks(double price) {
    return Math.max(1, Math.round(price * ticksPerUnit()));
  }

  /** A price of that many ticks as a number. */
  double value(long ticks) {
    return ticks / ticksPerUnit();
  }

  private double ticksPerUnit() {
    return StrictMath.pow(10, spec.priceDecimals());
  }

  /** A quantity in units of 1e-8. */
  static String quantity(long units) {
    return BigDecimal.valueOf(units, 8).toPlainString();
  }
}
