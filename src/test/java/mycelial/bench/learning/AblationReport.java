package mycelial.bench.learning;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mycelial.feed.synthetic.WorldKind;

/** What each part is worth: the colony without it against the whole one, on the same worlds. */
final class AblationReport {
  /** One world, played by the whole colony and by what is left of it. */
  private record Twins(WorldLine full, WorldLine other) {}

  private final List<WorldLine> lines;

  AblationReport(List<WorldLine> lines) {
    this.lines = lines;
  }

  List<Section> sections() {
    Section levels = new Section("ablation: each variant on the planted worlds");
    Section changes = new Section("ablation: variant less the whole colony, paired");
    for (Variant variant : Variant.values()) {
      List<WorldLine> own = of(variant, WorldKind.PLANTED);
      if (!own.isEmpty()) {
        level(levels, variant, own);
      }
      List<Twins> twins = twins(variant, WorldKind.PLANTED);
      if (variant != Variant.FULL && !twins.isEmpty()) {
        change(changes, variant, twins);
      }
    }
    return List.of(levels, changes, noise());
  }

  private List<WorldLine> of(Variant variant, WorldKind world) {
    return lines.stream()
        .filter(line -> line.variant().equals(variant.label()))
        .filter(line -> line.world().equals(world.label()))
        .toList();
  }

  private List<Twins> twins(Variant variant, WorldKind world) {
    List<Twins> twins = new ArrayList<>();
    List<WorldLine> others = of(variant, world);
    for (WorldLine full : of(Variant.FULL, world)) {
      others.stream()
          .filter(other -> other.seed() == full.seed())
          .forEach(other -> twins.add(new Twins(full, other)));
    }
    return twins;
  }

  private static void level(Section table, Variant variant, List<WorldLine> own) {
    table.row(
        entry("variant", variant.label()),
        entry("worlds", (long) own.size()),
        entry("recall proven", recall(own, true)),
        entry("recall any", recall(own, false)),
        entry("precision proven", precision(own, Tally.PROVEN)),
        entry("precision exploratory", precision(own, Tally.EXPLORATORY)),
        entry("mycelial P&L %", Bootstrap.mean(own, FoundReport::mycelialPercent)));
  }

  private static Estimate recall(List<WorldLine> own, boolean proven) {
    return Bootstrap.ratio(own, line -> Tally.found(line, proven), Tally::expressible);
  }

  private static Estimate precision(List<WorldLine> own, String grade) {
    return Bootstrap.ratio(
        own, line -> Tally.trueIdeas(line, grade), line -> Tally.ideas(line, grade));
  }

  private static void change(Section table, Variant variant, List<Twins> twins) {
    table.row(
        entry("variant", variant.label()),
        entry("recall proven", ratios(twins, line -> Tally.found(line, true), Tally::expressible)),
        entry("recall any", ratios(twins, line -> Tally.found(line, false), Tally::expressible)),
        entry("precision proven", precisions(twins, Tally.PROVEN)),
        entry("precision exploratory", precisions(twins, Tally.EXPLORATORY)),
        entry("mycelial P&L %", differences(twins, FoundReport::mycelialPercent)));
  }

  private static Estimate precisions(List<Twins> twins, String grade) {
    return ratios(twins, line -> Tally.trueIdeas(line, grade), line -> Tally.ideas(line, grade));
  }

  /** Difference of two ratios of sums; worlds are resampled in pairs. */
  private static Estimate ratios(
      List<Twins> twins, ToDoubleFunction<WorldLine> part, ToDoubleFunction<WorldLine> whole) {
    return Bootstrap.of(
        twins,
        sample ->
            sum(sample, pair -> part.applyAsDouble(pair.other()))
                    / sum(sample, pair -> whole.applyAsDouble(pair.other()))
                - sum(sample, pair -> part.applyAsDouble(pair.full()))
                    / sum(sample, pair -> whole.applyAsDouble(pair.full())));
  }

  private static double sum(List<Twins> twins, ToDoubleFunction<Twins> value) {
    return twins.stream().mapToDouble(value).sum();
  }

  private static Estimate differences(List<Twins> twins, ToDoubleFunction<WorldLine> figure) {
    return Bootstrap.mean(
        twins, pair -> figure.applyAsDouble(pair.other()) - figure.applyAsDouble(pair.full()));
  }

  private Section noise() {
    Section table = new Section("ablation: proven ideas in worlds of noise");
    for (Variant variant : List.of(Variant.FULL, Variant.NO_FALSE_DISCOVERY_CONTROL)) {
      List<WorldLine> own = of(variant, WorldKind.NOISE);
      if (own.isEmpty()) {
        continue;
      }
      long fooled = own.stream().filter(line -> Tally.ideas(line, Tally.PROVEN) > 0).count();
      table.row(
          entry("variant", variant.label()),
          entry("worlds with one", Binomial.share(fooled, own.size())),
          entry("ideas a world", Bootstrap.mean(own, line -> Tally.ideas(line, Tally.PROVEN))),
          entry(
              "more than the whole colony",
              differences(
                  twins(variant, WorldKind.NOISE), line -> Tally.ideas(line, Tally.PROVEN))));
    }
    return table;
  }
}
