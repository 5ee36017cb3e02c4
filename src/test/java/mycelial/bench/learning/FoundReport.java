package mycelial.bench.learning;

import static java.util.Map.entry;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mycelial.bench.learning.Judgement.Discovery;
import mycelial.bench.learning.Judgement.EffectSeen;

/** What was found of what is planted, how soon, and how often it was right. */
final class FoundReport {
  private final String name;
  private final List<WorldLine> lines;

  FoundReport(String name, List<WorldLine> lines) {
    this.name = name;
    this.lines = lines;
  }

  List<Section> sections() {
    Section figures = new Section(name + ": " + lines.size() + " worlds");
    for (String grade : List.of(Tally.PROVEN, Tally.EXPLORATORY)) {
      precision(figures, grade);
    }
    for (boolean proven : new boolean[] {true, false}) {
      recall(figures, proven);
    }
    trades(figures);
    return List.of(figures, families());
  }

  private void precision(Section figures, String grade) {
    figures
        .figure(grade + " ideas", (long) sum(grade))
        .figure(
            "  precision",
            Bootstrap.ratio(
                lines, line -> Tally.trueIdeas(line, grade), line -> Tally.ideas(line, grade)))
        .figure(
            "  share against an effect, while its drift is taken back",
            Bootstrap.ratio(
                lines,
                line -> Tally.withTheCompensation(line, grade),
                line -> Tally.ideas(line, grade)));
  }

  private double sum(String grade) {
    return lines.stream().mapToDouble(line -> Tally.ideas(line, grade)).sum();
  }

  private void recall(Section figures, boolean proven) {
    String by = proven ? "by proven ideas" : "by any idea";
    List<Discovery> found =
        Tally.effects(lines)
            .filter(EffectSeen::expressible)
            .map(effect -> Tally.of(effect, proven))
            .filter(Discovery::isFound)
            .toList();
    figures
        .figure(
            "recall " + by,
            Bootstrap.ratio(lines, line -> Tally.found(line, proven), Tally::expressible))
        .figure("  outside the grammar", outside(proven))
        .figure(
            "  hours to discovery",
            Quantiles.of(
                found.stream().map(Discovery::hours).map(Objects::requireNonNull).toList()))
        .figure("  share of later episodes with such an idea", announced(proven));
  }

  private Object outside(boolean proven) {
    List<EffectSeen> effects =
        Tally.effects(lines).filter(effect -> !effect.expressible()).toList();
    return effects.isEmpty()
        ? ""
        : Binomial.share(
            effects.stream().filter(effect -> Tally.of(effect, proven).isFound()).count(),
            effects.size());
  }

  private Estimate announced(boolean proven) {
    return Bootstrap.ratio(
        lines,
        line -> discoveries(line, proven).mapToDouble(Discovery::announced).sum(),
        line -> discoveries(line, proven).mapToDouble(Discovery::later).sum());
  }

  private static Stream<Discovery> discoveries(WorldLine line, boolean proven) {
    return line.judgement().effects().stream()
        .filter(EffectSeen::expressible)
        .map(effect -> Tally.of(effect, proven));
  }

  private void trades(Section figures) {
    figures
        .figure("mycelial trades a world", Bootstrap.mean(lines, Tally::trades))
        .figure("  P&L per trade, %", Bootstrap.ratio(lines, Tally::pnl, Tally::trades))
        .figure("  costs per trade, %", Bootstrap.ratio(lines, Tally::costs, Tally::trades))
        .figure(
            "mycelial P&L a world, % of the capital",
            Bootstrap.mean(lines, FoundReport::mycelialPercent));
  }

  static double mycelialPercent(WorldLine line) {
    return Objects.requireNonNull(line.streams().get("mycelial")).pnlPercent();
  }

  private Section families() {
    Section table = new Section(name + ": by family");
    Tally.effects(lines)
        .map(EffectSeen::family)
        .distinct()
        .sorted()
        .forEach(family -> {
          List<EffectSeen> own =
              Tally.effects(lines).filter(effect -> effect.family().equals(family)).toList();
          table.row(
              entry("family", family),
              entry("effects", (long) own.size()),
              entry("found proven", count(own, effect -> effect.proven().isFound())),
              entry("found at all", count(own, effect -> effect.any().isFound())),
              entry("hours to any", hours(own)));
        });
    return table;
  }

  private static long count(List<EffectSeen> effects, Predicate<EffectSeen> counts) {
    return effects.stream().filter(counts).count();
  }

  private static Quantiles hours(List<EffectSeen> effects) {
    return Quantiles.of(
        effects.stream()
            .map(EffectSeen::any)
            .filter(Discovery::isFound)
            .map(Discovery::hours)
            .map(Objects::requireNonNull)
            .toList());
  }
}
