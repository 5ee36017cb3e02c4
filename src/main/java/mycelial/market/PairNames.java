package mycelial.market;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Resolves the many names of a pair (Kraken's id, altname, what a file is called) to its canonical
 * one. Immutable.
 *
 * @param byName every accepted name, upper case, with the pair that it means
 */
public record PairNames(Map<String, Pair> byName) {
  /** Copies the table. */
  public PairNames {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  /** The pair of that name, or empty when the name is unknown. */
  public Optional<Pair> resolve(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
