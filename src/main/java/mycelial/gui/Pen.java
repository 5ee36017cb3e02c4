package mycelial.gui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import sim.portrayal.DrawInfo2D;

/** Draws in the world's units, whatever the window's scale. */
final class Pen implements AutoCloseable {
  private final Graphics2D graphics;

  /** Draws where {@code info} has the world. */
  Pen(Graphics2D surface, DrawInfo2D info) {
    graphics = (Graphics2D) surface.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    double scale = info.draw.width / Place.WIDTH;
    AffineTransform world = AffineTransform.getTranslateInstance(info.draw.x, info.draw.y);
    world.scale(scale, scale);
    graphics.transform(world);
  }

  /** Writes a text that begins there; returns where it ends. */
  double text(String text, Font font, Color colour, double x, double y) {
    graphics.setFont(font);
    graphics.setColor(colour);
    graphics.drawString(text, (float) x, (float) y);
    return x + width(text, font);
  }

  /** Writes a text that ends there. */
  void textBefore(String text, Font font, Color colour, double x, double y) {
    text(text, font, colour, x - width(text, font), y);
  }

  double width(String text, Font font) {
    return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }

  void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  /** The surface, in the world's units. */
  Graphics2D graphics() {
    return graphics;
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
