package mycelial.gui;

import com.formdev.flatlaf.ui.FlatButtonUI;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/** Buttons with {@link LightIcons}. Swing makes it by name and uses it in its thread. */
public final class LightButtonUI extends FlatButtonUI {
  private LightButtonUI() {
    super(false);
  }

  /** Called by Swing through reflection, once for each button. */
  public static ComponentUI createUI(JComponent component) {
    return new LightButtonUI();
  }

  @Override
  protected void paintIcon(Graphics g, JComponent c, Rectangle iconRect) {
    LightIcons.paint(g, c, pen -> super.paintIcon(pen, c, iconRect));
  }
}
