package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mycelial.storage.DatabaseMigration;
import mycelial.storage.MigrationReport;
import mycelial.storage.MigrationReport.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings databases over: those of the Python attempt, and our own of older versions. */
@Command(
    name = "migrate",
    description = {
      "Brings databases up to date: pattern databases of the Python attempt, and older ones of this"
          + " program. A copy is made first; ids are kept; a second call does nothing.",
      "Rows whose values nobody can read are kept in a table of their own, with the reason."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial db migrate",
      "  mycelial db migrate old/mycelial_patterns.db"
    })
final class DbMigrateCommand implements Callable<Integer> {
  private static final List<String> NAMES = List.of("mycelial_patterns.db", "trades.db");

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "The databases (default: those of the data folder).")
  List<Path> files = List.of();

  /** A migrated file, for scripts. */
  record Migrated(
      String file,
      Outcome outcome,
      @Nullable String backup,
      long rows,
      long distinct,
      long duplicates,
      long unreadable) {
    static Migrated of(MigrationReport report) {
      Path backup = report.backup();
      return new Migrated(
          report.file().toString(),
          report.outcome(),
          backup == null ? null : backup.toString(),
          report.rows(),
          report.distinct(),
          report.duplicates(),
          report.unreadable());
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Migrated> done = new ArrayList<>();
    for (Path file : files.isEmpty() ? ofDataFolder() : files) {
      MigrationReport report = DatabaseMigration.migrate(file);
      done.add(Migrated.of(report));
      if (!common.json) {
        out.println(words(report));
      }
    }
    if (common.json) {
      out.println(Output.json(Map.of("files", done)));
    } else if (done.isEmpty()) {
      out.println("there is no database in " + common.dataDir + "; run makes them");
    }
    return ExitCode.FINE;
  }

  private List<Path> ofDataFolder() {
    return NAMES.stream().map(common.dataDir::resolve).filter(Files::exists).toList();
  }

  private static String words(MigrationReport report) {
    return switch (report.outcome()) {
      case NOTHING_TO_DO -> report.file() + ": up to date, there is nothing to do";
      case BROUGHT_UP_TO_DATE -> report.file() + ": brought up to date" + copy(report);
      case MIGRATED ->
          "%s: migrated %d patterns of the Python attempt, %d distinct, %d duplicates; %d rows cannot be read"
                  .formatted(
                      report.file(),
                      report.rows(),
                      report.distinct(),
                      report.duplicates(),
                      report.unreadable())
              + (report.unreadable() == 0 ? "" : " and are kept in the table patterns_unreadable")
              + copy(report);
    };
  }

  private static String copy(MigrationReport report) {
    return "; the database as it was: " + report.backup();
  }
}
