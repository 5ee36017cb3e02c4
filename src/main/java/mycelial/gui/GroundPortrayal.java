package mycelial.gui;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Map;
import mycelial.gui.Palette.Talk;
import mycelial.message.Topic;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;
import sim.util.Double2D;

/** The ground under the agents: the groups, and the way that a trade takes. */
final class GroundPortrayal extends FieldPortrayal2D {
  private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final BasicStroke ROAD =
      new BasicStroke(15f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final double MARGIN = 14;
  private static final int ROAD_OPACITY = 20;
  private static final int WORDS_OPACITY = 190;

  private final ColonyMap map;
  private final Traffic traffic;

  GroundPortrayal(ColonyMap map, Traffic traffic) {
    this.map = map;
    this.traffic = traffic;
    setField(map);
  }

  @Override
  public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
    if (map.counts().isEmpty()) {
      return;
    }
    try (Pen pen = new Pen(graphics, info)) {
      for (Map.Entry<Place, Integer> group : map.counts().entrySet()) {
        Place place = group.getKey();
        if (place.isDisc()) {
          Double2D centre = place.centre();
          double radius = place.reach(group.getValue()) + MARGIN;
          pen.fill(Shapes.disc(centre.x, centre.y, radius), Palette.GROUND);
        }
      }
      road(pen, Talk.VOTES, Place.FINANCE, Place.INSTIGATORS);
      road(pen, Talk.IDEAS, Place.FINANCE, Place.TRADER);
      road(pen, Talk.IDEAS, Place.ANALYSTS, Place.TRADER);
      road(pen, Talk.TRADES, Place.TRADER, Place.GUARDIAN);
      say(pen, "mycelial ideas", Topic.MYCELIAL_TRADE_IDEAS, new Double2D(575, 313));
      say(pen, "baseline ideas", Topic.BASELINE_TRADE_IDEAS, new Double2D(990, 300));
      say(pen, "fills", Topic.TRADE_CONFIRMATIONS, new Double2D(975, 352));
    }
  }

  private static void road(Pen pen, Talk talk, Place from, Place to) {
    pen.graphics().setStroke(ROAD);
    pen.graphics().setColor(Palette.fade(Palette.of(talk), ROAD_OPACITY));
    pen.graphics().draw(Strand.way(talk, from, to).curve(0, 0, 1));
  }

  /** How many messages have gone that way, restatements among them. */
  private void say(Pen pen, String words, Topic topic, Double2D where) {
    String text = words + "  " + traffic.count(topic);
    pen.text(
        text, WORDS, Palette.fade(Palette.of(Talk.on(topic)), WORDS_OPACITY), where.x, where.y);
  }
}
