package mycelial.gui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.function.Supplier;
import mycelial.market.SignalSource;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/** Writes what is shown: the headline, the names of the groups, the legend. */
final class CaptionPortrayal extends FieldPortrayal2D {
  private static final Font BADGE = new Font(Font.SANS_SERIF, Font.BOLD, 12);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font LINE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font FIGURE = new Font(Font.MONOSPACED, Font.BOLD, 15);
  private static final double MARGIN = 18;
  private static final double MARK = 5;
  private static final double FIGURES = 120;
  private static final double NEXT = 16;

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
    try (Pen pen = new Pen(graphics, info)) {
      headline(pen, headline.get());
      groups(pen);
      legend(pen);
    }
    ends.run();
  }

  private static void headline(Pen pen, Headline shown) {
    double wide = pen.width(shown.badge(), BADGE) + NEXT;
    Color colour = shown.badge().equals("LIVE") ? Palette.GAIN : Palette.WARNING;
    pen.fill(new RoundRectangle2D.Double(MARGIN, 14, wide, 20, 6, 6), colour);
    pen.text(shown.badge(), BADGE, Palette.BACKGROUND, MARGIN + NEXT / 2, 28.5);
    pen.text(shown.title(), TITLE, Palette.TEXT, MARGIN + wide + 10, 29);
    String dot = shown.clock().isEmpty() ? "" : "    ";
    pen.text(shown.clock() + dot + shown.state(), LINE, Palette.TEXT, MARGIN, 54);
    double after = MARGIN;
    if (!shown.changes().isEmpty()) {
      after = pen.text(shown.changes(), LINE, Palette.of(SignalSource.ACCOUNT), MARGIN, 74) + NEXT;
    }
    pen.text(shown.notice(), LINE, Palette.WARNING, after, 74);
    double right = Place.WIDTH - MARGIN - FIGURES * (shown.profits().size() - 1);
    for (Map.Entry<SignalSource, Double> stream : shown.profits().entrySet()) {
      double amount = stream.getValue();
      pen.textBefore(stream.getKey().label(), SMALL, Palette.FAINT_TEXT, right, 26);
      pen.textBefore(Headline.money(amount), FIGURE, Palette.sign(amount), right, 45);
      right += FIGURES;
    }
    if (!shown.profits().isEmpty()) {
      pen.textBefore(
          "profit and loss after costs, USD", SMALL, Palette.FAINT_TEXT, Place.WIDTH - MARGIN, 62);
    }
    pen.fill(new Rectangle2D.Double(0, 86, Place.WIDTH, 1), Palette.LINE);
  }

  private void groups(Pen pen) {
    map.counts()
        .forEach((place, count) -> {
          if (!place.label().isEmpty()) {
            Label label = Label.of(place, count);
            pen.text(label.text(), LINE, Palette.FAINT_TEXT, label.left(), label.baseline());
          }
        });
  }

  private static void legend(Pen pen) {
    double bottom = Place.HEIGHT - 18;
    pen.fill(new Rectangle2D.Double(0, bottom - 52, Place.WIDTH, 1), Palette.LINE);
    double x = MARGIN;
    for (Condition condition : Condition.values()) {
      pen.fill(Shapes.of(condition, x + MARK, bottom - 35, MARK - 0.5), Palette.of(condition));
      x = pen.text(condition.words(), SMALL, Palette.FAINT_TEXT, x + 15, bottom - 31) + NEXT;
    }
    pen.textBefore(
        "size: messages of the last " + (int) Activity.MINUTES + " minutes",
        SMALL,
        Palette.FAINT_TEXT,
        Place.WIDTH - MARGIN,
        bottom - 31);
    x = MARGIN;
    for (Palette.Talk talk : Palette.Talk.values()) {
      pen.fill(new RoundRectangle2D.Double(x, bottom - 5, 14, 3, 2, 2), Palette.of(talk));
      x = pen.text(talk.words(), SMALL, Palette.FAINT_TEXT, x + 20, bottom) + NEXT;
    }
    pen.textBefore(
        "lit: who takes in what was just said",
        SMALL,
        Palette.FAINT_TEXT,
        Place.WIDTH - MARGIN,
        bottom);
  }
}
