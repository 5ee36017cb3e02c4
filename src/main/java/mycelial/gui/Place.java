package mycelial.gui;

import java.util.Locale;
import mycelial.agent.Agent;
import mycelial.colony.AgentView;
import mycelial.market.Moat;
import sim.util.Double2D;

/** Where agents of a kind stand, in a world of {@link #WIDTH} by {@link #HEIGHT}. */
enum Place {
  RIM("", 500, 385, 0),
  FINANCE("Finance learners", 232, 385, 15),
  CODE("Code learners", 415, 215, 17),
  LOGISTICS("Logistics learners", 640, 215, 17),
  GOVERNMENT("Government learners", 640, 560, 17),
  CORPORATIONS("Corporations learners", 415, 560, 17),
  ANALYSTS("Analysts", 800, 385, 27),
  MOAT_DATA("", 500, 385, 0),
  CENTRE("", 530, 385, 0);

  static final double WIDTH = 1000;
  static final double HEIGHT = 760;

  private static final double RIM_WIDTH = 450;
  private static final double RIM_HEIGHT = 295;

  /** The angle between neighbours on a sunflower's disc, radians (H. Vogel, 1979). */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private final String label;
  private final double x;
  private final double y;
  private final double spacing;

  Place(String label, double x, double y, double spacing) {
    this.label = label;
    this.x = x;
    this.y = y;
    this.spacing = spacing;
  }

  /** What the agents there are called, or nothing. */
  String label() {
    return label;
  }

  double x() {
    return x;
  }

  /** The upper end of what {@code count} agents need. */
  double top(int count) {
    return y - spacing * Math.sqrt(count);
  }

  static Place of(Agent agent) {
    Moat moat = AgentView.moat(agent);
    if (moat != null) {
      return valueOf(moat.name().toUpperCase(Locale.ROOT));
    }
    return switch (agent.identity().role()) {
      case DATA_MINER -> RIM;
      case CODE_MINER, LOGISTICS_MINER, GOVERNMENT_MINER, CORPORATIONS_MINER -> MOAT_DATA;
      case TECHNICAL_ANALYST -> ANALYSTS;
      default -> CENTRE;
    };
  }

  /**
   * Where an agent stands.
   *
   * @param index its number among those of its place and role, from 0
   * @param count how many there are
   */
  Double2D at(Agent agent, int index, int count) {
    return switch (this) {
      case RIM -> polar(2 * Math.PI * index / count - Math.PI / 2, RIM_WIDTH, RIM_HEIGHT);
      case MOAT_DATA -> moatData(agent);
      case CENTRE -> centre(agent, index, count);
      default -> {
        double radius = spacing * Math.sqrt(index + 0.5);
        yield polar(index * GOLDEN_ANGLE, radius, radius);
      }
    };
  }

  private Double2D polar(double angle, double width, double height) {
    return new Double2D(x + width * Math.cos(angle), y + height * Math.sin(angle));
  }

  private static Double2D moatData(Agent agent) {
    return switch (agent.identity().role()) {
      case CODE_MINER -> new Double2D(320, 165);
      case LOGISTICS_MINER -> new Double2D(735, 165);
      case GOVERNMENT_MINER -> new Double2D(735, 610);
      default -> new Double2D(320, 610);
    };
  }

  /** Around the trader, by role; angles in degrees, clockwise from the right. */
  private Double2D centre(Agent agent, int index, int count) {
    double middle = index - (count - 1) / 2.0;
    return switch (agent.identity().role()) {
      case TRADER -> new Double2D(x, y);
      case INSTIGATOR -> ring(180 + 28 * middle, 85);
      case RESEARCHER -> ring(270 + 24 * middle, 95);
      case EXPLORER -> ring(90 + 15 * middle, 112);
      case RISK_MANAGER -> ring(0, 85);
      case BUILDER -> ring(322, 92);
      case MEMORY -> ring(38, 92);
      default -> ring(225 + 10 * middle, 120);
    };
  }

  private Double2D ring(double degrees, double radius) {
    return polar(Math.toRadians(degrees), radius, radius);
  }
}
