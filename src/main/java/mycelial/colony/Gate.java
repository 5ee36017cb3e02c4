package mycelial.colony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Whether positions may be opened: the newest word of every cause on every pair and on the whole
 * market. Changed at an instant's beginning by what has arrived from outside; used by the thread
 * that owns the model.
 */
final class Gate {
  /** Sorts before every pair. */
  private static final String WHOLE_MARKET = "";

  /** Reasons by the pair's name, then by cause; only what bars is kept. */
  private final Map<String, Map<String, String>> barred = new TreeMap<>();

  /** Takes a word in; whether it changes anything. */
  boolean take(Arrival.Access access) {
    Pair pair = access.pair();
    String key = pair == null ? WHOLE_MARKET : pair.name();
    if (!access.entries()) {
      String before =
          barred.computeIfAbsent(key, k -> new TreeMap<>()).put(access.cause(), access.reason());
      return !access.reason().equals(before);
    }
    Map<String, String> causes = barred.get(key);
    if (causes == null || causes.remove(access.cause()) == null) {
      return false;
    }
    if (causes.isEmpty()) {
      barred.remove(key);
    }
    return true;
  }

  /** Why no position of a pair may be opened, or null. */
  @Nullable String barrier(Pair pair) {
    String market = first(barred.get(WHOLE_MARKET));
    return market != null ? market : first(barred.get(pair.name()));
  }

  /** Why none may be opened at all, or null. */
  @Nullable String barrier() {
    return first(barred.get(WHOLE_MARKET));
  }

  /** Pairs of which none may be opened, by name, each with the first reason. */
  Map<String, String> barredPairs() {
    Map<String, String> pairs = new TreeMap<>();
    barred.forEach((pair, causes) -> {
      String reason = first(causes);
      if (!pair.equals(WHOLE_MARKET) && reason != null) {
        pairs.put(pair, reason);
      }
    });
    return pairs;
  }

  /**
   * What frees all that is barred: who barred it is not there any more, and its successor will bar
   * it again.
   */
  List<Arrival> reopen() {
    List<Arrival> words = new ArrayList<>();
    barred.forEach((pair, causes) ->
        causes
            .keySet()
            .forEach(cause ->
                words.add(
                    new Arrival.Access(
                        cause,
                        pair.equals(WHOLE_MARKET) ? null : new Pair(pair),
                        true,
                        "asked anew since the session was resumed"))));
    return words;
  }

  private static @Nullable String first(@Nullable Map<String, String> causes) {
    return causes == null ? null : causes.values().stream().findFirst().orElse(null);
  }
}
