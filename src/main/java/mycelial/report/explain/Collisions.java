package mycelial.report.explain;

import java.util.List;
import java.util.Optional;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.IdeaRecord;
import mycelial.storage.StoredPosition;
import org.jspecify.annotations.Nullable;

/** Where both streams agreed. */
final class Collisions {
  private Collisions() {}

  /**
   * A collision with both of its ideas.
   *
   * @param position what it opened, or null
   */
  static Node node(CollisionRecord collision, Case about, @Nullable StoredPosition position) {
    Draft draft = brief(collision);
    Terms terms = about.terms();
    if (terms != null) {
      draft.fact("window", terms.configuration().trading().windowMillis() + " ms");
    }
    Optional<IdeaRecord> baseline = about.trail().idea(about.id(), collision.baselineIdea());
    Optional<IdeaRecord> mycelial = about.trail().idea(about.id(), collision.mycelialIdea());
    Node first =
        baseline
            .map(idea -> new BaselineTrail(about).idea(idea, collision.baselineTime(), position))
            .orElseGet(() -> alive(collision.baselineIdea()));
    Node second =
        mycelial
            .map(idea ->
                new SwarmTrail(about)
                    .idea(
                        idea,
                        collision.mycelialTime(),
                        position == null ? null : position.patternId()))
            .orElseGet(() -> alive(collision.mycelialIdea()));
    return draft
        .children(
            collision.baselineTime() <= collision.mycelialTime()
                ? List.of(first, second)
                : List.of(second, first))
        .node();
  }

  private static Node alive(String idea) {
    return Draft.missing("Idea " + idea, "an idea is written when it has ended; this one lives");
  }

  /** A collision in a few facts. */
  static Draft brief(CollisionRecord collision) {
    double gap = collision.mycelialTime() - collision.baselineTime();
    return new Draft(
            "Collision: both streams said %s %s, %d ms apart"
                .formatted(collision.side(), collision.pair(), Math.round(Math.abs(gap) * 1000)),
            "collisions/" + collision.baselineIdea() + "+" + collision.mycelialIdea())
        .at(Math.max(collision.baselineTime(), collision.mycelialTime()))
        .fact("baseline said it", Texts.iso(collision.baselineTime()))
        .fact("mycelial said it", Texts.iso(collision.mycelialTime()))
        .fact("first", gap >= 0 ? "baseline" : "mycelial")
        .fact("gap", Math.round(Math.abs(gap) * 1000) + " ms")
        .fact("synthesized ledger", Texts.fate(collision.result()));
  }
}
