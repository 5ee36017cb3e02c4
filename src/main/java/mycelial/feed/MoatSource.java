package mycelial.feed;

import java.util.List;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;

/**
 * Where moat signals come from. Immutable.
 *
 * @param provenance live, recorded or simulated; missing where there is no source
 * @param name what it is called, for example {@code signals.csv}; where it is missing, why
 * @param targets those of which it has a signal at some time, in their order
 */
public record MoatSource(MoatProvenance provenance, String name, List<MoatTarget> targets) {
  /** Copies the list. */
  public MoatSource {
    targets = List.copyOf(targets);
  }

  /** No source, for that reason. */
  public static MoatSource missing(String reason) {
    return new MoatSource(MoatProvenance.MISSING, reason, List.of());
  }
}
