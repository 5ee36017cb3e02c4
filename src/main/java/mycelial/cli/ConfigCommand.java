package mycelial.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mycelial.config.Configuration;
import mycelial.config.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows and checks the configuration. */
@Command(
    name = "config",
    description = "Shows or checks the configuration.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial config show"},
    subcommands = {ConfigCommand.Show.class, ConfigCommand.Check.class})
final class ConfigCommand {
  private ConfigCommand() {}

  /** What is in force and where it comes from. */
  @Command(
      name = "show",
      description = "Prints every setting in force and where it comes from.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  mycelial config show --set trading.size-percent=2"})
  static final class Show implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Override
    public Integer call() {
      Configuration configuration = common.configuration();
      PrintWriter out = spec.commandLine().getOut();
      List<Entry> entries = configuration.entries();
      if (common.json) {
        out.println(
            Output.json(Map.of("fingerprint", configuration.fingerprint(), "settings", entries)));
        return ExitCode.FINE;
      }
      Table table = new Table("setting", "value", "from");
      entries.forEach(entry -> table.row(entry.key(), entry.value(), entry.origin()));
      table.lines(common.paint()).forEach(out::println);
      return ExitCode.FINE;
    }
  }

  /** Whether the configuration can be used. */
  @Command(
      name = "check",
      description = "Checks the configuration and reports every error at once.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  mycelial config check --config config/agent_config.yaml"})
  static final class Check implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Common common = new Common();

    @Override
    public Integer call() {
      Configuration configuration = common.configuration();
      common.secrets().warnings().forEach(spec.commandLine().getErr()::println);
      PrintWriter out = spec.commandLine().getOut();
      if (common.json) {
        out.println(Output.json(Map.of("ok", true, "fingerprint", configuration.fingerprint())));
      } else {
        out.println(
            common.configFile() + ": fine, " + configuration.entries().size() + " settings");
      }
      return ExitCode.FINE;
    }
  }
}
