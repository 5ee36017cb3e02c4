package mycelial.dashboard;

import org.jspecify.annotations.Nullable;

/** Walks a trade, or a moment without one, back to its causes. Called by any thread. */
@FunctionalInterface
public interface Explainer {
  /**
   * The question.
   *
   * @param trade a trade's id, or null to ask why there was none
   * @param pair the pair, where there was no trade
   * @param time schedule time, seconds since the epoch, where there was no trade
   */
  record Question(@Nullable String trade, @Nullable String pair, double time) {}

  /**
   * The answer as JSON: nodes of {@code title}, {@code detail}, {@code facts} (pairs of texts) and
   * {@code children}.
   *
   * @throws IllegalArgumentException with a sentence, when nothing is known of what is asked for
   */
  String explain(Question question);
}
