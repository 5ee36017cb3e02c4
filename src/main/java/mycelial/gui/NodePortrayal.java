package mycelial.gui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.function.Function;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.SimplePortrayal2D;

/** Draws an agent, and opens its inspector. */
final class NodePortrayal extends SimplePortrayal2D {
  private static final long serialVersionUID = 1L;
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  private static final int GAP = 11;

  private final transient Function<Node, Inspector> inspectors;

  NodePortrayal(Function<Node, Inspector> inspectors) {
    this.inspectors = inspectors;
  }

  @Override
  public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
    Node node = (Node) object;
    double radius = node.radius() * info.draw.width;
    Ellipse2D disc = disc(info, radius);
    Color colour = Palette.of(node.condition());
    if (node.condition() == Condition.SPEAKING) {
      graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 60));
      graphics.fill(disc(info, radius * 1.7));
    }
    graphics.setColor(colour);
    if (node.condition() == Condition.RETIRED) {
      graphics.draw(disc);
    } else {
      graphics.fill(disc);
    }
    if (info.selected) {
      graphics.setColor(Color.WHITE);
      graphics.draw(disc(info, radius + 3));
    }
    label(node, graphics, info, radius);
  }

  private static void label(Node node, Graphics2D graphics, DrawInfo2D info, double radius) {
    String text = node.label();
    if (!text.isEmpty()) {
      graphics.setFont(LABEL);
      graphics.setColor(Palette.TEXT);
      float left = (float) info.draw.x - graphics.getFontMetrics().stringWidth(text) / 2f;
      graphics.drawString(text, left, (float) (info.draw.y + radius + GAP));
    }
  }

  private static Ellipse2D disc(DrawInfo2D info, double radius) {
    return new Ellipse2D.Double(info.draw.x - radius, info.draw.y - radius, 2 * radius, 2 * radius);
  }

  @Override
  public boolean hitObject(Object object, DrawInfo2D range) {
    double radius = ((Node) object).radius() * range.draw.width + 2;
    return disc(range, radius)
        .intersects(range.clip.x, range.clip.y, range.clip.width, range.clip.height);
  }

  @Override
  public Inspector getInspector(LocationWrapper wrapper, GUIState state) {
    return inspectors.apply((Node) wrapper.getObject());
  }

  @Override
  public String getName(LocationWrapper wrapper) {
    return String.valueOf(wrapper.getObject());
  }

  @Override
  public String getStatus(LocationWrapper wrapper) {
    Node node = (Node) wrapper.getObject();
    return node + ": " + node.condition().words();
  }
}
