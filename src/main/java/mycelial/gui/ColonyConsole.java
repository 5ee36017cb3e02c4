package mycelial.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionListener;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import org.jspecify.annotations.Nullable;
import sim.display.Console;
import sim.util.gui.PropertyField;

/**
 * MASON's Console, of which closing ends the session and not the program, and which refuses
 * checkpoints. Swing's thread only, except {@link #closed}.
 */
class ColonyConsole extends Console {
  private static final long serialVersionUID = 1L;

  static final String NO_CHECKPOINTS =
      "A session is not saved by MASON's checkpoints, which know nothing of Redis and databases:"
          + " what it did is in its folder and in the databases already.";

  private static final int PARAMETERS_TAB = 1;

  private final transient CountDownLatch closed = new CountDownLatch(1);
  private final ParameterPanel parameters;
  private final @Nullable PropertyField seedField;

  ColonyConsole(ColonyWithUI colony) {
    super(colony);
    setTitle(Headline.title(null));
    // The seed that was asked for stays until somebody changes it.
    setIncrementSeedOnStop(false);
    setNewMenuAllowed(false);
    seedField = seedField(String.valueOf(colony.state.seed()));
    parameters = new ParameterPanel(colony.host(), this::setSeed);
    getTabPane().insertTab("Parameters", null, new JScrollPane(parameters), null, PARAMETERS_TAB);
    colony.whenPlaying(this::playing);
    spell();
    JMenuBar bar = getJMenuBar();
    for (int i = 0; i < bar.getMenuCount(); i++) {
      rewire(bar.getMenu(i));
    }
  }

  /** Everything on a part of the window, from above. */
  private static Stream<Component> within(Container part) {
    return Arrays.stream(part.getComponents())
        .flatMap(each ->
            each instanceof Container inner
                ? Stream.concat(Stream.of(each), within(inner))
                : Stream.of(each));
  }

  /** Mends a word of MASON's. */
  private void spell() {
    within(this)
        .filter(AbstractButton.class::isInstance)
        .map(AbstractButton.class::cast)
        .filter(button -> "Detatch".equals(button.getText()))
        .forEach(button -> button.setText("Detach"));
  }

  /** The field of the Console itself that holds the seed. */
  private @Nullable PropertyField seedField(String seed) {
    return within(this)
        .filter(PropertyField.class::isInstance)
        .map(PropertyField.class::cast)
        .filter(field -> field.getValue().equals(seed))
        .findFirst()
        .orElse(null);
  }

  /** Has the Console's own field say the seed as well; what is wrong with it, or null. */
  private @Nullable String setSeed(long seed) {
    PropertyField field = seedField;
    if (field == null) {
      return "seed: set it in the Console's own field";
    }
    field.setValue(field.newValue(String.valueOf(seed)));
    return null;
  }

  private void playing(boolean playing) {
    parameters.refresh(playing);
    if (playing) {
      parameters.showSeed(getSimulation().state.seed());
    }
  }

  /** Begins no session while a parameter is wrong. */
  @Override
  public synchronized void pressPlay() {
    if (getPlayState() == PS_STOPPED) {
      PropertyField field = seedField;
      if (field != null) {
        parameters.adopt(field.getValue());
      }
      String problem = parameters.commit();
      if (problem != null) {
        refuse(problem);
        return;
      }
    }
    super.pressPlay();
  }

  /** The parameters of the next session. */
  ParameterPanel parameters() {
    return parameters;
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
