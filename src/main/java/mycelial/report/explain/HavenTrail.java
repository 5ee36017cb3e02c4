package mycelial.report.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mycelial.market.Pair;

/** What risk control and operators had said. */
final class HavenTrail {
  private static final List<String> COMMANDS =
      List.of("HALT", "RESUME", "SIZE", "FLATTEN", "EMERGENCY_SHUTDOWN", "QUARANTINE", "STOP");

  private final List<Said> commands;

  /** Everything but the council's exchanges, in order. */
  HavenTrail(Case about) {
    commands =
        about.said(
            "system-control",
            COMMANDS.stream().map(command -> "\"command\":\"" + command + '"').toList(),
            0,
            Double.MAX_VALUE);
  }

  /**
   * What touched a pair: in force at a time, and said between it and a later one.
   *
   * @param from when the position was opened
   * @param to when it was closed
   */
  Node touching(Pair pair, double from, double to) {
    Draft draft = new Draft("HAVEN: " + state(pair, from), "messages/system-control").at(from);
    inForce(pair, from).values().forEach(said -> draft.child(node(said)));
    for (Said said : commands) {
      if (said.time() > from && said.time() <= to && concerns(said, pair)) {
        draft.child(node(said));
      }
    }
    return draft.fact("size factor", size(pair, from)).node();
  }

  /** In a few words: halted, or smaller, or nothing in force. */
  String state(Pair pair, double time) {
    if (isHalted(time)) {
      return "a halt was in force";
    }
    double factor = size(pair, time);
    return factor < 1
        ? "orders in the pair were limited to " + Texts.number(factor) + " of their size"
        : "nothing was in force";
  }

  boolean isHalted(double time) {
    boolean halted = false;
    for (Said said : commands) {
      if (said.time() <= time) {
        halted = (halted || stops(said)) && !said.says("command", "RESUME");
      }
    }
    return halted;
  }

  private static boolean stops(Said said) {
    return said.says("command", "HALT") || said.says("command", "EMERGENCY_SHUTDOWN");
  }

  /** By what orders in the pair were multiplied. */
  double size(Pair pair, double time) {
    double all = 1;
    double own = 1;
    for (Said said : commands) {
      if (said.time() <= time && said.says("command", "SIZE")) {
        JsonNode scope = said.body().path("scope");
        if (!scope.hasNonNull("pair")) {
          all = scope.path("sizeFactor").asDouble();
        } else if (scope.path("pair").asText().equals(pair.name())) {
          own = scope.path("sizeFactor").asDouble();
        }
      }
    }
    return Math.min(all, own);
  }

  private Map<String, Said> inForce(Pair pair, double time) {
    Map<String, Said> newest = new LinkedHashMap<>();
    for (Said said : commands) {
      if (said.time() <= time && concerns(said, pair)) {
        boolean halts = stops(said) || said.says("command", "RESUME");
        newest.put(halts ? "halt" : said.text("command"), said);
      }
    }
    Optional<Said> lifted =
        Optional.ofNullable(newest.get("halt")).filter(said -> said.says("command", "RESUME"));
    lifted.ifPresent(_ -> newest.remove("halt"));
    return newest;
  }

  private static boolean concerns(Said said, Pair pair) {
    JsonNode scope = said.body().path("scope");
    if (scope.hasNonNull("pair")) {
      return scope.path("pair").asText().equals(pair.name());
    }
    return !scope.hasNonNull("family")
        || scope.path("family").asText().startsWith(pair.name() + " ");
  }

  private static Node node(Said said) {
    List<String> words = new ArrayList<>(List.of(said.text("command"), "by", said.text("origin")));
    JsonNode scope = said.body().path("scope");
    if (said.says("command", "SIZE")) {
      words.add("to " + Texts.number(scope.path("sizeFactor").asDouble()));
    }
    if (scope.hasNonNull("family")) {
      words.add("of the family " + scope.path("family").asText());
    }
    return said.draft(String.join(" ", words)).detail(said.text("reason")).node();
  }
}
