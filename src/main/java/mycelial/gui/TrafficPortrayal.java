package mycelial.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import mycelial.agent.Agent;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;
import sim.util.Double2D;

/** Lights the edges from a sender to those who read what it said in the last instants. */
final class TrafficPortrayal extends FieldPortrayal2D {
  private static final Stroke THIN = new BasicStroke(1f);
  private static final Stroke THICK = new BasicStroke(1.4f);
  private static final int FAINT = 60;
  private static final int BRIGHT = 200;

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
    double scaleX = info.draw.width / Place.WIDTH;
    double scaleY = info.draw.height / Place.HEIGHT;
    Stroke before = graphics.getStroke();
    Object smooth = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    traffic.forEach(flash -> {
      Node source = map.node(flash.source());
      if (source != null) {
        pen(flash, graphics);
        for (Agent reader : flash.readers()) {
          Node target = map.node(reader.identity().id());
          if (target != null) {
            Double2D from = source.position();
            Double2D to = target.position();
            graphics.draw(
                new Line2D.Double(
                    info.draw.x + from.x * scaleX,
                    info.draw.y + from.y * scaleY,
                    info.draw.x + to.x * scaleX,
                    info.draw.y + to.y * scaleY));
          }
        }
      }
    });
    graphics.setStroke(before);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
  }

  /** Market data go to nearly everybody: faint and quickly drawn, or nothing else were seen. */
  private void pen(Traffic.Flash flash, Graphics2D graphics) {
    Palette.Talk talk = Palette.Talk.on(flash.topic());
    boolean common = talk == Palette.Talk.MARKET;
    Color colour = Palette.of(talk);
    int opacity = (int) ((common ? FAINT : BRIGHT) * traffic.brightness(flash));
    graphics.setColor(
        new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.max(0, opacity)));
    graphics.setStroke(common ? THIN : THICK);
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        common ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
  }
}
