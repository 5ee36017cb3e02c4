package mycelial.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code scripts/bench}. */
@Command(
    name = "bench",
    description = {
      "Measures replays of a generated market with everything a session has, each in a process of"
          + " its own, one after the other; needs Linux (it reads /proc).",
      "Nothing is asserted about time. The exit code is 1 when a replay fails or digests differ."
    },
    mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {
  /** How much shorter the market is that memory is compared with. */
  private static final int SHORTER = 10;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Length of the market (default: ${DEFAULT-VALUE}); growth is seen from a tenth.")
  int days;

  @Option(
      names = "--world",
      paramLabel = "WORLD",
      defaultValue = "sample",
      description = "What is generated (default: ${DEFAULT-VALUE}).")
  String world = "sample";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of market and replays (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Replays that speed is measured on (default: ${DEFAULT-VALUE}).")
  int runs;

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  boolean json;

  @Option(names = "--project", hidden = true, required = true, description = "Set by the script.")
  Path project = Path.of("");

  @Option(names = "--jar", hidden = true, required = true, description = "Set by the script.")
  Path jar = Path.of("");

  @Option(names = "--flags", hidden = true, required = true, description = "Set by the script.")
  String flags = "";

  public static void main(String[] args) {
    System.exit(Benches.execute(new Bench(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (days < 1 || runs < 1) {
      throw new ParameterException(
          spec.commandLine(), "--days and --runs: expected a whole number of at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Launcher launcher = new Launcher(project, jar, flags.strip(), "bench");
    Measurement measurement =
        new Measurement(
            launcher,
            new Measurement.Plan(world, seed, days, Math.max(1, days / SHORTER), runs),
            err);
    Figures figures = measurement.run();
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      out.println(mapper.writeValueAsString(figures));
    } else {
      Table.of(figures).forEach(out::println);
    }
    return 0;
  }
}
