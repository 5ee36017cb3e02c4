package mycelial.feed.kraken;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import mycelial.market.PairSpec;

/**
 * Which of the configured pairs Kraken has, and why the others cannot be had. Immutable.
 *
 * @param listed those that Kraken has, in the configured order
 * @param missing those that it has not, with the reason in words, by name
 */
public record KrakenPairs(List<KrakenPair> listed, Map<Pair, String> missing) {
  /** Copies the list and the table. */
  public KrakenPairs {
    listed = List.copyOf(listed);
    missing = Collections.unmodifiableMap(new TreeMap<>(missing));
  }

  /**
   * Looks the configured pairs up.
   *
   * @param specs what is configured, in order: half spreads are taken from there
   * @param names every name under which Kraken may have them
   * @throws KrakenException when the list could not be read
   */
  public static KrakenPairs read(
      KrakenSettings settings, Collection<PairSpec> specs, PairNames names) {
    try (var calls = new HttpCalls(settings)) {
      return PairFinder.find(new KrakenRest(calls).assetPairs(), specs, names);
    }
  }

  /** The pairs that Kraken has. */
  public List<Pair> pairs() {
    return listed.stream().map(KrakenPair::pair).toList();
  }

  /** What Kraken says of a pair, if it has it. */
  public Optional<KrakenPair> find(Pair pair) {
    return listed.stream().filter(row -> row.pair().equals(pair)).findFirst();
  }

  /** The missing ones with their reasons, in words; empty where none is. */
  public String complaint() {
    return missing.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
