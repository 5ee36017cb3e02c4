package mycelial.feed.kraken;

import java.util.List;
import mycelial.market.Pair;
import mycelial.market.PairSpec;

/**
 * A pair as Kraken lists it. Immutable.
 *
 * @param pair the project's name
 * @param id Kraken's own id, by which REST is asked
 * @param altname Kraken's other name
 * @param wsname the name of WebSocket v1, as AssetPairs has it
 * @param spec decimals and minimums as the exchange has them
 * @param takerFees the table, ascending by volume; empty where the row has none
 * @param status online, cancel_only, post_only, limit_only, reduce_only, delisted ...
 */
public record KrakenPair(
    Pair pair,
    String id,
    String altname,
    String wsname,
    PairSpec spec,
    List<TakerFee> takerFees,
    String status) {
  /** Copies the table. */
  public KrakenPair {
    takerFees = List.copyOf(takerFees);
  }

  /** The name of WebSocket v2: BTC and DOGE where version 1 has XBT and XDG. */
  public String symbol() {
    return symbol(wsname);
  }

  /** Whether orders of every kind are taken. */
  public boolean isOnline() {
    return status.equals("online");
  }

  static String symbol(String wsname) {
    int slash = wsname.indexOf('/');
    return slash < 0
        ? wsname
        : asset(wsname.substring(0, slash)) + "/" + asset(wsname.substring(slash + 1));
  }

  private static String asset(String name) {
    return switch (name) {
      case "XBT" -> "BTC";
      case "XDG" -> "DOGE";
      default -> name;
    };
  }
}
