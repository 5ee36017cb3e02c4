package mycelial.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import mycelial.bench.HavenDrill.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code scripts/haven-bench}. */
@Command(
    name = "haven-bench",
    description = {
      "Fire drills: plants a losing rule with forged evidence in a swarm that believes what it hears,"
          + " on a market in which the rule loses, once with HAVEN and once without.",
      "The exit code is 1 unless HAVEN held both lines with every seed: less than 80 % of the learners"
          + " infected, less than 5 % drawdown of the account."
    },
    mixinStandardHelpOptions = true)
final class HavenBench implements Callable<Integer> {
  static final double INFECTED_LINE = 80;
  static final double DRAWDOWN_LINE = 5;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Drills, with the seeds 1 to N (default: ${DEFAULT-VALUE}).")
  int seeds;

  @Option(names = "--project", hidden = true, description = "Set by the script.")
  Path project = Path.of("");

  /** Runs the command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new HavenBench()).execute(args));
  }

  static boolean isHeld(Outcome outcome) {
    return outcome.maxInfectedPercent() < INFECTED_LINE
        && outcome.maxDrawdownPercent() < DRAWDOWN_LINE;
  }

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds: expected at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Outcome> on = new ArrayList<>();
    List<Outcome> off = new ArrayList<>();
    out.println(
        "seed HAVEN  infected %  drawdown %  account USD  synthesized USD  trades  brakes"
            + "  quarantines  halts  probation  hibernation");
    for (long seed = 1; seed <= seeds; seed++) {
      off.add(drill(seed, false, out));
      on.add(drill(seed, true, out));
    }
    out.println();
    summary("off", off, out);
    summary("on", on, out);
    out.flush();
    return on.stream().allMatch(HavenBench::isHeld) && off.stream().noneMatch(HavenBench::isHeld)
        ? 0
        : 1;
  }

  private Outcome drill(long seed, boolean haven, PrintWriter out) {
    Outcome outcome = HavenDrill.run(project, seed, HavenDrill.settings(haven));
    out.println(
        String.format(
            Locale.ROOT,
            "%4d %5s %11.1f %11.2f %12.2f %16.2f %7d %7d %12d %6d %10d %12d",
            outcome.seed(),
            haven ? "on" : "off",
            outcome.maxInfectedPercent(),
            outcome.maxDrawdownPercent(),
            outcome.pnl(),
            outcome.ungoverned(),
            outcome.trades(),
            outcome.haven().brakes(),
            outcome.haven().quarantines(),
            outcome.haven().halts(),
            outcome.haven().probations(),
            outcome.haven().hibernations()));
    out.flush();
    return outcome;
  }

  private static void summary(String haven, List<Outcome> outcomes, PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "HAVEN %-3s  under %.0f %% infected: %d of %d; under %.0f %% drawdown: %d of %d; both: %d",
            haven,
            INFECTED_LINE,
            count(outcomes, outcome -> outcome.maxInfectedPercent() < INFECTED_LINE),
            outcomes.size(),
            DRAWDOWN_LINE,
            count(outcomes, outcome -> outcome.maxDrawdownPercent() < DRAWDOWN_LINE),
            outcomes.size(),
            count(outcomes, HavenBench::isHeld)));
  }

  private static long count(List<Outcome> outcomes, Predicate<Outcome> held) {
    return outcomes.stream().filter(held).count();
  }
}
