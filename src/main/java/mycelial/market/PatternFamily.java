package mycelial.market;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names the family of a pattern: same pair, direction and features, whatever the levels. */
public final class PatternFamily {
  private PatternFamily() {}

  /** For example {@code XXBTZUSD BUY SOLUSD.rsi XXBTZUSD.percent_b}. */
  public static String of(Pair pair, Side side, Collection<Condition> conditions) {
    return conditions.stream()
        .map(condition -> condition.source().family())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" ", pair + " " + side + " ", ""));
  }
}
