package mycelial.bench;

import java.util.List;

/**
 * Names the part of the program that a stack belongs to: the innermost frame that a prefix knows
 * decides. What several layers use (ledgers, learning, features) counts for the agent that uses it.
 */
final class Layers {
  static final String OUTSIDE_PLAY = "start-up and end";

  private static final String LEARNER = "mycelial.agent.learner.";
  private static final String BRAIN = "mycelial.learning.Brain.";

  /** Prefix of class and method; the first that fits. */
  private record Known(String prefix, String layer) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known("mycelial.colony.RunDigest.", "digest"),
          new Known("mycelial.storage.", "storage queue"),
          new Known("mycelial.bus.redis.", "Redis write"),
          new Known("mycelial.bus.", "encoding"),
          new Known("mycelial.agent.miner.", "miner"),
          new Known("mycelial.agent.analyst.", "analyst"),
          new Known("mycelial.agent.council.", "council"),
          new Known("mycelial.agent.guardian.", "guardian"),
          new Known("mycelial.agent.trader.", "trader and ledgers"),
          new Known("mycelial.agent.Agent.deliver", "delivery"),
          new Known("mycelial.colony.Postman.carry", "delivery"),
          new Known("mycelial.colony.ReadAhead.", "feed queue"),
          new Known("mycelial.colony.Mining.", "feed and features"),
          new Known("mycelial.agent.Agent.step", "schedule (MASON)"),
          new Known("mycelial.colony.ColonySchedule.", "schedule (MASON)"),
          new Known("mycelial.colony.Colony.", "schedule (MASON)"),
          new Known("sim.engine.", "schedule (MASON)"));

  /** What Colony does on an agent's behalf. */
  private static final String ON_BEHALF = "mycelial.colony.Colony.post";

  private Layers() {}

  /**
   * The layer of a stack of the model thread.
   *
   * @param frames class and method ({@code a.b.C.method}), innermost first
   */
  static String of(List<String> frames) {
    if (frames.stream().noneMatch("mycelial.colony.Session.play"::equals)) {
      return OUTSIDE_PLAY;
    }
    String brainMethod = "messages";
    for (String frame : frames) {
      if (frame.startsWith(BRAIN)) {
        brainMethod = frame.substring(BRAIN.length());
      } else if (frame.startsWith(LEARNER)) {
        return "learner: " + brainMethod;
      } else if (!frame.startsWith(ON_BEHALF)) {
        for (Known known : KNOWN) {
          if (frame.startsWith(known.prefix())) {
            return known.layer();
          }
        }
      }
    }
    return "session";
  }

  /** Whom a parked stack of the model thread waits for. */
  static String awaited(List<String> frames) {
    if (frames.stream().anyMatch(frame -> frame.startsWith("mycelial.bus.redis."))) {
      return "waiting for Redis";
    }
    if (frames.stream().anyMatch(frame -> frame.startsWith("mycelial.colony.ReadAhead."))) {
      return "waiting for the feed";
    }
    return frames.stream().anyMatch("mycelial.colony.Session.play"::equals)
        ? "waiting for storage"
        : OUTSIDE_PLAY;
  }
}
