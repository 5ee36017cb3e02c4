package mycelial.gui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.function.Function;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.SimplePortrayal2D;

/** Draws an agent, and opens its inspector. */
final class NodePortrayal extends SimplePortrayal2D {
  private static final long serialVersionUID = 1L;
  private static final double HALO = 1.9;
  private static final int HALO_OPACITY = 46;
  private static final BasicStroke LINE = new BasicStroke(1.3f);

  private final transient Function<Node, Inspector> inspectors;

  NodePortrayal(Function<Node, Inspector> inspectors) {
    this.inspectors = inspectors;
  }

  @Override
  public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
    Node node = (Node) object;
    double radius = node.radius() * info.draw.width;
    Shape shape = Shapes.of(node.condition(), info.draw.x, info.draw.y, radius);
    Color colour = Palette.of(node.condition());
    if (node.condition() == Condition.BULLISH || node.condition() == Condition.BEARISH) {
      graphics.setColor(Palette.fade(colour, HALO_OPACITY));
      graphics.fill(Shapes.disc(info.draw.x, info.draw.y, radius * HALO));
    }
    graphics.setColor(colour);
    if (node.condition() == Condition.RETIRED) {
      graphics.setStroke(LINE);
      graphics.draw(shape);
    } else {
      graphics.fill(shape);
    }
    if (info.selected) {
      graphics.setColor(Color.WHITE);
      graphics.setStroke(LINE);
      graphics.draw(Shapes.disc(info.draw.x, info.draw.y, radius * HALO));
    }
    label(node, graphics, info);
  }

  private static void label(Node node, Graphics2D graphics, DrawInfo2D info) {
    if (node.label().isEmpty()) {
      return;
    }
    Label label = Label.of(node);
    double scale = info.draw.width;
    graphics.setFont(Label.font(1).deriveFont((float) (label.size() * scale)));
    graphics.setColor(
        node.condition() == Condition.RETIRED ? Palette.of(Condition.SILENT) : Palette.TEXT);
    graphics.drawString(
        label.text(),
        (float) (info.draw.x + (label.left() - node.position().x) * scale),
        (float) (info.draw.y + (label.baseline() - node.position().y) * scale));
  }

  @Override
  public boolean hitObject(Object object, DrawInfo2D range) {
    double radius = ((Node) object).radius() * range.draw.width + 2;
    return Shapes.disc(range.draw.x, range.draw.y, radius)
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
