package mycelial.cli;

import picocli.CommandLine.Command;

/** What is remembered of past trades. */
@Command(
    name = "memory",
    description = "Shows what is remembered of past trades.",
    mixinStandardHelpOptions = true,
    subcommands = {MemoryStatsCommand.class, MemorySearchCommand.class})
final class MemoryCommand {
  private MemoryCommand() {}
}
