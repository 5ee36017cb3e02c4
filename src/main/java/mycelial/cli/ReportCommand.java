package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import mycelial.colony.SessionFolder;
import mycelial.report.Performance;
import mycelial.report.Report;
import mycelial.report.ReportPage;
import mycelial.report.Synergy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A session's figures and the verdict on synergy, as a page that can be sent to somebody. */
@Command(
    name = "report",
    description =
        "Writes the report of a session: one HTML file that needs nothing else, with all figures"
            + " computed from what is stored.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial report run-20260105T120000Z-1a2b",
      "  mycelial report run-20260105T120000Z-1a2b --out monday.html",
      "  mycelial report run-20260105T120000Z-1a2b --json"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Parameters(paramLabel = "SESSION", description = "Whose report; see: mycelial sessions")
  String id = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it (default: report.html in the session's folder).")
  @Nullable Path out;

  @Override
  public Integer call() {
    ListedSession session =
        SessionCatalog.of(common.dataDir)
            .find(id)
            .orElseThrow(() -> usage("there is no session " + id));
    Report report =
        ReportFile.of(Path.of(session.folder()), session.id())
            .orElseThrow(() -> usage("there is no session " + id));
    Path file = out;
    if (!common.json || file != null) {
      file = file == null ? usualFile(session) : file;
      ReportFile.write(file, ReportPage.of(report));
    }
    PrintWriter printer = spec.commandLine().getOut();
    if (common.json) {
      printer.println(Output.json(report));
    } else {
      summary(report, printer);
      printer.println("Written to: " + file);
    }
    return ExitCode.FINE;
  }

  private Path usualFile(ListedSession session) {
    Path folder = SessionFolder.sessions(common.dataDir).resolve(session.id());
    return (Files.isDirectory(folder) ? folder : Path.of(session.folder())).resolve("report.html");
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(
        spec.commandLine(), sentence + " below " + common.dataDir + "; see: mycelial sessions");
  }

  private static void summary(Report report, PrintWriter out) {
    if (report.session().isSynthetic()) {
      out.println("SYNTHETIC market: nothing below was earned anywhere.");
    }
    report.streams().forEach((name, figures) -> out.println(line(name, figures)));
    Synergy synergy = report.synergy();
    out.println(
        synergy == null
            ? "Synergy: " + report.noSynergy()
            : "Synergy: " + synergy.verdict() + ". " + synergy.sentence());
  }

  private static String line(String name, Performance figures) {
    return String.format(
        Locale.ROOT,
        "%-12s %5d trades, P&L %+.2f USD (%+.2f %%), max drawdown %.2f %%",
        name,
        figures.trades(),
        figures.pnl(),
        figures.returnPercent(),
        figures.maxDrawdownPercent());
  }
}
