package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import mycelial.feed.replay.Agreement;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.Passport;
import mycelial.feed.replay.Survey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every candle file of a folder. */
@Command(
    name = "check",
    description = "Reads every candle file and the signals of a folder and says what is in it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial data check candles"})
final class DataCheckCommand implements Callable<Integer> {
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

  /** A passport; shares are 0 to 1. */
  record Passed(
      String grade,
      double coverage,
      long expectedBars,
      long tradedBars,
      long lostBars,
      long longestSilenceSeconds,
      List<Agreement> agreements,
      List<String> reasons) {
    static Passed of(Passport passport) {
      return new Passed(
          passport.grade().name(),
          passport.coverage(),
          passport.expectedBars(),
          passport.tradedBars(),
          passport.lostBars(),
          passport.longestSilence(),
          passport.agreements(),
          passport.reasons());
    }
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
      Passed passport,
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
          Passed.of(file.passport()),
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
      String grade,
      String provenance,
      List<SurveyedFile> files,
      @Nullable SurveyedSignals signals,
      List<String> notices,
      List<String> errors) {
    static Surveyed of(Survey survey) {
      return new Surveyed(
          survey.errors().isEmpty(),
          survey.grade().name(),
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
          "%-20s %s %4d min %9d rows  %s to %s  coverage %.2f %%, quiet %d, gaps %d (longest silence"
              + " %.1f h), duplicates %d  sha256 %s%n",
          file.path().getFileName(),
          file.passport().grade(),
          file.interval().minutes(),
          file.rows(),
          Times.brief(file.first()),
          Times.brief(file.last()),
          100 * file.passport().coverage(),
          file.quietBars(),
          file.gaps(),
          file.passport().longestSilence() / 3600.0,
          file.duplicatesDropped(),
          file.sha256().substring(0, 16));
      file.passport().agreements().stream()
          .filter(agreement -> agreement.coarser() == file.interval())
          .forEach(agreement -> out.println("  " + line(agreement)));
      file.passport().reasons().forEach(reason -> out.println("  " + reason));
      file.notices().forEach(notice -> out.println("  " + notice));
    }
    print(survey.signals(), survey.signalError() != null, out);
    survey.notices().forEach(out::println);
    out.println("grade " + survey.grade());
  }

  private static String line(Agreement agreement) {
    return agreement.agreeing()
        + " of "
        + agreement.compared()
        + " bars agree with those of "
        + agreement.finer().minutes()
        + " min, added up";
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
