package mycelial.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mycelial.learning.EvidenceState;
import mycelial.learning.RuleState;
import mycelial.market.Condition;
import mycelial.market.Source;
import mycelial.storage.ArchiveQueries.Archived;

/** One voter of an agreement: its rule, its vote, its licence, its proof. */
final class VoterTrail {
  private final Case about;
  private final Said agreed;
  private final List<Said> known;
  private final LicenceTrail licences;

  /**
   * The voters of an agreement.
   *
   * @param known what was said of their rules until then, in order
   */
  VoterTrail(Case about, Said agreed, List<Said> known) {
    this.about = about;
    this.agreed = agreed;
    this.known = known;
    this.licences = new LicenceTrail(about, known);
  }

  Node voter(JsonNode voter, boolean publishes) {
    String pattern = voter.path("patternId").asText();
    int learner = voter.path("agent").asInt();
    Optional<Said> vote =
        last(said ->
            said.is("pattern-candidates")
                && said.says("patternId", pattern)
                && !said.body().has("application")
                && said.number("barEnd") == agreed.number("barEnd"));
    String name = vote.map(said -> said.message().agent()).orElseGet(() -> name(pattern, learner));
    Draft draft =
        new Draft(
                "Voter %s with rule %s%s".formatted(name, pattern, publishes ? ", publishes" : ""),
                vote.map(Said::source).orElse(agreed.source()))
            .at(vote.map(Said::time).orElse(agreed.time()))
            .fact("value", voter.path("score").asDouble());
    vote.ifPresentOrElse(
        said -> evidence(draft, said),
        () ->
            draft.child(
                Draft.missing("Vote", "the session was played by a program that kept no votes")));
    archived(draft, pattern);
    return draft
        .child(rule(pattern))
        .child(licences.licence(pattern))
        .child(proof(pattern, vote.map(said -> said.text("grade")).orElse("")))
        .node();
  }

  /** The learner's name, as any message of its rule tells it. */
  private String name(String pattern, int learner) {
    return last(said -> said.is("pattern-candidates") && said.says("patternId", pattern))
        .map(said -> said.message().agent())
        .orElse("agent " + learner);
  }

  private Optional<Said> last(Predicate<Said> wanted) {
    return known.stream().filter(wanted).reduce((_, later) -> later);
  }

  private static void evidence(Draft draft, Said vote) {
    draft
        .fact("outcomes", vote.text("outcomes"))
        .fact("mean outcome, net", Texts.percent(vote.number("meanReturn")))
        .fact("grade", vote.text("grade"))
        .fact("horizon", vote.text("horizonMinutes") + " min");
  }

  private void archived(Draft draft, String pattern) {
    Optional<Archived> archived = about.archived(pattern);
    archived.ifPresent(row -> {
      JsonNode json = Said.tree(row.json());
      draft.fact(
          "archived",
          "%s with %d outcomes, mean %s, t %s (patterns/%d)"
              .formatted(
                  row.time(),
                  json.path("outcomes").asInt(),
                  Texts.percent(json.path("meanReturn").asDouble()),
                  Texts.number(json.path("tStatistic").asDouble()),
                  row.row()));
    });
  }

  /** The conditions, from its newest application or from the swarm that the session began with. */
  private Node rule(String pattern) {
    Optional<Said> application =
        last(said ->
            said.is("pattern-candidates")
                && said.says("patternId", pattern)
                && said.body().has("application"));
    if (application.isPresent()) {
      Said said = application.get();
      return rule(
          Said.conditions(said.body().at("/application/conditions")),
          said.text("side") + " " + said.text("pair"),
          said.draft("Rule " + pattern));
    }
    Optional<RuleState> inherited = about.inherited(pattern);
    if (inherited.isEmpty()) {
      return Draft.missing("Rule " + pattern, about.whyNotInherited());
    }
    RuleState state = inherited.get();
    Draft draft = new Draft("Rule " + pattern, about.swarmSource(pattern));
    EvidenceState seen = state.evidence();
    if (seen != null) {
      draft
          .fact("outcomes before the session", String.valueOf(seen.outcomes()))
          .fact("their mean, net", Texts.percent(seen.mean()));
    }
    draft.fact("known from", "the swarm that the session started with");
    return rule(state.rule().conditions(), state.rule().side() + " " + state.rule().pair(), draft);
  }

  private Node rule(List<Condition> conditions, String does, Draft draft) {
    for (Condition condition : conditions) {
      if (condition.source() instanceof Source.Signal signal) {
        draft.child(moat(signal));
      }
    }
    return draft.detail(does + " when " + Texts.rule(conditions)).node();
  }

  /** Where a moat's signal came from in this session. */
  private Node moat(Source.Signal signal) {
    String channel = signal.target().channel();
    String result = about.session().result();
    Draft draft = new Draft("Moat signal " + channel + "." + signal.field(), "sessions/result");
    if (result == null) {
      return draft.detail("provenance not known before the session's end").node();
    }
    for (JsonNode moat : Said.tree(result).path("moats")) {
      for (JsonNode target : moat.path("targets")) {
        if (target.asText().equals(channel)) {
          return draft
              .fact("moat", moat.path("moat").asText())
              .fact("provenance", moat.path("provenance").asText())
              .fact("where from", moat.path("source").asText())
              .node();
        }
      }
    }
    return draft.detail("the session's result names no such channel").node();
  }

  private Node proof(String pattern, String grade) {
    return last(said ->
            said.is("pattern-confirmed")
                && said.says("patternId", pattern)
                && said.says("finding", "PROVEN"))
        .map(said -> said.draft("Proven").detail(said.text("reason")).node())
        .orElseGet(() -> grade.equals("PROVEN") ? provenSilently() : exploratory());
  }

  private Node provenSilently() {
    return new Draft("Proven, by its learner's word", agreed.source())
        .detail("the council's announcement came in no message of this session until then")
        .node();
  }

  private Node exploratory() {
    return new Draft("Exploratory: it may be luck", agreed.source())
        .detail("the rule had not passed the swarm's false discovery level")
        .node();
  }
}
