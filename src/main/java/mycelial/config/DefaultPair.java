package mycelial.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mycelial.market.Pair;

/**
 * A pair that the program knows. The steps are Kraken's or near to them; a live session takes the
 * exchange's own at its start.
 *
 * @param name canonical name
 * @param priceDecimals decimals of a price
 * @param orderMinimum smallest order, base currency
 * @param aliases its other names
 */
record DefaultPair(String name, int priceDecimals, String orderMinimum, List<String> aliases) {
  /** What an unknown pair's missing keys fall back to after they were reported. */
  static final DefaultPair UNKNOWN = new DefaultPair("", 2, "0", List.of());

  private static final List<DefaultPair> ALL =
      List.of(
          pair("XXBTZUSD", 1, "0.00005", "XBTUSD XBT/USD BTCUSD BTC/USD"),
          pair("XETHZUSD", 2, "0.001", "ETHUSD ETH/USD"),
          pair("SOLUSD", 2, "0.02", "SOL/USD"),
          pair("ADAUSD", 6, "4", "ADA/USD"),
          pair("DOTUSD", 4, "0.6", "DOT/USD"),
          pair("MATICUSD", 4, "10", "MATIC/USD POLUSD POL/USD"),
          pair("UNIUSD", 3, "0.3", "UNI/USD"),
          pair("LINKUSD", 5, "0.2", "LINK/USD"),
          pair("DOGEUSD", 7, "13", "DOGE/USD XDGUSD XDG/USD"),
          pair("AAVEUSD", 2, "0.02", "AAVE/USD"),
          pair("ATOMUSD", 4, "0.5", "ATOM/USD"),
          pair("ALGOUSD", 5, "15", "ALGO/USD"),
          pair("XLMUSD", 6, "10", "XLM/USD XXLMZUSD"),
          pair("EOSUSD", 4, "5", "EOS/USD AUSD A/USD"),
          pair("TRXUSD", 6, "15", "TRX/USD"),
          pair("XTZUSD", 4, "4", "XTZ/USD"),
          pair("NEARUSD", 4, "1", "NEAR/USD"),
          pair("FILUSD", 3, "1", "FIL/USD"));

  private static DefaultPair pair(String name, int decimals, String minimum, String aliases) {
    return new DefaultPair(name, decimals, minimum, Arrays.asList(aliases.split(" ", -1)));
  }

  static List<String> names() {
    return ALL.stream().map(DefaultPair::name).toList();
  }

  static Optional<DefaultPair> of(Pair pair) {
    return ALL.stream().filter(known -> known.name.equals(pair.name())).findFirst();
  }
}
