package mycelial.agent.trader;

import java.util.List;
import java.util.function.IntFunction;
import mycelial.config.TradingSettings;
import mycelial.market.Pair;

/**
 * What the trader is told about its colony.
 *
 * @param pairs the pairs, in order
 * @param trading windows, limits and exits
 * @param idleMillis an idea that has not been stated for longer than this is over, milliseconds
 * @param restricted the pairs that compliance forbids to the account
 * @param barsJudge whether stops and targets are judged on closed bars too, as where quotes are
 *     rare
 * @param names the name of an agent by its id
 */
public record TraderSettings(
    List<Pair> pairs,
    TradingSettings trading,
    long idleMillis,
    List<Pair> restricted,
    boolean barsJudge,
    IntFunction<String> names) {
  /** Copies the list. */
  public TraderSettings {
    pairs = List.copyOf(pairs);
    restricted = List.copyOf(restricted);
  }
}
