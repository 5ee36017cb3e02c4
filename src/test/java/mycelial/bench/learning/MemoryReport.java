package mycelial.bench.learning;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mycelial.bench.learning.Judgement.EffectSeen;
import mycelial.bench.learning.Judgement.TradeSeen;

/** Whether memory keeps the swarm out of traps, and what it costs where they are none. */
final class MemoryReport {
  /** One world, played both ways. */
  private record Twins(WorldLine with, WorldLine without) {}

  private MemoryReport() {}

  static List<Section> of(List<WorldLine> lines) {
    List<Twins> twins = new ArrayList<>();
    for (WorldLine with : lines) {
      if (with.variant().equals(Variant.FULL.label())) {
        lines.stream()
            .filter(line -> line.variant().equals(Variant.NO_MEMORY.label()))
            .filter(line -> line.seed() == with.seed())
            .forEach(without -> twins.add(new Twins(with, without)));
      }
    }
    Section table = new Section("memory: trades into traps in %d worlds".formatted(twins.size()));
    row(table, "while the trap is one", twins, MemoryReport::bad);
    row(table, "while it is none", twins, MemoryReport::good);
    row(table, "into honest effects", twins, MemoryReport::honest);
    row(table, "all trades", twins, Tally::trades);
    Section money =
        new Section("memory: mycelial P&L a world, % of the capital")
            .figure("with", Bootstrap.mean(twins, pair -> FoundReport.mycelialPercent(pair.with())))
            .figure(
                "without",
                Bootstrap.mean(twins, pair -> FoundReport.mycelialPercent(pair.without())))
            .figure(
                "difference, paired",
                Bootstrap.mean(
                    twins,
                    pair ->
                        FoundReport.mycelialPercent(pair.with())
                            - FoundReport.mycelialPercent(pair.without())));
    return List.of(table, money);
  }

  private static void row(
      Section table, String name, List<Twins> twins, ToDoubleFunction<WorldLine> count) {
    ToDoubleFunction<Twins> with = pair -> count.applyAsDouble(pair.with());
    ToDoubleFunction<Twins> without = pair -> count.applyAsDouble(pair.without());
    table.row(
        entry("trades a world", name),
        entry("with memory", Bootstrap.mean(twins, with)),
        entry("without", Bootstrap.mean(twins, without)),
        entry(
            "relative change",
            Bootstrap.ratio(
                twins, pair -> with.applyAsDouble(pair) - without.applyAsDouble(pair), without)));
  }

  private static double bad(WorldLine line) {
    return Tally.count(line.judgement().trades(), trade -> trade.reversalOf() > 0);
  }

  private static double good(WorldLine line) {
    return Tally.count(line.judgement().trades(), trade -> isOfTrap(line, trade));
  }

  private static double honest(WorldLine line) {
    return Tally.count(
        line.judgement().trades(), trade -> trade.effect() > 0 && !isOfTrap(line, trade));
  }

  private static boolean isOfTrap(WorldLine line, TradeSeen trade) {
    return trade.effect() > 0 && effect(line, trade).family().endsWith("trap");
  }

  private static EffectSeen effect(WorldLine line, TradeSeen trade) {
    return line.judgement().effects().get(trade.effect() - 1);
  }
}
