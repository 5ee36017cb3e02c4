package mycelial.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code scripts/kill-bench}. */
@Command(
    name = "kill-bench",
    description = {
      "Kills sessions (kill -9) at random moments of their work, the JVM, its Redis or both, and"
          + " starts each again on the same data folder.",
      "Afterwards: databases sound, no trade lost or doubled, the digest that of the undisturbed"
          + " session, no Redis left behind. The exit code is 1 when anything of this is violated."
    },
    mixinStandardHelpOptions = true)
final class KillBench implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      defaultValue = "100",
      description = "How many kills (default: ${DEFAULT-VALUE}).")
  int kills = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the victims and moments (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--project", hidden = true, required = true, description = "Set by the script.")
  Path project = Path.of("");

  @Option(names = "--jar", hidden = true, required = true, description = "Set by the script.")
  Path jar = Path.of("");

  @Option(names = "--flags", hidden = true, required = true, description = "Set by the script.")
  String flags = "";

  /** What is killed. */
  enum Victim {
    JVM,
    REDIS,
    BOTH
  }

  /** What came of the kills of one kind of victim. */
  private static final class Row {
    private int kills;
    private int idle;
    private int restarts;
    private long trades;
    private int violations;

    void add(Kill kill) {
      kills++;
      idle += kill.hit() ? 0 : 1;
      restarts += kill.restarted() ? 1 : 0;
      trades += kill.kept();
      violations += kill.violations().size();
    }
  }

  public static void main(String[] args) {
    System.exit(Benches.execute(new KillBench(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (kills < 1) {
      throw new ParameterException(spec.commandLine(), "N: expected a whole number of at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    KillStage stage = new KillStage(new Launcher(project, jar, flags.strip(), "kill-bench"));
    Map<KillStage.Kind, KillStage.Play> undisturbed = new EnumMap<>(KillStage.Kind.class);
    for (KillStage.Kind kind : KillStage.Kind.values()) {
      KillStage.Play play = stage.undisturbed(kind);
      undisturbed.put(kind, play);
      out.printf(
          Locale.ROOT,
          "undisturbed %s: %.1f s of processor time, %d closed trades, digest %s%n",
          kind,
          play.seconds(),
          play.trades().size(),
          play.digest());
    }
    SplittableRandom random = new SplittableRandom(seed);
    Map<Victim, Row> rows = new EnumMap<>(Victim.class);
    for (int number = 1; number <= kills; number++) {
      Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
      KillStage.Kind kind = KillStage.Kind.values()[random.nextInt(KillStage.Kind.values().length)];
      double moment = random.nextDouble(0.05, 1);
      KillStage.Play expected = Objects.requireNonNull(undisturbed.get(kind));
      Kill kill = new Kill(stage, kind, expected);
      kill.strike(victim, moment * expected.seconds());
      rows.computeIfAbsent(victim, _ -> new Row()).add(kill);
      out.printf(
          Locale.ROOT,
          "%3d %-6s %-5s at %3.0f %% of its work: %s%n",
          number,
          kind,
          victim,
          moment * 100,
          kill.words());
      out.flush();
    }
    return table(rows, out);
  }

  private static int table(Map<Victim, Row> rows, PrintWriter out) {
    out.printf(
        "%n%-6s %6s %12s %9s %14s %10s%n",
        "victim", "kills", "nothing hit", "restarts", "trades kept", "violations");
    int violations = 0;
    for (Map.Entry<Victim, Row> each : rows.entrySet()) {
      Row row = each.getValue();
      violations += row.violations;
      out.printf(
          Locale.ROOT,
          "%-6s %6d %12d %9d %14d %10d%n",
          each.getKey(),
          row.kills,
          row.idle,
          row.restarts,
          row.trades,
          row.violations);
    }
    out.println(violations == 0 ? "nothing lost, nothing doubled" : violations + " VIOLATIONS");
    return violations == 0 ? 0 : 1;
  }
}
