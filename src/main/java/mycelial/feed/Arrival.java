package mycelial.feed;

import mycelial.market.MarketUpdate;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has become known from the outside while a session lives. Immutable; what it says
 * enters the colony at one instant, after it has been journalled.
 */
public sealed interface Arrival {
  /**
   * A closed bar, a quote, or both.
   *
   * @param update what became known of a pair
   */
  record Market(MarketUpdate update) implements Arrival {}

  /**
   * A moat's measurement.
   *
   * @param signal the measurement
   */
  record Signal(MoatSignal signal) implements Arrival {}

  /**
   * Whether a moat's target has a source at the moment.
   *
   * @param target what it is about
   * @param provenance live, or missing
   * @param reason why, in words
   */
  record MoatChange(MoatTarget target, MoatProvenance provenance, String reason)
      implements Arrival {
    /**
     * @throws IllegalArgumentException when there is no reason
     */
    public MoatChange {
      requireWords(reason);
    }
  }

  /**
   * Whether positions may be opened. The newest word on a (cause, pair) counts; entries are barred
   * while any cause bars them. Exits go on where there are quotes.
   *
   * @param cause who says so, for example {@code exchange}, {@code feed}, {@code lag}
   * @param pair the pair, or null for the whole market
   * @param entries whether this cause lets positions be opened
   * @param reason why, in words
   */
  record Access(String cause, @Nullable Pair pair, boolean entries, String reason)
      implements Arrival {
    /**
     * @throws IllegalArgumentException when there is no cause or no reason
     */
    public Access {
      requireWords(cause);
      requireWords(reason);
    }
  }

  private static void requireWords(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a reason must be given in words");
    }
  }
}
