package mycelial.gui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Map;
import java.util.function.Supplier;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/** Writes what is shown: the headline, the names of the groups, the legend. */
final class CaptionPortrayal extends FieldPortrayal2D {
  private static final Font HEADLINE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
  private static final Font LINE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  private static final int MARGIN = 14;
  private static final int MARK = 9;

  private final ColonyMap map;
  private final Supplier<Headline> headline;
  private final Runnable ends;

  CaptionPortrayal(ColonyMap map, Supplier<Headline> headline, Runnable ends) {
    this.ends = ends;
    this.map = map;
    this.headline = headline;
    setField(map);
  }

  @Override
  public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
    Headline shown = headline.get();
    text(graphics, HEADLINE, Palette.TEXT, shown.title(), point(info, MARGIN, 22));
    text(graphics, LINE, Palette.TEXT, shown.standing(), point(info, MARGIN, 40));
    text(graphics, LINE, Palette.WARNING, shown.notice(), point(info, MARGIN, 58));
    groups(graphics, info);
    conditions(graphics, info);
    talk(graphics, info);
    ends.run();
  }

  private static double[] point(DrawInfo2D info, double x, double y) {
    return new double[] {
      info.draw.x + x * info.draw.width / Place.WIDTH,
      info.draw.y + y * info.draw.height / Place.HEIGHT
    };
  }

  private static void text(
      Graphics2D graphics, Font font, Color colour, String text, double[] where) {
    graphics.setFont(font);
    graphics.setColor(colour);
    graphics.drawString(text, (float) where[0], (float) where[1]);
  }

  private void groups(Graphics2D graphics, DrawInfo2D info) {
    for (Map.Entry<Place, Integer> group : map.counts().entrySet()) {
      Place place = group.getKey();
      if (!place.label().isEmpty()) {
        String label = place.label() + " (" + group.getValue() + ")";
        double[] where = point(info, place.x(), place.top(group.getValue()) - MARGIN);
        graphics.setFont(LINE);
        where[0] -= graphics.getFontMetrics().stringWidth(label) / 2.0;
        text(graphics, LINE, Palette.FAINT_TEXT, label, where);
      }
    }
  }

  private static void conditions(Graphics2D graphics, DrawInfo2D info) {
    double[] where = point(info, MARGIN, Place.HEIGHT - 26);
    for (Condition condition : Condition.values()) {
      graphics.setColor(Palette.of(condition));
      graphics.fillOval((int) where[0], (int) where[1] - MARK + 1, MARK, MARK);
      next(graphics, condition.words(), where);
    }
  }

  private static void talk(Graphics2D graphics, DrawInfo2D info) {
    double[] where = point(info, MARGIN, Place.HEIGHT - 10);
    for (Palette.Talk talk : Palette.Talk.values()) {
      graphics.setColor(Palette.of(talk));
      graphics.fillRect((int) where[0] - 1, (int) where[1] - 5, MARK + 2, 2);
      next(graphics, talk.words(), where);
    }
  }

  /** Writes a word of the legend and moves on to the place of the next. */
  private static void next(Graphics2D graphics, String words, double[] where) {
    where[0] += MARK + 5;
    text(graphics, SMALL, Palette.FAINT_TEXT, words, where);
    where[0] += graphics.getFontMetrics().stringWidth(words) + MARGIN;
  }
}
