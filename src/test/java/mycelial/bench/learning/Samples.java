package mycelial.bench.learning;

import java.util.List;
import java.util.Map;
import mycelial.bench.learning.Judgement.Discovery;
import mycelial.bench.learning.Judgement.EffectSeen;
import mycelial.bench.learning.Judgement.IdeaSeen;
import mycelial.bench.learning.Judgement.TradeSeen;

/** Lines of results, for tests. */
final class Samples {
  static final String CHANNEL = "repo-data:Python";
  private static final Discovery NEVER = new Discovery(null, 0, 0);

  private Samples() {}

  static WorldLine line(Trial trial, String build, Judgement judgement) {
    return new WorldLine(
        build,
        trial.key(),
        trial.experiment().label(),
        trial.variant().label(),
        trial.world().label(),
        trial.seed(),
        trial.days(),
        1000,
        2.5,
        4000,
        "ab12",
        30,
        0,
        Map.of("mycelial", new WorldLine.StreamFigures(2, 1, 15.0, 0.15)),
        judgement);
  }

  /** A line with another digest. */
  static WorldLine differing(Trial trial, String build) {
    WorldLine line = line(trial, build, judgement());
    return new WorldLine(
        build,
        line.key(),
        line.experiment(),
        line.variant(),
        line.world(),
        line.seed(),
        line.days(),
        line.bars(),
        line.seconds(),
        line.ruleEvaluations(),
        "cd34",
        line.licensed(),
        1,
        line.streams(),
        line.judgement());
  }

  /**
   * An effect that was proven and ended at hour 24, one that was not found, one outside the
   * grammar; of five ideas three are true.
   */
  static Judgement judgement() {
    return new Judgement(
        List.of(
            effect(1, "moat signal", CHANNEL, true, new Discovery(6.0, 4, 3)),
            effect(2, "dip with a trap", "", true, NEVER),
            effect(3, "late echo", "", false, NEVER)),
        List.of(
            idea(6, "PROVEN", 1, 0),
            idea(7, "EXPLORATORY", 1, 0),
            idea(8, "EXPLORATORY", 0, 0),
            idea(20, "PROVEN", 1, 0),
            idea(30, "EXPLORATORY", 0, 1)),
        List.of(
            trade(6, CHANNEL + " 12 min ago > q0.9", 1, 0, 4, 2.0),
            trade(7, "SOLUSD.rsi < q0.1", 1, 0, 0, 1.0),
            trade(9, "SOLUSD.rsi < q0.1", 0, 2, 0, -4.5),
            trade(10, "SOLUSD.rsi < q0.1", 2, 0, 0, 1.5)));
  }

  private static EffectSeen effect(
      int number, String family, String channel, boolean expressible, Discovery found) {
    return new EffectSeen(
        number,
        family,
        "P" + number,
        "BUY",
        channel,
        expressible,
        24,
        10,
        found,
        found,
        number == 1);
  }

  private static IdeaSeen idea(double hour, String grade, int effect, int decoy) {
    return new IdeaSeen(hour, "P1", effect + decoy > 0 ? "BUY" : "SELL", grade, effect, decoy, "r");
  }

  private static TradeSeen trade(
      double hour, String reason, int effect, int reversal, int score, double percent) {
    return new TradeSeen(
        hour,
        "P" + (effect + reversal),
        "BUY",
        "EXPLORATORY",
        reason,
        effect,
        reversal,
        score,
        1.1,
        5 * percent,
        percent);
  }
}
