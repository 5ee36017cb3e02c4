package mycelial.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mycelial.ledger.IdeaRecord;
import mycelial.market.SignalSource;
import mycelial.storage.StoredOutcome;

/**
 * A moat as a product: what it delivered and what came of it.
 *
 * @param moat its name
 * @param provenance whether its signals are real, as the session noted it
 * @param signals heard, those of the warm-up among them
 * @param patterns archived by learners of this moat
 * @param ideas of the swarm whose rule looks at one of its signals
 * @param outcomes of them that were entered, each as if traded alone
 * @param hits of these with a profit after costs
 * @param meanReturn their mean net return, percent of a trade
 */
public record MoatProduct(
    String moat,
    String provenance,
    long signals,
    long patterns,
    int ideas,
    int outcomes,
    int hits,
    Figure meanReturn) {
  /** How the sources of a moat's signals begin in a rule's conditions; Finance is the rest. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "Code", "repo-data:",
          "Logistics", "logistics-data:",
          "Government", "govt-data:",
          "Corporations", "corp-data:");

  static List<MoatProduct> all(SessionData data) {
    List<MoatProduct> products = new ArrayList<>();
    for (JsonNode moat : data.result().path("moats")) {
      products.add(of(data, moat));
    }
    return products;
  }

  private static MoatProduct of(SessionData data, JsonNode moat) {
    String name = moat.path("moat").asText();
    Set<String> ideas =
        data.ideas().stream()
            .filter(idea -> idea.stream() == SignalSource.MYCELIAL && uses(idea, name))
            .map(IdeaRecord::ideaId)
            .collect(Collectors.toSet());
    List<Double> returns =
        data.outcomes().stream()
            .filter(o -> o.stream() == SignalSource.MYCELIAL && ideas.contains(o.ideaId()))
            .map(StoredOutcome::returnPercent)
            .toList();
    return new MoatProduct(
        name,
        moat.path("provenance").asText(),
        moat.path("signals").asLong(),
        data.patterns().getOrDefault(name, 0L),
        ideas.size(),
        returns.size(),
        (int) returns.stream().filter(each -> each > 0).count(),
        returns.isEmpty()
            ? Figure.none("no such idea was entered")
            : Figure.of(Performance.mean(returns)));
  }

  /** The conditions are what stands before the first semicolon of the reason. */
  private static boolean uses(IdeaRecord idea, String moat) {
    String conditions = idea.reason().split(";", 2)[0];
    String source = SOURCES.get(moat);
    return source == null
        ? SOURCES.values().stream().noneMatch(conditions::contains)
        : conditions.contains(source);
  }
}
