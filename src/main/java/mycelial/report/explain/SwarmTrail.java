package mycelial.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import mycelial.ledger.IdeaRecord;
import org.jspecify.annotations.Nullable;

/** What led the swarm to its idea: the agreement and each voter's case. */
final class SwarmTrail {
  private final Case about;

  SwarmTrail(Case about) {
    this.about = about;
  }

  /**
   * The idea that opened a position, or with which the baseline's collided.
   *
   * @param time of the statement that counted
   * @param patternId the rule behind that statement, or null
   */
  Node idea(IdeaRecord idea, double time, @Nullable String patternId) {
    Draft draft =
        new Draft(
                "Mycelial idea %s: %s says %s %s"
                    .formatted(idea.ideaId(), idea.agent(), idea.side(), idea.pair()),
                "ideas/" + idea.ideaId())
            .at(idea.time())
            .fact("grade", idea.grade().name())
            .fact("score", idea.score())
            .fact("reason", idea.reason())
            .fact("restated", idea.restatements() + " times");
    if (time > idea.time()) {
      draft.fact("statement that counted", Texts.iso(time));
    }
    Optional<Said> agreed = agreement(idea.ideaId(), time, patternId);
    return draft
        .child(
            agreed
                .map(this::agreement)
                .orElseGet(() -> Draft.missing("Agreement", "no message says who agreed")))
        .node();
  }

  /** The newest agreement behind a statement; a restatement may be another learner's. */
  private Optional<Said> agreement(String ideaId, double time, @Nullable String patternId) {
    return about.said("pattern-confirmed", List.of('"' + ideaId + '"'), 0, time).stream()
        .filter(said -> said.says("finding", "AGREED"))
        .filter(said -> said.says("confirmationId", ideaId) || said.says("restates", ideaId))
        .filter(said -> patternId == null || said.says("patternId", patternId))
        .max(Comparator.comparingDouble(Said::time));
  }

  private Node agreement(Said agreed) {
    List<JsonNode> voters = new ArrayList<>();
    agreed.body().path("voters").forEach(voters::add);
    List<Said> known = about(agreed, voters);
    Draft draft =
        agreed
            .draft(
                "Agreement %s: %s".formatted(agreed.text("confirmationId"), agreed.text("reason")))
            .fact("announced by", agreed.message().agent())
            .fact("voters", String.valueOf(voters.size()))
            .fact("grade", agreed.text("grade"))
            .fact("bar closed", Texts.iso(agreed.number("barEnd")));
    Terms terms = about.terms();
    if (terms != null) {
      draft.fact("needed", terms.configuration().council().quorum() + " different learners");
    }
    VoterTrail trail = new VoterTrail(about, agreed, known);
    boolean first = true;
    for (JsonNode voter : voters) {
      draft.child(trail.voter(voter, first));
      first = false;
    }
    return draft.node();
  }

  /** All that was ever said of the voters' rules until then, in one reading. */
  private List<Said> about(Said agreed, List<JsonNode> voters) {
    TreeSet<String> texts = new TreeSet<>();
    voters.forEach(voter -> texts.add("\"patternId\":" + voter.path("patternId")));
    return about.said("", List.copyOf(texts), 0, agreed.time());
  }
}
