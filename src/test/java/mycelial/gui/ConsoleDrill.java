package mycelial.gui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import mycelial.colony.Colony;
import mycelial.colony.LivePacer;
import mycelial.colony.Pacer;
import mycelial.colony.ReplayPacer;
import mycelial.colony.RunCounters;
import mycelial.colony.Session;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import sim.display.Console;
import sim.engine.Schedule;

/**
 * Presses the buttons of a real Console and prints what came of it, for {@link ConsoleTest}, which
 * starts it in a JVM of its own with a display: {@code ConsoleDrill DRILL DATA_DIR}.
 */
@NullMarked
final class ConsoleDrill {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final int PAUSES = 5;
  private static final long STEPS = 900;

  private final TestHost host;
  private final ColonyConsole console;
  private final ColonyWithUI gui;
  private final List<String> refusals = new ArrayList<>();

  private ConsoleDrill(Path data, double speed) {
    host = new TestHost(data).pacer(() -> pacer(speed));
    List<ColonyConsole> made = new ArrayList<>();
    Window.onSwing(() -> {
      ColonyConsole console =
          new ColonyConsole(new ColonyWithUI(host)) {
            private static final long serialVersionUID = 1L;

            @Override
            void refuse(String sentence) {
              refusals.add(sentence);
            }
          };
      console.setVisible(true);
      made.add(console);
    });
    console = made.getFirst();
    gui = (ColonyWithUI) console.getSimulation();
  }

  private static Pacer pacer(double speed) {
    return speed == 0 ? new ReplayPacer() : new LivePacer(speed, System::nanoTime);
  }

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[1]);
    switch (args[0]) {
      case "digest" -> new ConsoleDrill(data, 0).digest();
      case "pause-1" -> new ConsoleDrill(data, 1).pauses(false);
      case "pause-240" -> new ConsoleDrill(data, 240).pauses(false);
      case "pause-silent" -> new ConsoleDrill(data, 0).pauses(true);
      case "menus" -> new ConsoleDrill(data, 0).menus();
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (long waited = 0; !condition.getAsBoolean(); waited += 10) {
      if (waited > PATIENCE_MILLIS) {
        throw new IllegalStateException("waited in vain");
      }
      Thread.sleep(10);
    }
  }

  private int playState() {
    AtomicLong state = new AtomicLong();
    Window.onSwing(() -> state.set(console.getPlayState()));
    return (int) state.get();
  }

  /** Plays, stops and plays again with the Console pausing by itself at a step. */
  private void digest() throws Exception {
    for (int i = 0; i < 2; i++) {
      Window.onSwing(() -> {
        console.setWhenShouldPause(STEPS);
        console.pressPlay();
      });
      await(() -> playState() == Console.PS_PAUSED);
      Window.onSwing(() -> {
        say("steps " + gui.state.schedule.getSteps());
        say("digest " + ((Colony) gui.state).digest());
        console.pressStop();
      });
    }
    say("seeds " + host.results.stream().map(result -> "" + result.seed()).toList());
    say("headless " + host.headless(42, STEPS));
    Window.onSwing(console::doClose);
    say("closed " + (console.closed().getCount() == 0));
  }

  /** Measures how long Swing is busy with Pause. */
  private void pauses(boolean silent) throws Exception {
    Window.onSwing(console::pressPlay);
    await(this::isTrading);
    @Nullable ProcessHandle stopped = null;
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < PAUSES; i++) {
      if (silent) {
        stopped = signal("STOP");
      }
      Thread.sleep(300);
      long began = System.nanoTime();
      Window.onSwing(console::pressPause);
      millis.add((System.nanoTime() - began) / 1_000_000);
      say("state " + playState());
      if (stopped != null) {
        signal("CONT");
      }
      Window.onSwing(console::pressPause);
    }
    millis.sort(null);
    say("median " + millis.get(PAUSES / 2));
    Window.onSwing(console::doClose);
    say("results " + host.results.stream().map(result -> result.state()).toList());
  }

  private boolean isTrading() {
    AtomicLong trading = new AtomicLong();
    Window.onSwing(() -> {
      Session session = gui.session();
      if (session != null) {
        Schedule monitor = session.colony().schedule;
        synchronized (monitor) {
          RunCounters run = session.colony().counters();
          trading.set(run.now() >= run.tradingFrom() ? 1 : 0);
        }
      }
    });
    return trading.get() == 1;
  }

  private ProcessHandle signal(String name) throws Exception {
    Session session = gui.session();
    if (session == null) {
      throw new IllegalStateException("nothing is played");
    }
    Path file = session.folder().path().resolve("redis").resolve("redis.pid");
    String pid = Files.readString(file).strip();
    new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Chooses every item that has to do with checkpoints, then Quit while a session is played. */
  private void menus() throws Exception {
    Window.onSwing(() -> {
      for (String item : List.of("Open...", "Save", "Save As...")) {
        choose(item);
      }
      console.pressPlay();
    });
    say("refusals " + refusals.size() + " " + refusals.stream().distinct().toList());
    await(() -> gui.state.schedule.getSteps() > 50);
    Window.onSwing(() -> choose("Quit"));
    say("closed " + (console.closed().getCount() == 0));
    say("results " + host.results.stream().map(result -> result.state()).toList());
  }

  private void choose(String text) {
    for (int i = 0; i < console.getJMenuBar().getMenuCount(); i++) {
      JMenu menu = console.getJMenuBar().getMenu(i);
      for (int k = 0; k < menu.getItemCount(); k++) {
        JMenuItem item = menu.getItem(k);
        if (item != null && item.getText().equals(text)) {
          item.doClick(0);
          return;
        }
      }
    }
    throw new IllegalStateException("there is no " + text);
  }

  private static void say(String line) {
    System.out.println("drill: " + line);
  }
}
