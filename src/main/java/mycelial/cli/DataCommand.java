package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import mycelial.config.Configuration;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.Survey;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates and checks candle files. */
@Command(
    name = "data",
    description = "Generates or checks folders of candles.",
    mixinStandardHelpOptions = true,
    subcommands = {DataCommand.Generate.class, DataCommand.Check.class})
final class DataCommand {
  private DataCommand() {}

  /** Writes a synthetic market. */
  @Command(
      name = "generate",
      description = "Writes a synthetic market as candle files, with the truth about it.",
      mixinStandardHelpOptions = true)
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

  /** Reads every candle file of a folder. */
  @Command(
      name = "check",
      description = "Reads every candle file and the signals of a folder and says what is in it.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Parameters(paramLabel = "DIR", description = "The folder.")
    Path folder = Path.of("");

    @Override
    public Integer call() {
      Survey survey = CandleFolder.survey(folder, common.configuration().names());
      PrintWriter out = spec.commandLine().getOut();
      if (common.json) {
        out.println(Output.json(Surveyed.of(survey)));
      } else {
        print(survey, out);
      }
      survey.errors().forEach(spec.commandLine().getErr()::println);
      return survey.errors().isEmpty() ? ExitCode.FINE : ExitCode.BAD_DATA;
    }

    /** One file; times are epoch seconds. */
    record SurveyedFile(
        String file,
        String pair,
        int intervalMinutes,
        long rows,
        long first,
        long last,
        long quietBars,
        long gaps,
        long duplicatesDropped,
        String sha256,
        List<String> notices) {
      static SurveyedFile of(Survey.SurveyedFile file) {
        return new SurveyedFile(
            file.path().toString(),
            file.pair().name(),
            file.interval().minutes(),
            file.rows(),
            file.first(),
            file.last(),
            file.quietBars(),
            file.gaps(),
            file.duplicatesDropped(),
            file.sha256(),
            file.notices());
      }
    }

    /** The moats' signals; times are epoch seconds. */
    record SurveyedSignals(
        String file,
        String provenance,
        long rows,
        long first,
        long last,
        Map<String, Long> channels,
        long duplicatesDropped,
        String sha256) {
      static @Nullable SurveyedSignals of(Survey.@Nullable SurveyedSignals signals) {
        return signals == null
            ? null
            : new SurveyedSignals(
                signals.path().toString(),
                signals.provenance().name(),
                signals.rows(),
                signals.first(),
                signals.last(),
                byChannel(signals),
                signals.duplicatesDropped(),
                signals.sha256());
      }

      private static Map<String, Long> byChannel(Survey.SurveyedSignals signals) {
        Map<String, Long> channels = new LinkedHashMap<>();
        signals.channels().forEach((target, count) -> channels.put(target.channel(), count));
        return channels;
      }
    }

    /** The whole folder; fine without errors. */
    record Surveyed(
        boolean fine,
        String provenance,
        List<SurveyedFile> files,
        @Nullable SurveyedSignals signals,
        List<String> notices,
        List<String> errors) {
      static Surveyed of(Survey survey) {
        return new Surveyed(
            survey.errors().isEmpty(),
            survey.provenance().name().toLowerCase(Locale.ROOT),
            survey.files().stream().map(SurveyedFile::of).toList(),
            SurveyedSignals.of(survey.signals()),
            survey.notices(),
            survey.errors());
      }
    }

    private static void print(Survey survey, PrintWriter out) {
      out.println("provenance " + survey.provenance().name().toLowerCase(Locale.ROOT));
      for (Survey.SurveyedFile file : survey.files()) {
        out.printf(
            Locale.ROOT,
            "%-20s %4d min %9d rows  %s to %s  quiet %d, gaps %d, duplicates %d  sha256 %s%n",
            file.path().getFileName(),
            file.interval().minutes(),
            file.rows(),
            Times.brief(file.first()),
            Times.brief(file.last()),
            file.quietBars(),
            file.gaps(),
            file.duplicatesDropped(),
            file.sha256().substring(0, 16));
        file.notices().forEach(notice -> out.println("  " + notice));
      }
      print(survey.signals(), survey.signalError() != null, out);
      survey.notices().forEach(out::println);
    }

    private static void print(
        Survey.@Nullable SurveyedSignals signals, boolean failed, PrintWriter out) {
      if (signals == null) {
        out.println(
            failed
                ? "the signal file cannot be used"
                : "no signals.csv: the four moats beside Finance will be MISSING");
        return;
      }
      out.printf(
          Locale.ROOT,
          "%-20s %-8s %9d rows  %s to %s  duplicates %d  sha256 %s%n",
          signals.path().getFileName(),
          signals.provenance().name().toLowerCase(Locale.ROOT),
          signals.rows(),
          Times.brief(signals.first()),
          Times.brief(signals.last()),
          signals.duplicatesDropped(),
          signals.sha256().substring(0, 16));
      signals
          .channels()
          .forEach((target, count) -> out.printf(Locale.ROOT, "  %-30s %9d%n", target, count));
    }
  }
}
