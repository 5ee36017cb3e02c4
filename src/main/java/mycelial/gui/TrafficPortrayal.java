package mycelial.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/** Lights the edges from a sender to those who take in what it said in the last instants. */
final class TrafficPortrayal extends FieldPortrayal2D {
  private static final float THICK = 2f;
  private static final float THIN = 1.1f;
  private static final float MARK = 1.2f;
  private static final double RING = 2.4;
  private static final int FAINT = 105;
  private static final int BRIGHT = 225;
  private static final int MARKED = 150;

  private final ColonyMap map;
  private final Traffic traffic;
  private final Runnable begins;

  TrafficPortrayal(ColonyMap map, Traffic traffic, Runnable begins) {
    this.begins = begins;
    this.map = map;
    this.traffic = traffic;
    setField(traffic);
  }

  @Override
  public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
    begins.run();
    double scale = info.draw.width / Place.WIDTH;
    Stroke before = graphics.getStroke();
    Object smooth = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Bundle bundle = Bundle.of(traffic, map);
    bundle
        .strands()
        .forEach((strand, brightness) -> {
          boolean common = strand.talk() == Palette.Talk.MARKET;
          graphics.setColor(fade(strand.talk(), (common ? FAINT : BRIGHT) * brightness));
          graphics.setStroke(stroke((common ? THIN : THICK) * scale));
          graphics.draw(strand.curve(info.draw.x, info.draw.y, scale));
        });
    graphics.setStroke(stroke(MARK * scale));
    bundle
        .marks()
        .forEach((mark, brightness) -> {
          graphics.setColor(fade(mark.talk(), MARKED * brightness));
          graphics.draw(ring(mark.reader(), info, scale));
        });
    graphics.setStroke(before);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
  }

  private static BasicStroke stroke(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static Ellipse2D ring(Node node, DrawInfo2D info, double scale) {
    double radius = (node.radius() + RING) * scale;
    return new Ellipse2D.Double(
        info.draw.x + node.position().x * scale - radius,
        info.draw.y + node.position().y * scale - radius,
        2 * radius,
        2 * radius);
  }

  private static Color fade(Palette.Talk talk, double opacity) {
    return Palette.fade(Palette.of(talk), (int) opacity);
  }
}
