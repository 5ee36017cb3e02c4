package mycelial.gui;

import mycelial.agent.Agent;
import mycelial.colony.AgentView;
import mycelial.message.Role;
import sim.util.Double2D;

/** An agent as the map shows it. Owned by whoever holds the schedule's monitor. */
final class Node {
  /** How many looks a sign of life is shown for. */
  private static final int AFTERGLOW = 4;

  private static final double GROWTH = 0.5;

  private final Agent agent;
  private final Place place;
  private Double2D position = new Double2D();
  private Condition condition = Condition.SILENT;
  private long steps;
  private long sent;
  private int sinceStep = AFTERGLOW;
  private int sinceSent = AFTERGLOW;
  private double activity;

  Node(Agent agent) {
    this.agent = agent;
    this.place = Place.of(agent);
  }

  /**
   * Looks at the agent.
   *
   * @param present whether it still belongs to the colony
   * @param mostSent messages published by the busiest of its place
   */
  void look(boolean present, long mostSent) {
    sinceStep = agent.steps() > steps ? 0 : sinceStep + 1;
    sinceSent = agent.sent() > sent ? 0 : sinceSent + 1;
    steps = agent.steps();
    sent = agent.sent();
    activity = mostSent == 0 ? 0 : (double) sent / mostSent;
    condition = present ? living() : Condition.RETIRED;
  }

  private Condition living() {
    if (agent.isQuarantined()) {
      return Condition.QUARANTINED;
    }
    if (AgentView.isHalted(agent)) {
      return Condition.HALTED;
    }
    if (sinceSent < AFTERGLOW) {
      return Condition.SPEAKING;
    }
    return sinceStep < AFTERGLOW ? Condition.LISTENING : Condition.SILENT;
  }

  void stand(Double2D where) {
    position = where;
  }

  Agent agent() {
    return agent;
  }

  Place place() {
    return place;
  }

  Double2D position() {
    return position;
  }

  Condition condition() {
    return condition;
  }

  /** Radius in the world: by role, and up to half as much again for the busiest of its place. */
  double radius() {
    double least =
        switch (agent.identity().role()) {
          case TRADER -> 13;
          case RISK_MANAGER, BUILDER -> 9.5;
          case MEMORY, INSTIGATOR, RESEARCHER -> 7;
          case PATTERN_LEARNER, EXPLORER -> 4.5;
          default -> 6.5;
        };
    return least * (1 + GROWTH * activity);
  }

  /** What is written beside it: nothing where agents stand close. */
  String label() {
    Role role = agent.identity().role();
    return switch (role) {
      case PATTERN_LEARNER, EXPLORER, RESEARCHER, INSTIGATOR -> "";
      case DATA_MINER, TECHNICAL_ANALYST -> String.join(" ", agent.watches());
      default -> agent.identity().name();
    };
  }

  @Override
  public String toString() {
    return agent.identity().name();
  }
}
