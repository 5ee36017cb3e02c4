package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.AbstractButton;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JToggleButton;
import javax.swing.plaf.ButtonUI;
import org.junit.jupiter.api.Test;

final class LightIconsTest {
  private static final int SIZE = 16;

  /** What a button with that icon looks like in its middle. */
  private static Color painted(AbstractButton button, Color icon) {
    BufferedImage plain = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = plain.createGraphics();
    pen.setColor(icon);
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.dispose();
    button.setIcon(new ImageIcon(plain));
    button.setContentAreaFilled(false);
    button.setSize(2 * SIZE, 2 * SIZE);
    BufferedImage picture = new BufferedImage(2 * SIZE, 2 * SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(new Color(0x3c3f41));
    canvas.fillRect(0, 0, 2 * SIZE, 2 * SIZE);
    button.paint(canvas);
    canvas.dispose();
    return new Color(picture.getRGB(SIZE, SIZE));
  }

  private static AbstractButton plain() {
    JButton button = new JButton();
    button.setUI((ButtonUI) LightButtonUI.createUI(button));
    return button;
  }

  private static AbstractButton toggle() {
    JToggleButton button = new JToggleButton();
    button.setUI((ButtonUI) LightToggleButtonUI.createUI(button));
    return button;
  }

  @Test
  void whatIsBlackIsPaintedWhite() {
    assertThat(painted(plain(), Color.BLACK)).isEqualTo(Color.WHITE);
    assertThat(painted(toggle(), Color.BLACK)).isEqualTo(Color.WHITE);
  }

  @Test
  void coloursAndLightGreysAreAsTheyWere() {
    assertThat(painted(plain(), Color.RED)).isEqualTo(Color.RED);
    assertThat(painted(toggle(), new Color(0xd0d0d0))).isEqualTo(new Color(0xd0d0d0));
  }

  @Test
  void edgesStayAsTransparentAsTheyAre() {
    assertThat(LightIcons.light(0x40000000)).isEqualTo(0x40ffffff);
    assertThat(LightIcons.light(0x80202830)).isEqualTo(0x80dfd7cf);
  }
}
