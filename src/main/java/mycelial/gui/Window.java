package mycelial.gui;

import com.formdev.flatlaf.FlatDarkLaf;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/** The window with everything in it, for the command that opens it; any thread but Swing's. */
public final class Window {
  private final ColonyConsole console;

  private Window(ColonyConsole console) {
    this.console = console;
  }

  /** There is no display to open a window on; the message says what to do. */
  public static final class NoDisplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoDisplayException(String reason) {
      super(
          "gui needs a display, and there is none ("
              + reason
              + "): set DISPLAY, or use run, which needs no window");
    }
  }

  /**
   * Opens the window; nothing is played before somebody presses Play.
   *
   * @throws NoDisplayException when there is no display
   */
  public static Window open(Host host) {
    requireDisplay();
    AtomicReference<ColonyConsole> made = new AtomicReference<>();
    onSwing(() -> {
      look();
      ColonyConsole console = new ColonyConsole(new ColonyWithUI(host));
      console.setVisible(true);
      made.set(console);
    });
    return new Window(made.get());
  }

  /** As dark as the map that the windows stand around. */
  private static void look() {
    // Only for the borders of windows, which are the desktop's here.
    System.setProperty("flatlaf.useNativeLibrary", "false");
    FlatDarkLaf.setup();
    UIManager.put("ButtonUI", LightButtonUI.class.getName());
    UIManager.put("ToggleButtonUI", LightToggleButtonUI.class.getName());
    UIManager.put("Table.alternateRowColor", UIManager.getColor("Panel.background"));
    UIManager.put("Table.showVerticalLines", true);
  }

  private static void requireDisplay() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new NoDisplayException("DISPLAY is not set");
    }
    try {
      Toolkit.getDefaultToolkit();
    } catch (AWTError | LinkageError missing) {
      String reason = String.valueOf(missing.getMessage()).lines().findFirst().orElse("");
      throw new NoDisplayException(reason.replaceFirst("\\.$", ""));
    }
  }

  /** Does something on Swing's thread and waits for it. */
  static void onSwing(Runnable action) {
    try {
      SwingUtilities.invokeAndWait(action);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the window", interrupted);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the window has failed", failed);
    }
  }

  ColonyConsole console() {
    return console;
  }

  /** Closes the window, and ends its session cleanly; does not wait for it. */
  public void close() {
    SwingUtilities.invokeLater(console::doClose);
  }

  /** Waits until the window has been closed and its session has ended. */
  public void awaitClosed() {
    boolean waiting = true;
    while (waiting) {
      try {
        console.closed().await();
        waiting = false;
      } catch (InterruptedException interrupted) {
        close();
      }
    }
  }
}
