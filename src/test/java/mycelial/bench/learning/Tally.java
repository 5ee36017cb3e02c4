package mycelial.bench.learning;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mycelial.bench.learning.Judgement.Discovery;
import mycelial.bench.learning.Judgement.EffectSeen;
import mycelial.bench.learning.Judgement.IdeaSeen;
import mycelial.bench.learning.Judgement.TradeSeen;

/** Counts within one world. */
final class Tally {
  /** Grades as they stand in the lines. */
  static final String PROVEN = "PROVEN";

  static final String EXPLORATORY = "EXPLORATORY";

  private Tally() {}

  static double ideas(WorldLine line, String grade) {
    return count(line.judgement().ideas(), idea -> idea.grade().equals(grade));
  }

  static double trueIdeas(WorldLine line, String grade) {
    return count(line.judgement().ideas(), idea -> idea.grade().equals(grade) && idea.isTrue());
  }

  /**
   * Ideas that are not true, on an effect's pair and against its direction: what is planted is
   * taken back there minute by minute, so that they are not without ground either.
   */
  static double withTheCompensation(WorldLine line, String grade) {
    return count(
        line.judgement().ideas(),
        idea -> idea.grade().equals(grade) && !idea.isTrue() && isAgainst(line, idea));
  }

  private static boolean isAgainst(WorldLine line, IdeaSeen idea) {
    return line.judgement().effects().stream()
        .anyMatch(
            effect -> effect.pair().equals(idea.pair()) && !effect.side().equals(idea.side()));
  }

  static double expressible(WorldLine line) {
    return count(line.judgement().effects(), EffectSeen::expressible);
  }

  /** Effects that the grammar can say and that were found. */
  static double found(WorldLine line, boolean proven) {
    return count(
        line.judgement().effects(), effect -> effect.expressible() && of(effect, proven).isFound());
  }

  static Discovery of(EffectSeen effect, boolean proven) {
    return proven ? effect.proven() : effect.any();
  }

  static double trades(WorldLine line) {
    return line.judgement().trades().size();
  }

  /** Sum over trades of P&L after costs, percent of what was paid. */
  static double pnl(WorldLine line) {
    return line.judgement().trades().stream().mapToDouble(TradeSeen::pnlPercent).sum();
  }

  /** Sum over trades of their costs, percent of what was paid. */
  static double costs(WorldLine line) {
    return line.judgement().trades().stream().mapToDouble(TradeSeen::costsPercent).sum();
  }

  /** All effects of all worlds. */
  static Stream<EffectSeen> effects(List<WorldLine> lines) {
    return lines.stream().flatMap(line -> line.judgement().effects().stream());
  }

  static <T> double count(List<T> all, Predicate<T> counts) {
    return all.stream().filter(counts).count();
  }
}
