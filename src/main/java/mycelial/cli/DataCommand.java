package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mycelial.config.Configuration;
import mycelial.feed.synthetic.CostMultiple;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Generates and checks candle files. */
@Command(
    name = "data",
    description = "Generates, checks, imports and downloads folders of candles.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial data generate --out candles",
      "  mycelial data check candles"
    },
    subcommands = {
      DataCommand.Generate.class,
      DataCheckCommand.class,
      DataImportCommand.class,
      DataDownloadCommand.class
    })
final class DataCommand {
  private DataCommand() {}

  /** Writes a synthetic market. */
  @Command(
      name = "generate",
      description = "Writes a synthetic market as candle files, with the truth about it.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  mycelial data generate --world planted --days 7 --seed 3 --out candles"
      })
  static final class Generate implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Option(
        names = "--world",
        paramLabel = "WORLD",
        defaultValue = "sample",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    WorldKind world = WorldKind.SAMPLE;

    @Option(names = "--days", paramLabel = "N", defaultValue = "4", description = "Length in days.")
    int days;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the market.")
    @Nullable Long seed;

    @Option(
        names = "--interval",
        paramLabel = "M",
        defaultValue = "1",
        description = "Minutes of a bar (default: ${DEFAULT-VALUE}).")
    int minutes;

    @Option(
        names = "--costs-multiple",
        paramLabel = "A[..B]",
        description =
            "Gross drift of planted effects in round-trip costs, each effect's drawn between the"
                + " two (default: 4 for sample, 3..4 for others); 1.5..2.5 is a weak market.")
    @Nullable String multiple;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
    Path folder = Path.of("");

    @Override
    public Integer call() {
      Configuration configuration = common.configuration();
      WorldSpec wanted = wanted(configuration);
      write(wanted);
      List<String> description;
      try (SyntheticFeed feed = new SyntheticFeed(wanted)) {
        description = feed.description();
      }
      PrintWriter out = spec.commandLine().getOut();
      if (common.json) {
        out.println(
            Output.json(new Written("synthetic", wanted.seed(), description, folder.toString())));
      } else {
        description.forEach(out::println);
        out.println("written to " + folder);
      }
      return ExitCode.FINE;
    }

    private void write(WorldSpec wanted) {
      try {
        Markets.generate(wanted, folder);
      } catch (IllegalArgumentException bad) {
        throw new ParameterException(spec.commandLine(), "--out: " + bad.getMessage(), bad);
      }
    }

    /** What was written. */
    record Written(String provenance, long seed, List<String> description, String folder) {}

    private WorldSpec wanted(Configuration configuration) {
      try {
        WorldSpec usual =
            WorldSpec.of(
                world,
                seed == null ? configuration.seed() : seed,
                Markets.specs(configuration),
                days,
                Interval.ofMinutes(minutes));
        return multiple == null ? usual : usual.with(CostMultiple.parse(multiple));
      } catch (IllegalArgumentException bad) {
        throw new ParameterException(spec.commandLine(), bad.getMessage(), bad);
      }
    }
  }
}
