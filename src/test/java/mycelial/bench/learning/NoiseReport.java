package mycelial.bench.learning;

import java.util.List;

/** What was believed where there is nothing. */
final class NoiseReport {
  private NoiseReport() {}

  static List<Section> of(List<WorldLine> lines) {
    long fooled = lines.stream().filter(line -> Tally.ideas(line, Tally.PROVEN) > 0).count();
    return List.of(
        new Section("noise: " + lines.size() + " worlds without any effect")
            .figure("rules licensed a world", Bootstrap.mean(lines, WorldLine::licensed))
            .figure("worlds with a proven idea", fooled)
            .figure("  share, exact limits", Binomial.share(fooled, lines.size()))
            .figure(
                "proven ideas a world",
                Bootstrap.mean(lines, line -> Tally.ideas(line, Tally.PROVEN)))
            .figure(
                "exploratory ideas a world",
                Bootstrap.mean(lines, line -> Tally.ideas(line, Tally.EXPLORATORY)))
            .figure("mycelial trades a world", Bootstrap.mean(lines, Tally::trades))
            .figure("  P&L per trade, %", Bootstrap.ratio(lines, Tally::pnl, Tally::trades))
            .figure("  costs per trade, %", Bootstrap.ratio(lines, Tally::costs, Tally::trades))
            .figure(
                "  P&L before costs per trade, %",
                Bootstrap.ratio(
                    lines, line -> Tally.pnl(line) + Tally.costs(line), Tally::trades)));
  }
}
