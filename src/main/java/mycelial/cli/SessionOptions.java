package mycelial.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes that plays a session. */
final class SessionOptions {
  @Option(names = "--seed", paramLabel = "N", description = "Seed of every random draw.")
  @Nullable Long seed;

  @Option(
      names = "--channel-prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Put before every channel name, so that sessions can share one Redis.")
  String prefix = "";

  @Option(
      names = "--swarm",
      paramLabel = "none",
      converter = SwarmChoice.class,
      description = "What the swarm starts from: none, that is knowing nothing.")
  String swarm = SwarmChoice.NONE;

  @Option(names = "--flatten", description = "Close open positions at the end.")
  boolean flatten;
}
