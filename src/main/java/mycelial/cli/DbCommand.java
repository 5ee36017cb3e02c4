package mycelial.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mycelial.storage.CheckReport;
import mycelial.storage.DatabaseCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks databases and brings them up to date. */
@Command(
    name = "db",
    description = "Checks databases and brings them up to date.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial db check"},
    subcommands = {DbCommand.Check.class, DbMigrateCommand.class})
final class DbCommand {
  private DbCommand() {}

  /** Whether what is stored is whole and adds up. */
  @Command(
      name = "check",
      description = "Checks that the databases are whole and that their figures add up.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  mycelial db check --data-dir data --json"})
  static final class Check implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Option(
        names = "--session",
        paramLabel = "ID",
        description = "A replay's own databases instead of the data folder's.")
    @Nullable String session;

    @Override
    public Integer call() {
      CheckReport report =
          DatabaseCheck.check(
              session == null
                  ? common.dataDir
                  : common.dataDir.resolve("sessions").resolve(session));
      PrintWriter out = spec.commandLine().getOut();
      if (common.json) {
        out.println(Output.json(report));
      } else {
        Table table = new Table("table", ">rows");
        report.counts().forEach(table::row);
        table.lines(common.paint()).forEach(out::println);
        report
            .findings()
            .forEach(finding -> out.println(Printable.of(finding.level() + " " + finding.text())));
        out.println(report.isSound() ? "sound: all figures add up" : "NOT sound");
      }
      return report.isSound() ? ExitCode.FINE : ExitCode.FAILED;
    }
  }
}
