package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mycelial.bench.learning.Judgement.EffectSeen;
import mycelial.bench.learning.Judgement.TradeSeen;

/** Whether what only a moat announces was found, and whether ideas say which moat it was. */
final class CrossMoatReport {
  private static final Pattern LAG = Pattern.compile("\\d+ ?min");

  private CrossMoatReport() {}

  static List<Section> of(List<WorldLine> lines) {
    List<Section> sections = new ArrayList<>(new FoundReport("cross-moat", lines).sections());
    Section trades = new Section("cross-moat: trades into an episode that was announced");
    trades
        .figure("true trades", lines.stream().mapToLong(CrossMoatReport::trueTrades).sum())
        .figure("  whose idea names the moat", share(lines, CrossMoatReport::namesMoat))
        .figure(
            "  and how long ago",
            share(lines, (line, trade) -> namesMoat(line, trade) && namesLag(trade)))
        .figure(
            "  with a cross-moat score above zero",
            share(lines, (line, trade) -> trade.crossMoatScore() > 0));
    sections.add(trades);
    return sections;
  }

  private static long trueTrades(WorldLine line) {
    return line.judgement().trades().stream().filter(trade -> trade.effect() > 0).count();
  }

  /** Says something of a trade. */
  private interface Judges {
    boolean holds(WorldLine line, TradeSeen trade);
  }

  private static Estimate share(List<WorldLine> lines, Judges judge) {
    return Bootstrap.ratio(
        lines,
        line ->
            Tally.count(
                line.judgement().trades(), trade -> trade.effect() > 0 && judge.holds(line, trade)),
        CrossMoatReport::trueTrades);
  }

  private static boolean namesMoat(WorldLine line, TradeSeen trade) {
    EffectSeen effect = line.judgement().effects().get(trade.effect() - 1);
    return !effect.channel().isEmpty() && trade.reason().contains(effect.channel());
  }

  private static boolean namesLag(TradeSeen trade) {
    return LAG.matcher(trade.reason()).find();
  }
}
