package mycelial.gui;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import sim.util.Double2D;

/**
 * A name beside an agent or above a group, in the world's units.
 *
 * @param text what is written
 * @param left where it begins
 * @param baseline on which it stands
 * @param size of the letters
 */
record Label(String text, double left, double baseline, int size) {
  /** Letters of an agent's name. */
  static final int SMALL = 10;

  /** Letters of a group's name. */
  static final int LARGE = 12;

  private static final FontRenderContext RENDERING = new FontRenderContext(null, true, true);
  private static final double GAP = 5;
  private static final double ASCENT = 0.36;
  private static final double ABOVE = 22;
  private static final double MARGIN = 14;

  static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  static double width(String text, int size) {
    return font(size).getStringBounds(text, RENDERING).getWidth();
  }

  /** The name of an agent. */
  static Label of(Node node) {
    String text = node.label();
    Double2D where = node.position();
    if (node.isLabelledAtTheRight()) {
      return new Label(text, where.x + node.reach() + GAP, where.y + ASCENT * SMALL, SMALL);
    }
    double left = where.x - width(text, SMALL) / 2;
    return new Label(text, left, where.y + node.reach() + GAP + SMALL - 1, SMALL);
  }

  /** The name of a group, with how many there are. */
  static Label of(Place place, int count) {
    String text = place.label() + "  " + count;
    Double2D where = place.centre();
    double left = where.x - width(text, LARGE) / 2;
    return new Label(text, Math.max(MARGIN, left), place.top(count) - ABOVE, LARGE);
  }

  /** What it covers. */
  Rectangle2D bounds() {
    return new Rectangle2D.Double(left, baseline - size, width(text, size), size + 2.0);
  }
}
