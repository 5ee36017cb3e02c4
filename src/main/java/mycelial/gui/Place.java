package mycelial.gui;

import java.util.Locale;
import mycelial.agent.Agent;
import mycelial.colony.AgentView;
import mycelial.market.Moat;
import sim.util.Double2D;

/**
 * Where agents of a kind stand, in a world of {@link #WIDTH} by {@link #HEIGHT}: data come in on
 * the left, pass the learners and the council, and become trades on the right.
 */
enum Place {
  MARKET("Market miners", Form.COLUMN, 50, 400, 15.5),
  FINANCE("Finance learners", Form.DISC, 330, 285, 15.5),
  CODE("Code", Form.DISC, 205, 565, 15),
  LOGISTICS("Logistics", Form.DISC, 345, 565, 15),
  GOVERNMENT("Government", Form.DISC, 485, 565, 15),
  CORPORATIONS("Corporations", Form.DISC, 625, 565, 15),
  MOAT_MINERS("", Form.ROW, 415, 668, 140),
  INSTIGATORS("Instigators", Form.COLUMN, 560, 208, 52),
  RESEARCHERS("Researchers", Form.COLUMN, 700, 174, 46),
  MEMORY("", Form.COLUMN, 825, 275, 0),
  TRADER("", Form.COLUMN, 905, 375, 0),
  ANALYSTS("Technical analysts", Form.GRID, 1040, 185, 62),
  GUARDIAN("", Form.COLUMN, 1100, 375, 0),
  BUILDER("", Form.COLUMN, 840, 570, 0),
  EXPLORERS("Market explorers", Form.GRID, 1040, 570, 78),
  OTHERS("", Form.ROW, 600, 700, 60);

  static final double WIDTH = 1200;
  static final double HEIGHT = 790;

  /** How the agents of a place stand together. */
  private enum Form {
    DISC,
    COLUMN,
    ROW,
    GRID
  }

  /** The angle between neighbours on a sunflower's disc, radians (H. Vogel, 1979). */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private static final double LONGEST_COLUMN = 540;
  private static final double SHORT_COLUMN = 150;
  private static final double LONGEST_ROW = 420;
  private static final double ROW_SHARE = 0.75;
  private static final double TALLEST_GRID = 124;

  /** As many as have room to be named. */
  private static final int MOST_NAMED = 36;

  private final String label;
  private final Form form;
  private final double x;
  private final double y;
  private final double spacing;

  Place(String label, Form form, double x, double y, double spacing) {
    this.label = label;
    this.form = form;
    this.x = x;
    this.y = y;
    this.spacing = spacing;
  }

  /** What the agents there are called, or nothing. */
  String label() {
    return label;
  }

  Double2D centre() {
    return new Double2D(x, y);
  }

  /** Whether they stand so close together that they are meant as one. */
  boolean isDisc() {
    return form == Form.DISC;
  }

  /** Whether there is room to write each agent's name beside it. */
  boolean isNamed(int count) {
    return form != Form.DISC && count <= MOST_NAMED;
  }

  /** How far its agents reach from its centre when it is a disc. */
  double reach(int count) {
    return isDisc() ? spacing * Math.sqrt(count) : 0;
  }

  /** The upper end of what {@code count} agents need. */
  double top(int count) {
    return switch (form) {
      case DISC -> y - reach(count);
      case COLUMN -> y - (count - 1) * step(count, longest()) / 2;
      case ROW -> y;
      case GRID -> y - (rows(count) - 1) * rowStep(count) / 2;
    };
  }

  static Place of(Agent agent) {
    Moat moat = AgentView.moat(agent);
    if (moat != null) {
      return valueOf(moat.name().toUpperCase(Locale.ROOT));
    }
    return switch (agent.identity().role()) {
      case DATA_MINER -> MARKET;
      case CODE_MINER, LOGISTICS_MINER, GOVERNMENT_MINER, CORPORATIONS_MINER -> MOAT_MINERS;
      case TECHNICAL_ANALYST -> ANALYSTS;
      case INSTIGATOR -> INSTIGATORS;
      case RESEARCHER -> RESEARCHERS;
      case EXPLORER -> EXPLORERS;
      case BUILDER -> BUILDER;
      case MEMORY -> MEMORY;
      case TRADER -> TRADER;
      case RISK_MANAGER -> GUARDIAN;
      case PATTERN_LEARNER, OPERATOR_DESK -> OTHERS;
    };
  }

  /**
   * Where an agent stands.
   *
   * @param index its number among those of its place, from 0
   * @param count how many there are
   */
  Double2D at(int index, int count) {
    double middle = index - (count - 1) / 2.0;
    return switch (form) {
      case DISC -> {
        double radius = spacing * Math.sqrt(index + 0.5);
        double angle = index * GOLDEN_ANGLE;
        yield new Double2D(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle));
      }
      case COLUMN -> new Double2D(x, y + middle * step(count, longest()));
      case ROW -> new Double2D(x + middle * step(count, LONGEST_ROW), y);
      case GRID -> grid(index, count);
    };
  }

  private double longest() {
    return this == MARKET ? LONGEST_COLUMN : SHORT_COLUMN;
  }

  private double step(int count, double longest) {
    return count < 2 ? 0 : Math.min(Math.max(spacing, longest / 16), longest / (count - 1));
  }

  private Double2D grid(int index, int count) {
    int across = across(count);
    double column = index % across - (across - 1) / 2.0;
    double row = Math.floorDiv(index, across) - (rows(count) - 1) / 2.0;
    return new Double2D(x + column * spacing * usual() / across, y + row * rowStep(count));
  }

  /** How many stand in a row: explorers by their teams of three, and more when they are many. */
  private int across(int count) {
    return Math.max(usual(), (int) Math.ceil(Math.sqrt(count)));
  }

  private int usual() {
    return this == EXPLORERS ? 3 : 5;
  }

  private int rows(int count) {
    int across = across(count);
    return (count + across - 1) / across;
  }

  private double rowStep(int count) {
    return Math.min(spacing * ROW_SHARE, TALLEST_GRID / Math.max(1, rows(count) - 1));
  }
}
