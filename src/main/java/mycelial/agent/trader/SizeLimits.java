package mycelial.agent.trader;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;
import mycelial.message.SystemControl.Scope;
import org.jspecify.annotations.Nullable;

/** By what the size of the account's orders is multiplied, as risk control has said. */
final class SizeLimits {
  private final List<Pair> restricted;
  private final Map<Pair, BigDecimal> factors = new TreeMap<>();
  private BigDecimal all = BigDecimal.ONE;

  /**
   * @param restricted pairs that compliance forbids, so that a refusal can be put in words
   */
  SizeLimits(List<Pair> restricted) {
    this.restricted = List.copyOf(restricted);
  }

  void take(Scope scope) {
    BigDecimal factor = BigDecimal.valueOf(scope.sizeFactor());
    Pair pair = scope.pair();
    if (pair == null) {
      all = factor;
    } else {
      factors.put(pair, factor);
    }
  }

  /** 0 to 1; the smaller of the pair's and that of all pairs. */
  BigDecimal factor(Pair pair) {
    return factors.getOrDefault(pair, BigDecimal.ONE).min(all);
  }

  /** Why nothing may be opened in a pair, or null when something may. */
  @Nullable Fate refusal(Pair pair) {
    if (factor(pair).signum() > 0) {
      return null;
    }
    return all.signum() == 0 || restricted.contains(pair) ? Fate.RESTRICTED : Fate.HIBERNATED;
  }
}
