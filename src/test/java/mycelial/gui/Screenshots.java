package mycelial.gui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JTextField;
import mycelial.cli.Mycelial;
import mycelial.colony.AgentView;
import mycelial.colony.RunCounters;
import mycelial.colony.Session;
import mycelial.market.Moat;
import mycelial.message.Role;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import sim.engine.Schedule;
import sim.portrayal.Inspector;
import sim.util.Bag;

/**
 * Starts the program's {@code gui} command as a user does, presses the Console's buttons, and
 * writes what the windows show to files: {@code Screenshots OUT_DIR ARGUMENT...}.
 */
@NullMarked
public final class Screenshots {
  private static final double HOURS_TRADED = 9;
  private static final long PATIENCE_MILLIS = 600_000;
  private static final int MOST_STEPS = 4000;
  private static final int LOOK_MILLIS = 100;

  private final ColonyConsole console;
  private final ColonyWithUI colony;
  private final Path out;

  private Screenshots(ColonyConsole console, Path out) {
    this.console = console;
    this.colony = (ColonyWithUI) console.getSimulation();
    this.out = out;
  }

  /** Ends with the program's exit code. */
  public static void main(String[] args) throws Exception {
    Path out = Files.createDirectories(Path.of(args[0]));
    Thread program =
        new Thread(() -> Mycelial.main(Arrays.copyOfRange(args, 1, args.length)), "program");
    program.start();
    AtomicReference<ColonyConsole> found = new AtomicReference<>();
    await("a window", () -> find(found) || !program.isAlive());
    new Screenshots(found.get(), out).take();
  }

  private static boolean find(AtomicReference<ColonyConsole> found) {
    for (Frame frame : Frame.getFrames()) {
      if (frame instanceof ColonyConsole console && console.isVisible()) {
        found.set(console);
        return true;
      }
    }
    return false;
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long waited = 0;
    while (!condition.getAsBoolean()) {
      if (waited > PATIENCE_MILLIS) {
        throw new IllegalStateException("there is no " + what);
      }
      Thread.sleep(LOOK_MILLIS);
      waited += LOOK_MILLIS;
    }
  }

  private void take() throws Exception {
    parameters();
    Window.onSwing(console::pressPlay);
    await("trading", () -> hoursTraded() >= HOURS_TRADED || colony.session() == null);
    Window.onSwing(console::pressPause);
    step();
    shoot("window.png", frameOf(colony.display()));
    inspect("inspector.png", busiest(Role.PATTERN_LEARNER));
    inspect("trader-inspector.png", busiest(Role.TRADER));
    inspect("guardian-inspector.png", busiest(Role.RISK_MANAGER));
    Charts charts = colony.charts();
    Window.onSwing(charts::draw);
    show("chart.png", charts.profits());
    show("ideas.png", charts.ideas());
    show("collisions.png", charts.collisions());
    show("patterns.png", charts.patterns());
    Window.onSwing(console::doClose);
  }

  /** Changes a parameter, shows a bad one, and takes that back. */
  private void parameters() throws Exception {
    Window.onSwing(() -> {
      console.setSize(560, 620);
      console.getTabPane().setSelectedIndex(console.getTabPane().indexOfTab("Parameters"));
      type("costs.taker-tiers", "0.26");
      type("council.quorum", "0");
    });
    shoot("parameters.png", console);
    Window.onSwing(() -> {
      type("council.quorum", "3");
      console.parameters().pressReset();
    });
  }

  private void type(String key, String value) {
    JTextField field = Objects.requireNonNull(console.parameters().field(key));
    field.setText(value);
    field.postActionEvent();
  }

  private double hoursTraded() {
    AtomicReference<Double> hours = new AtomicReference<>(0.0);
    Window.onSwing(() -> {
      Session session = colony.session();
      if (session != null) {
        Schedule monitor = session.colony().schedule;
        synchronized (monitor) {
          RunCounters run = session.colony().counters();
          hours.set((run.now() - run.tradingFrom()) / 3600);
        }
      }
    });
    return hours.get();
  }

  /** Steps with the Console's button until ideas are on their way. */
  private void step() {
    for (int i = 0; i < MOST_STEPS && !colony.isTalkOf(Palette.Talk.TRADES); i++) {
      Window.onSwing(console::pressPlay);
    }
  }

  private Node busiest(Role role) {
    return colony.map().nodes().stream()
        .filter(node -> node.agent().identity().role() == role)
        .filter(
            node -> role != Role.PATTERN_LEARNER || AgentView.moat(node.agent()) == Moat.FINANCE)
        .max(Comparator.comparingLong(node -> node.agent().sent()))
        .orElseThrow();
  }

  private void inspect(String file, Node node) throws Exception {
    Window.onSwing(() -> {
      Inspector inspector = colony.inspector(node);
      console.setInspectors(bag(inspector), bag(node.toString()));
      console.getTabPane().setSelectedIndex(console.getTabPane().indexOfTab("Inspectors"));
      console.setSize(1000, 860);
    });
    shoot(file, console);
  }

  private void show(String file, LineChart chart) throws IOException {
    Window.onSwing(() -> chart.frame().setVisible(true));
    shoot(file, chart.frame());
  }

  private static Bag bag(Object object) {
    Bag bag = new Bag();
    bag.add(object);
    return bag;
  }

  private static JFrame frameOf(Component component) {
    Component parent = component;
    while (!(parent instanceof JFrame frame)) {
      parent = parent.getParent();
    }
    return frame;
  }

  private void shoot(String name, JFrame frame) throws IOException {
    Window.onSwing(frame::validate);
    AtomicReference<@Nullable BufferedImage> taken = new AtomicReference<>();
    Window.onSwing(() -> {
      Component content = frame.getRootPane();
      BufferedImage image =
          new BufferedImage(content.getWidth(), content.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      content.printAll(graphics);
      graphics.dispose();
      taken.set(image);
    });
    Path file = out.resolve(name);
    ImageIO.write(taken.get(), "png", file.toFile());
    System.out.println("wrote " + file);
  }
}
