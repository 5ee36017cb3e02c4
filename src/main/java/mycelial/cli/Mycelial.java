package mycelial.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program: {@code mycelial <command>}. */
@Command(
    name = "mycelial",
    description =
        "Paper-trades crypto with a colony of agents: a swarm of pattern learners and classical"
            + " technical analysis, and a trade only where both agree.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildInfo.class,
    synopsisSubcommandLabel = "<command>",
    subcommands = {
      RunCommand.class,
      ReplayCommand.class,
      ResumeCommand.class,
      VerifyParityCommand.class,
      GuiCommand.class,
      AgentsCommand.class,
      ConfigCommand.class,
      DashboardCommand.class,
      DataCommand.class,
      DbCommand.class,
      MemoryCommand.class,
      DoctorCommand.class,
      ExplainCommand.class,
      HaltCommand.class,
      MoatsCommand.class,
      ResumeTradingCommand.class,
      StopCommand.class,
      SwarmCommand.class,
      TrainCommand.class,
      ReportCommand.class,
      SessionsCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 failed, 2 usage, 3 configuration, 4 bad input data, 5 a service (Redis,"
          + " database, exchange) not available, 130 interrupted."
    })
public final class Mycelial {
  private final Surroundings surroundings;

  private Mycelial(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * What the program finds where it is started.
   *
   * @param variables of the environment
   * @param secrets file of secrets; there need not be one
   */
  record Surroundings(Map<String, String> variables, Path secrets) {}

  Surroundings surroundings() {
    return surroundings;
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    Surroundings found = new Surroundings(System.getenv(), Path.of(".env"));
    System.exit(commandLine(found).execute(args));
  }

  static CommandLine commandLine(Surroundings found) {
    CommandLine line = new CommandLine(new Mycelial(found));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Failures::handle);
    line.setParameterExceptionHandler(Failures::handleUsage);
    return line;
  }
}
