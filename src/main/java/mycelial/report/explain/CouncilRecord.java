package mycelial.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.learning.Abstention;
import mycelial.market.Pair;

/** What the council had decided about a pair, and who watched it. */
final class CouncilRecord {
  private final Case about;
  private final double time;
  private final List<Said> decisions;
  private final List<Said> notices;

  CouncilRecord(Case about, Pair pair, double time) {
    this.about = about;
    this.time = time;
    List<String> named = List.of("\"pair\":\"" + pair.name() + '"');
    this.decisions = about.said("pattern-confirmed", named, 0, time + WhyNot.SPAN);
    this.notices = about.said("system-build-request", named, 0, time);
  }

  private long within(String finding) {
    return decisions.stream()
        .filter(said -> said.says("finding", finding) && said.time() >= time - WhyNot.SPAN)
        .count();
  }

  /** Rules of the pair whose newest decision until then was a licence. */
  private long licensed() {
    Map<String, Boolean> newest = new TreeMap<>();
    for (Said said : decisions) {
      boolean licence = said.says("finding", "LICENSED");
      if (said.time() <= time && (licence || said.says("finding", "REFUSED"))) {
        newest.put(said.text("patternId"), licence);
      }
    }
    return newest.values().stream().filter(licence -> licence).count();
  }

  /** Whether an analyst watched the pair. */
  boolean hasAnalyst() {
    boolean watched = false;
    for (Said said : notices) {
      watched = (watched || said.says("kind", "DEPLOYED")) && !said.says("kind", "RETIRED");
    }
    return watched;
  }

  /** Why the swarm said nothing. */
  String sentence() {
    long withheld = within("WITHHELD");
    if (withheld > 0) {
      return "the swarm would have agreed %d times, but memory warned".formatted(withheld);
    }
    if (within("AGREED") > 0) {
      return "the swarm's agreements then went on with an idea that it had had before";
    }
    Terms terms = about.terms();
    String needed =
        terms == null ? "enough" : String.valueOf(terms.configuration().council().quorum());
    return licensed() == 0
        ? "no rule of the pair had been licensed in the session"
        : "never did licensed rules of %s learners agree".formatted(needed);
  }

  Node node() {
    Draft draft =
        new Draft("Council: " + sentence(), "messages/pattern-confirmed")
            .fact("an analyst watched", hasAnalyst() ? "yes" : "no")
            .fact("rules whose newest decision is a licence", String.valueOf(licensed()))
            .fact("agreements in the span", String.valueOf(within("AGREED")))
            .fact("agreements withheld by memory", String.valueOf(within("WITHHELD")))
            .fact("licences given in the span", String.valueOf(within("LICENSED")))
            .fact("applications refused in the span", String.valueOf(within("REFUSED")));
    decisions.stream()
        .filter(said -> said.says("finding", "REFUSED") || said.says("finding", "WITHHELD"))
        .filter(said -> said.time() >= time - WhyNot.SPAN)
        .forEach(said ->
            draft.child(
                said.draft(said.text("finding") + " " + said.text("patternId"))
                    .detail(said.text("reason"))
                    .node()));
    return draft.child(abstentions()).node();
  }

  /** Why rules that fired brought no vote, over the whole session: kept for no pair alone. */
  private Node abstentions() {
    String result = about.session().result();
    JsonNode tally = result == null ? Said.tree("{}") : Said.tree(result).at("/council/noVote");
    Draft draft =
        new Draft(
            "Votes that were not cast, in the whole session and all pairs", "sessions/result");
    for (Abstention reason : Abstention.values()) {
      if (tally.has(reason.name())) {
        draft.fact(reason.words(), tally.path(reason.name()).asText());
      }
    }
    return draft.detail(result == null ? "counted at the session's end" : "").node();
  }
}
