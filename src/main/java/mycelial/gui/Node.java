package mycelial.gui;

import mycelial.agent.Agent;
import mycelial.colony.AgentView;
import mycelial.market.Side;
import mycelial.message.Role;
import org.jspecify.annotations.Nullable;
import sim.util.Double2D;

/** An agent as the map shows it. Owned by whoever holds the schedule's monitor. */
final class Node {
  private static final double GROWTH = 0.6;

  /** Less than that in the last minutes is nothing. */
  private static final double MINIMUM = 0.05;

  /** Silent for so long, seconds of schedule time, is silent. */
  private static final double SILENCE_SECONDS = 300;

  private final Agent agent;
  private final Place place;
  private final Activity activity = new Activity();
  private Double2D position = new Double2D();
  private Condition condition = Condition.SILENT;
  private boolean named;
  private long sent;
  private double spoke = Double.NEGATIVE_INFINITY;
  private double size;

  Node(Agent agent) {
    this.agent = agent;
    this.place = Place.of(agent);
  }

  /**
   * Looks at the agent.
   *
   * @param present whether it still belongs to the colony
   * @param side which it took lately, or null
   * @param now schedule time, seconds since the epoch
   */
  void look(boolean present, @Nullable Side side, double now) {
    spoke = agent.sent() > sent ? now : spoke;
    sent = agent.sent();
    activity.look(sent, now);
    condition = present ? living(side, now) : Condition.RETIRED;
  }

  private Condition living(@Nullable Side side, double now) {
    if (agent.isQuarantined()) {
      return Condition.QUARANTINED;
    }
    if (AgentView.isHalted(agent)) {
      return Condition.HALTED;
    }
    if (side != null) {
      return side == Side.BUY ? Condition.BULLISH : Condition.BEARISH;
    }
    return now - spoke < SILENCE_SECONDS ? Condition.WORKING : Condition.SILENT;
  }

  /** Messages published in the last minutes, smoothed. */
  double activity() {
    return activity.level();
  }

  /** Is as big as its activity makes it beside the most active of its place. */
  void grow(double most) {
    size = most < MINIMUM ? 0 : Math.sqrt(activity.level() / most);
  }

  void stand(Double2D where, boolean isNamed) {
    position = where;
    named = isNamed;
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

  /** Radius in the world: by role, and up to 0.6 as much again for the most active of its place. */
  double radius() {
    double least =
        switch (agent.identity().role()) {
          case TRADER -> 17;
          case RISK_MANAGER -> 12;
          case BUILDER, MEMORY -> 9.5;
          case INSTIGATOR, RESEARCHER -> 7.5;
          case PATTERN_LEARNER -> 4;
          case DATA_MINER -> 3.5;
          default -> 5.5;
        };
    return least * (1 + GROWTH * size);
  }

  /** The largest that {@link #radius} can get. */
  double reach() {
    return radius() / (1 + GROWTH * size) * (1 + GROWTH);
  }

  /** What is written beside it: nothing where agents stand close. */
  String label() {
    if (!named) {
      return "";
    }
    return switch (agent.identity().role()) {
      case DATA_MINER, TECHNICAL_ANALYST -> String.join(" ", agent.watches());
      case EXPLORER -> agent.identity().name().replaceFirst("^explorer-", "");
      default -> agent.identity().name();
    };
  }

  /** Whether that stands to its right rather than beneath it. */
  boolean isLabelledAtTheRight() {
    return agent.identity().role() == Role.DATA_MINER;
  }

  @Override
  public String toString() {
    return agent.identity().name();
  }
}
