package mycelial.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import mycelial.learning.RuleState;
import mycelial.storage.StoredPosition;

/** How a rule came by its licence: application, research, memory, judgement. */
final class LicenceTrail {
  private final Case about;
  private final List<Said> known;

  LicenceTrail(Case about, List<Said> known) {
    this.about = about;
    this.known = known;
  }

  Node licence(String pattern) {
    Optional<Said> granted =
        last(said ->
            said.is("pattern-confirmed")
                && said.says("patternId", pattern)
                && said.says("finding", "LICENSED"));
    return granted.map(said -> granted(pattern, said)).orElseGet(() -> inherited(pattern));
  }

  private Optional<Said> last(Predicate<Said> wanted) {
    return known.stream().filter(wanted).reduce((_, later) -> later);
  }

  private Node inherited(String pattern) {
    Optional<RuleState> state = about.inherited(pattern);
    if (state.isEmpty() || state.get().licence().id() == null) {
      return Draft.missing(
          "Licence of " + pattern,
          state.isEmpty() ? about.whyNotInherited() : "it came with the swarm without a licence");
    }
    return new Draft(
            "Licence " + state.get().licence().id() + ", given in an earlier session",
            about.swarmSource(pattern))
        .detail("its case is stored with the session that gave it")
        .fact("counts of the rule's value", state.get().licence().factor())
        .fact("licences so far", String.valueOf(state.get().licence().licences()))
        .node();
  }

  private Node granted(String pattern, Said granted) {
    String id = granted.text("confirmationId");
    Draft draft =
        granted
            .draft("Licence %s by %s".formatted(id, granted.message().agent()))
            .fact("counts of the rule's value", granted.number("score") / 100);
    Optional<Said> request =
        last(said -> said.is("pattern-validation-request") && said.says("requestId", id));
    request.ifPresent(said -> draft.child(application(pattern, said)));
    known.stream()
        .filter(said -> said.is("pattern-validation-result") && said.says("requestId", id))
        .forEach(said -> draft.child(result(said)));
    return draft
        .child(
            last(said -> said.is("memory-answer") && said.says("queryId", id))
                .map(this::memory)
                .orElseGet(() -> Draft.missing("Memory", "it did not answer in time")))
        .node();
  }

  private Node application(String pattern, Said request) {
    Optional<Said> application =
        last(said ->
            said.is("pattern-candidates")
                && said.says("patternId", pattern)
                && said.body().has("application")
                && said.time() <= request.time());
    Said said = application.orElse(request);
    boolean renewal = said.body().at("/application/renewal").asBoolean();
    return said.draft(renewal ? "Application for a renewal" : "Application")
        .fact("outcomes", said.text("outcomes"))
        .fact("mean outcome, net", Texts.percent(said.number("meanReturn")))
        .fact("rule made", Texts.iso(request.number("birth")))
        .node();
  }

  private Node result(Said result) {
    boolean approved = result.body().path("approved").asBoolean();
    return result
        .draft(
            "Research: %s %s"
                .formatted(result.message().agent(), approved ? "approves" : "refuses"))
        .detail(result.text("reason"))
        .fact("quality", result.number("quality"))
        .fact("outcomes", result.text("outcomes"))
        .fact("not fitted", result.text("unfitted"))
        .fact("mean outcome, net", Texts.percent(result.number("meanReturn")))
        .fact("p", result.number("pValue"))
        .node();
  }

  private Node memory(Said answer) {
    Draft draft =
        answer
            .draft("Memory says " + answer.text("advice"))
            .detail(answer.text("reason"))
            .fact("factor", answer.number("factor"))
            .fact("recalled", answer.text("recalled"))
            .fact("of them lost", answer.text("failures"));
    for (JsonNode id : answer.body().path("trades")) {
      draft.child(recalled(id.asText()));
    }
    return draft.node();
  }

  private Node recalled(String tradeId) {
    Optional<StoredPosition> trade = about.trail().position(tradeId);
    if (trade.isEmpty() || trade.get().exit() == null) {
      return new Draft("Recalled " + tradeId, "none")
          .detail("a trade of another database, remembered by the swarm")
          .node();
    }
    StoredPosition found = trade.get();
    return new Draft(
            "Recalled %s: %s %s, %s"
                .formatted(
                    tradeId,
                    found.side(),
                    found.pair(),
                    Texts.money(Objects.requireNonNull(found.exit()).pnl())),
            "positions/" + tradeId)
        .at(found.entry().time())
        .node();
  }
}
