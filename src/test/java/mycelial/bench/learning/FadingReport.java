package mycelial.bench.learning;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import mycelial.bench.learning.Judgement.EffectSeen;
import mycelial.bench.learning.Judgement.IdeaSeen;

/** How long ideas went on after their effect had ended, while its precursor had not. */
final class FadingReport {
  private static final double SOON = 12;

  /** An effect that had ideas before it ended. */
  private record Faded(EffectSeen effect, double hours) {}

  private FadingReport() {}

  static List<Section> of(List<WorldLine> lines) {
    List<Faded> all = new ArrayList<>();
    lines.forEach(line -> all.addAll(faded(line)));
    long ending = Tally.effects(lines).filter(EffectSeen::ending).count();
    Section figures = new Section("fading: " + lines.size() + " worlds, effects end at half time");
    figures
        .figure("effects that end", ending)
        .figure("  of them with ideas before", (long) all.size())
        .figure(
            "hours from the end to the last idea",
            Quantiles.of(all.stream().map(Faded::hours).toList()));
    if (!all.isEmpty()) {
      long soon = all.stream().filter(each -> each.hours() <= SOON).count();
      figures.figure("share that ended within 12 hours", Binomial.share(soon, all.size()));
    }
    return List.of(figures, families(all));
  }

  private static List<Faded> faded(WorldLine line) {
    List<Faded> faded = new ArrayList<>();
    for (EffectSeen effect : line.judgement().effects()) {
      List<Double> hours =
          line.judgement().ideas().stream()
              .filter(
                  idea -> idea.pair().equals(effect.pair()) && idea.side().equals(effect.side()))
              .map(IdeaSeen::hour)
              .toList();
      if (effect.ending() && hours.stream().anyMatch(hour -> hour < effect.activeTo())) {
        faded.add(new Faded(effect, Math.max(0, hours.getLast() - effect.activeTo())));
      }
    }
    return faded;
  }

  private static Section families(List<Faded> all) {
    Section table = new Section("fading: by family");
    all.stream()
        .map(each -> each.effect().family())
        .distinct()
        .sorted()
        .forEach(family -> {
          List<Double> hours =
              all.stream()
                  .filter(each -> each.effect().family().equals(family))
                  .map(Faded::hours)
                  .toList();
          table.row(
              entry("family", family),
              entry("effects", (long) hours.size()),
              entry("hours to the last idea", Quantiles.of(hours)));
        });
    return table;
  }
}
