package mycelial.report.explain;

import mycelial.ledger.IdeaRecord;
import mycelial.market.SignalSource;
import mycelial.storage.StoredPosition;
import org.jspecify.annotations.Nullable;

/** What led an analyst to its idea. */
final class BaselineTrail {
  private final Case about;

  BaselineTrail(Case about) {
    this.about = about;
  }

  /**
   * The idea that opened a position, or with which the swarm's collided.
   *
   * @param time of the statement that counted
   */
  Node idea(IdeaRecord idea, double time, @Nullable StoredPosition position) {
    String source = "ideas/" + idea.ideaId();
    Draft draft =
        new Draft(
                "Baseline idea %s: %s says %s %s"
                    .formatted(idea.ideaId(), idea.agent(), idea.side(), idea.pair()),
                source)
            .at(idea.time())
            .fact("score", idea.score())
            .fact("reason", idea.reason())
            .fact("restated", idea.restatements() + " times");
    if (time > idea.time()) {
      draft.fact("statement that counted", Texts.iso(time));
    }
    Terms terms = about.terms();
    if (terms == null) {
      return draft
          .child(Draft.missing("Limits of the indicators", "the session has no journal"))
          .node();
    }
    return draft
        .child(
            indicators(idea, time, position)
                .node(idea.side(), terms.configuration().analysts(), source))
        .node();
  }

  /** The snapshot where it is of the very bar that the idea was decided on. */
  private static Indicators indicators(
      IdeaRecord idea, double time, @Nullable StoredPosition position) {
    boolean own = position != null && position.stream() == SignalSource.BASELINE;
    boolean same = position != null && position.barEnd() <= time && time - position.barEnd() < 60;
    return position != null && (own || same)
        ? Indicators.of(position.features())
        : Indicators.of(idea.reason());
  }
}
