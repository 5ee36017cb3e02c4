package mycelial.cli;

import picocli.CommandLine.Command;

/** What is remembered of past trades. */
@Command(
    name = "memory",
    description = "Shows what is remembered of past trades, or rebuilds it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial memory stats"},
    subcommands = {MemoryStatsCommand.class, MemorySearchCommand.class, MemoryRebuildCommand.class})
final class MemoryCommand {
  private MemoryCommand() {}
}
