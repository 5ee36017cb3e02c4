package mycelial.gui;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javax.swing.JComponent;

/**
 * Icons that can be seen on a dark ground: MASON's are black. Greys are turned round, colours stay
 * as they are. Swing's thread.
 */
final class LightIcons {
  /** Channels of a pixel that differ by no more than this are a grey. */
  private static final int GREY = 24;

  private static final int CHANNEL = 0xff;
  private static final int ALPHA = 0xff000000;

  private LightIcons() {}

  /** Paints what somebody else paints of a component, lighter. */
  static void paint(Graphics ground, JComponent component, Consumer<Graphics> painter) {
    int width = Math.max(1, component.getWidth());
    int height = Math.max(1, component.getHeight());
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    try {
      painter.accept(pen);
    } finally {
      pen.dispose();
    }
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = light(pixels[i]);
    }
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ground.drawImage(picture, 0, 0, null);
  }

  /** A dark grey as light as it was dark; everything else as it is. */
  static int light(int argb) {
    int red = argb >> 16 & CHANNEL;
    int green = argb >> 8 & CHANNEL;
    int blue = argb & CHANNEL;
    int brightest = Math.max(red, Math.max(green, blue));
    int darkest = Math.min(red, Math.min(green, blue));
    boolean darkGrey = brightest - darkest <= GREY && brightest <= CHANNEL / 2;
    return darkGrey ? (argb & ALPHA) | (~argb & ~ALPHA) : argb;
  }
}
