package mycelial.gui;

import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.ScrollPaneConstants;
import sim.display.Display2D;
import sim.display.GUIState;

/**
 * The map, redrawn at most ten times a second, and less often where drawing is slow: the colony
 * waits while it is drawn.
 */
final class ColonyDisplay extends Display2D {
  private static final long serialVersionUID = 1L;
  private static final long REDRAW_MILLIS = 100;
  private static final long NANOS_A_MILLI = 1_000_000;

  /** Of the time at most one part in so many is for drawing. */
  private static final long SHARE = 5;

  private static final double LEAST_SCALE = 0.2;
  private static final double HUNDREDTHS = 100;
  private static final double TOLERANCE = 0.002;

  private long began;

  ColonyDisplay(GUIState state) {
    super(Place.WIDTH, Place.HEIGHT, state);
    updateRule = UPDATE_RULE_WALLCLOCK_TIME;
    wallInterval = REDRAW_MILLIS;
    setBackdrop(Palette.BACKGROUND);
    insideDisplay.setBackground(Palette.BACKGROUND);
    display.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    display.setVerticalScrollBarPolicy(ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER);
    display.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent resized) {
            fit();
          }
        });
  }

  /** Shows the whole world as large as there is room for it. */
  private void fit() {
    Dimension room = display.getViewport().getExtentSize();
    double most = Math.min(room.width / Place.WIDTH, room.height / Place.HEIGHT);
    double scale = Math.floor(most * HUNDREDTHS) / HUNDREDTHS; // people read it above the map
    if (scale > LEAST_SCALE && Math.abs(scale - getScale()) > TOLERANCE) {
      setScale(scale);
    }
  }

  void paintBegins() {
    began = System.nanoTime();
  }

  void paintEnds() {
    long millis = (System.nanoTime() - began) / NANOS_A_MILLI;
    wallInterval = Math.max(REDRAW_MILLIS, SHARE * millis);
  }
}
