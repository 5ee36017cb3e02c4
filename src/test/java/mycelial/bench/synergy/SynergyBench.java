package mycelial.bench.synergy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mycelial.report.Comparison;
import mycelial.report.Synergy;
import mycelial.report.Synergy.Verdict;
import mycelial.report.SynergyWorld;

/**
 * How often the synergy verdict is right, on generated idea streams. {@code --worlds N}: how many
 * of each kind.
 */
public final class SynergyBench {
  private record Kind(String name, double worth, double skill) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("no worth, streams alike", 0, 0),
          new Kind("no worth, swarm better by 3", 0, 3),
          new Kind("agreement worth 0.8", 0.8, 0),
          new Kind("agreement worth 1.6", 1.6, 0),
          new Kind("agreement worth 3.2", 3.2, 0));

  private SynergyBench() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    int worlds = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 200;
    System.out.println(
        "| world | collisions | days | yes | no | cannot tell | p < 0.05 baseline | p < 0.05 swarm | p < 0.05 random | p < 0.05 shifted | power, swarm |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Kind kind : KINDS) {
      for (int collisions : new int[] {20, 50, 200}) {
        row(kind, collisions, collisions / 50.0 + 0.6, worlds);
      }
    }
  }

  private static void row(Kind kind, int collisions, double days, int worlds) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    double[] found = new double[5];
    double power = 0;
    for (int world = 0; world < worlds; world++) {
      long seed = 1000L * collisions + world;
      Synergy synergy = SynergyWorld.judge(seed, collisions, days, kind.worth(), kind.skill());
      verdicts.merge(synergy.verdict(), 1, Integer::sum);
      for (int i = 0; i < found.length; i++) {
        Comparison.Effect test = synergy.comparisons().get(i).test();
        found[i] += test != null && test.p() < 0.05 ? 100.0 / worlds : 0;
      }
      Comparison.Effect swarm = synergy.comparisons().get(1).test();
      power += swarm == null ? 0 : 100 * swarm.power() / worlds;
    }
    List<String> cells = new ArrayList<>(List.of(kind.name(), "" + collisions));
    cells.add(String.format(Locale.ROOT, "%.1f", days));
    for (Verdict verdict : Verdict.values()) {
      cells.add(percent(100.0 * verdicts.getOrDefault(verdict, 0) / worlds));
    }
    for (int i : new int[] {0, 1, 3, 4}) {
      cells.add(percent(found[i]));
    }
    cells.add(percent(power));
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }
}
