package mycelial.gui;

import java.awt.event.ActionListener;
import java.util.concurrent.CountDownLatch;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import sim.display.Console;

/**
 * MASON's Console, of which closing ends the session and not the program, and which refuses
 * checkpoints. Swing's thread only, except {@link #closed}.
 */
class ColonyConsole extends Console {
  private static final long serialVersionUID = 1L;

  static final String NO_CHECKPOINTS =
      "A session is not saved by MASON's checkpoints, which know nothing of Redis and databases:"
          + " what it did is in its folder and in the databases already.";

  private final transient CountDownLatch closed = new CountDownLatch(1);

  ColonyConsole(ColonyWithUI colony) {
    super(colony);
    setTitle(Headline.title(null));
    // The seed that was asked for stays until somebody changes it.
    setIncrementSeedOnStop(false);
    setNewMenuAllowed(false);
    JMenuBar bar = getJMenuBar();
    for (int i = 0; i < bar.getMenuCount(); i++) {
      rewire(bar.getMenu(i));
    }
  }

  private void rewire(JMenu menu) {
    for (int i = 0; i < menu.getItemCount(); i++) {
      JMenuItem item = menu.getItem(i);
      String text = item == null ? "" : item.getText();
      switch (text) {
        case "Open...", "Save", "Save As..." -> replace(item, event -> refuse(NO_CHECKPOINTS));
        case "Quit" -> replace(item, event -> doClose());
        default -> {
          // Does what it says.
        }
      }
    }
  }

  private static void replace(JMenuItem item, ActionListener action) {
    for (ActionListener old : item.getActionListeners()) {
      item.removeActionListener(old);
    }
    item.addActionListener(action);
  }

  /** Says why something is not done. */
  void refuse(String sentence) {
    JOptionPane.showMessageDialog(this, sentence, "Not possible", JOptionPane.INFORMATION_MESSAGE);
  }

  @Override
  public void doSave() {
    refuse(NO_CHECKPOINTS);
  }

  @Override
  public void doSaveAs() {
    refuse(NO_CHECKPOINTS);
  }

  @Override
  public void doOpen() {
    refuse(NO_CHECKPOINTS);
  }

  /** Ends the session and closes every window; what comes after is the program's affair. */
  @Override
  public void doClose() {
    if (closed.getCount() == 0) {
      return;
    }
    try {
      pressStop();
      getSimulation().quit();
      dispose();
    } finally {
      allControllers.remove(this);
      closed.countDown();
    }
  }

  /** Opens when everything is closed. */
  CountDownLatch closed() {
    return closed;
  }
}
