package mycelial.gui;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What agents look like, so that nobody needs to tell colours apart. */
final class Shapes {
  /** A triangle of the same area as a disc of radius 1 reaches about so far. */
  private static final double TRIANGLE = 1.3;

  private static final double HALF = 0.5;
  private static final double WIDE = 0.866;
  private static final double BAR = 0.36;

  private Shapes() {}

  /**
   * The shape of a condition: a triangle that points up or down for a side taken, a square where
   * the agent is out of order, a disc for the rest.
   */
  static Shape of(Condition condition, double x, double y, double radius) {
    return switch (condition) {
      case BULLISH -> triangle(x, y, radius * TRIANGLE, -1);
      case BEARISH -> triangle(x, y, radius * TRIANGLE, 1);
      case QUARANTINED -> new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      case HALTED -> bars(x, y, radius);
      case SILENT, WORKING, RETIRED -> disc(x, y, radius);
    };
  }

  static Shape disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape triangle(double x, double y, double size, int down) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y + down * size);
    path.lineTo(x - size * WIDE, y - down * size * HALF);
    path.lineTo(x + size * WIDE, y - down * size * HALF);
    path.closePath();
    return path;
  }

  /** A pause sign; its middle is filled as well, since a shape is clicked at its middle. */
  private static Shape bars(double x, double y, double radius) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double wide = radius * BAR * 2;
    path.append(new Rectangle2D.Double(x - radius, y - radius, wide, 2 * radius), false);
    path.append(new Rectangle2D.Double(x + radius - wide, y - radius, wide, 2 * radius), false);
    path.append(
        new Rectangle2D.Double(x - radius, y - radius * BAR, 2 * radius, 2 * radius * BAR), false);
    return path;
  }
}
