package mycelial.gui;

import com.formdev.flatlaf.ui.FlatToggleButtonUI;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/**
 * Buttons that stay pressed, with {@link LightIcons}. Swing makes it by name and uses it in its
 * thread.
 */
public final class LightToggleButtonUI extends FlatToggleButtonUI {
  private LightToggleButtonUI() {
    super(false);
  }

  /** Called by Swing through reflection, once for each button. */
  public static ComponentUI createUI(JComponent component) {
    return new LightToggleButtonUI();
  }

  @Override
  protected void paintIcon(Graphics g, JComponent c, Rectangle iconRect) {
    LightIcons.paint(g, c, pen -> super.paintIcon(pen, c, iconRect));
  }
}
