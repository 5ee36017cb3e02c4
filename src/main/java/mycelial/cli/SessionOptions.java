package mycelial.cli;

import java.nio.file.Path;
import mycelial.colony.SwarmPlan;
import mycelial.feed.replay.Grade;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
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
      paramLabel = "none|newest|ID",
      description =
          "The saved swarm to start from: none, newest, or the beginning of an id"
              + " (default: newest for run, none for replay and train).")
  @Nullable String swarm;

  @Option(
      names = "--memory",
      paramLabel = "none|newest|ID",
      description =
          "The saved swarm whose memory of closed trades to start from: none, newest, or the"
              + " beginning of an id (default: that of --swarm).")
  @Nullable String memory;

  @Option(names = "--flatten", description = "Close open positions at the end.")
  boolean flatten;

  @Option(
      names = "--min-grade",
      paramLabel = "A|B|C|D",
      description = "Refuse candles whose data passport has a worse grade (see: data check).")
  @Nullable Grade leastGrade;

  /**
   * Refuses a market whose candles are worth less than asked for.
   *
   * @throws mycelial.feed.BadDataException when they are
   */
  void admit(Market market) {
    Worth worth = market.worth();
    if (worth != null) {
      worth.require(leastGrade);
    }
  }

  /** Prints what candles are worth, if known; once nothing can be wrong with the command. */
  static void announce(@Nullable Worth worth, boolean json, CommandSpec spec) {
    if (worth != null) {
      CommandLine line = spec.commandLine();
      (json ? line.getErr() : line.getOut()).println(worth.line());
    }
  }

  /** What is asked for, in terms of what has been saved in a data folder. */
  SwarmPlan swarm(String fallback, boolean save, Path dataDir, CommandSpec spec) {
    String chosen = swarm == null ? fallback : swarm;
    String start = SwarmChoice.resolve("--swarm", chosen, dataDir, spec);
    String past = memory == null ? start : SwarmChoice.resolve("--memory", memory, dataDir, spec);
    return new SwarmPlan(start, past, save);
  }
}
