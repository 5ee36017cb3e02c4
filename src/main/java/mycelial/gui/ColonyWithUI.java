package mycelial.gui;

import java.awt.Dimension;
import java.awt.Toolkit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import mycelial.colony.AgentView;
import mycelial.colony.Colony;
import mycelial.colony.Session;
import mycelial.colony.Standing;
import org.jspecify.annotations.Nullable;
import sim.display.Console;
import sim.display.Controller;
import sim.display.GUIState;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.portrayal.Inspector;
import sim.portrayal.continuous.ContinuousPortrayal2D;

/**
 * The colony under MASON's Console. Each start is a session of its own, opened by the {@link Host};
 * stepping it is the very step of a session without a window. Swing's thread starts, finishes and
 * draws, the play thread steps; both hold the schedule's monitor while they touch the model.
 */
public final class ColonyWithUI extends GUIState {
  /** The map with its frame and buttons. */
  private static final Dimension FRAME =
      new Dimension((int) Place.WIDTH + 16, (int) Place.HEIGHT + 70);

  private static final long HURRY_NANOS = 30_000_000;
  private static final long LOOK_NANOS = 100_000_000;

  private final Host host;
  private final ColonyMap map = new ColonyMap();
  private final Traffic traffic = new Traffic();
  private final Charts charts = new Charts();
  private @Nullable ColonyDisplay display;
  private @Nullable JFrame window;
  private @Nullable Session session;
  private @Nullable Thread stepper;
  private boolean over;
  private long looked;
  private volatile Headline headline = Headline.NOTHING;
  private volatile String notice = "";
  private String changes = "";
  private Consumer<Boolean> listener = begun -> {};
  private volatile double now;

  /** A colony whose sessions come from that host; nothing is opened before {@link #start}. */
  public ColonyWithUI(Host host) {
    super(new SimState(host.seed()));
    this.host = host;
  }

  /** The name that MASON shows. */
  public static String getName() {
    return "Mycelial Finance";
  }

  /** What MASON shows beside it. */
  public static Object getInfo() {
    return "<html><body><h2>Mycelial Finance</h2><p>A colony of agents that paper-trades crypto:"
        + " a swarm of pattern learners and classical technical analysis, and a trade only where both"
        + " agree. Agents talk only through Redis.</p><p>Each Play is a session of its own, with its"
        + " own folder, as <i>mycelial run</i> makes it. Pause, step and stop whenever you like."
        + " Double-click an agent to inspect it.</p></body></html>";
  }

  @Override
  public void init(Controller controller) {
    super.init(controller);
    NodePortrayal look = new NodePortrayal(this::inspector);
    ContinuousPortrayal2D agents = new ContinuousPortrayal2D();
    agents.setField(map.field());
    agents.setPortrayalForAll(look);
    ColonyDisplay shown = new ColonyDisplay(this);
    shown.attach(new GroundPortrayal(map, traffic), "Ground");
    shown.attach(new TrafficPortrayal(map, traffic, shown::paintBegins), "Messages");
    shown.attach(agents, "Agents");
    shown.attach(new CaptionPortrayal(map, this::current, shown::paintEnds), "Captions");
    display = shown;
    window = shown.createFrame();
    window.setSize(frameSize());
    window.setTitle(Headline.title(null));
    controller.registerFrame(window);
    window.setVisible(true);
    // The other charts are in the Console's list of displays.
    for (JFrame frame : charts.createFrames(Headline.title(null))) {
      controller.registerFrame(frame);
      frame.setVisible(frame.equals(charts.profits().frame()));
    }
  }

  /** As large as the map is meant to be, or as the screen allows. */
  private static Dimension frameSize() {
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    return new Dimension(
        Math.min(FRAME.width, screen.width), Math.min(FRAME.height, screen.height));
  }

  /** An inspector of an agent, as a double click opens it; Swing's thread. */
  Inspector inspector(Node node) {
    Schedule monitor = state.schedule;
    synchronized (monitor) {
      AgentView view = view(node);
      Inspector inspector =
          new AgentInspector(new ViewProperties(node, view.properties()), view.sheets(), this);
      inspector.setTitle(node.toString());
      return inspector;
    }
  }

  ViewProperties properties(Node node) {
    return new ViewProperties(node, view(node).properties());
  }

  private AgentView view(Node node) {
    return state instanceof Colony colony
        ? AgentView.of(node.agent(), () -> now, colony.roster().trader())
        : AgentView.of(node.agent(), () -> now);
  }

  /** Opens a session with the Console's seed and starts it; a failure is shown, and it ends. */
  @Override
  public void start() {
    notice = "";
    stepper = null;
    changes = ParameterPanel.words(host.changes());
    map.clear();
    traffic.clear();
    Session opened = host.open((int) state.seed(), this::say);
    session = opened;
    over = true;
    if (opened == null) {
      state = new SimState(state.seed());
      super.start();
    } else {
      opened.colony().attend(traffic);
      state = opened.colony();
      over = !host.attempt(opened, () -> begin(opened));
    }
    listener.accept(session != null);
    if (display != null) {
      display.reset();
      display.repaint();
    }
  }

  private boolean begin(Session opened) {
    opened.start(System::nanoTime, super::start);
    Colony colony = opened.colony();
    String title = Headline.title(colony.provenance());
    charts.restart(title);
    if (window != null) {
      window.setTitle(title);
    }
    look(opened);
    return true;
  }

  @Override
  public boolean step() {
    Session playing = session;
    if (playing == null || over) {
      return false;
    }
    Schedule monitor = playing.colony().schedule;
    synchronized (monitor) {
      goOn(playing.colony());
      over = !host.attempt(playing, () -> hurry(playing) && playing.step(super::step));
      if (!over) {
        observe(playing);
      }
      return !over;
    }
  }

  /**
   * Plays instants that need not wait for the wall, some at a time: MASON's Console waits for Swing
   * after each step, which would take longer than the instants themselves.
   */
  private boolean hurry(Session playing) {
    Colony colony = playing.colony();
    long until = System.nanoTime() + HURRY_NANOS;
    boolean going = true;
    while (going
        && !colony.isPaced()
        && steps(colony) + 1 < lastStep()
        && !SwingUtilities.isEventDispatchThread()
        && !Thread.currentThread().isInterrupted()
        && System.nanoTime() < until) {
      going = playing.step(() -> colony.schedule.step(colony));
      point(colony);
    }
    return going;
  }

  private static long steps(Colony colony) {
    return colony.schedule.getSteps();
  }

  /** The step before which nothing may be hurried, for the Console is to stop or pause there. */
  private long lastStep() {
    if (!(controller instanceof Console console)) {
      return 0;
    }
    boolean timed =
        console.getPlaySleep() > 0
            || console.getWhenShouldEndTime() < Double.POSITIVE_INFINITY
            || console.getWhenShouldPauseTime() < Double.POSITIVE_INFINITY;
    return timed ? 0 : Math.min(console.getWhenShouldEnd(), console.getWhenShouldPause());
  }

  /** The Step button does not wait for the wall; a new play thread means that there was a pause. */
  private void goOn(Colony colony) {
    boolean button = SwingUtilities.isEventDispatchThread();
    if (button || !Thread.currentThread().equals(stepper)) {
      stepper = Thread.currentThread();
      colony.resume(button);
    }
  }

  private void observe(Session playing) {
    long nanos = System.nanoTime();
    if (nanos - looked >= LOOK_NANOS || SwingUtilities.isEventDispatchThread()) {
      looked = nanos;
      look(playing);
    }
    point(playing.colony());
  }

  private void point(Colony colony) {
    charts.look(colony, System.nanoTime());
  }

  private void look(Session playing) {
    Colony colony = playing.colony();
    now = colony.counters().now();
    map.look(colony.roster().agents(), traffic.stances(), now);
    headline = headline(playing);
  }

  private Headline headline(Session playing) {
    return Headline.of(playing, Standing.of(playing.colony()), changes, notice);
  }

  /** The headline of this moment, or of the last one of a session that is over; while drawing. */
  private Headline current() {
    Session playing = session;
    if (playing != null && !over) {
      headline = headline(playing);
    }
    return headline;
  }

  /**
   * Ends the session: what is open is settled, its result is kept, its server stopped. Stopping it
   * before its end interrupts it, as Ctrl-C does.
   */
  @Override
  public void finish() {
    Session ending = session;
    if (ending == null) {
      super.finish();
      return;
    }
    if (!over) {
      look(ending);
    }
    session = null;
    if (!over) {
      ending.interrupt();
    }
    try (ending) { // the bus leaves before its server is stopped
      end(ending);
    } finally {
      listener.accept(false);
    }
    charts.draw();
  }

  private void end(Session ending) {
    try {
      host.conclude(ending);
    } finally {
      ending.finish(super::finish);
    }
  }

  /** Shows a line above the map; any thread. */
  void say(String line) {
    notice = line;
    headline = headline.withNotice(line);
  }

  @Override
  public void quit() {
    finish();
    super.quit();
    if (display != null) {
      display.quit();
    }
    charts.quit();
    for (JFrame frame : frames()) {
      frame.dispose();
    }
    display = null;
  }

  private List<JFrame> frames() {
    return controller == null ? List.of() : List.copyOf(frames(controller));
  }

  @SuppressWarnings("unchecked") // MASON's lists have no type; these hold what was registered
  private static List<JFrame> frames(Controller controller) {
    return controller.getAllFrames();
  }

  @Override
  public @Nullable Object getSimulationInspectedObject() {
    return null;
  }

  /** The session that is played, or null. */
  @Nullable Session session() {
    return session;
  }

  /** Whether such messages have been delivered in the last instants. */
  boolean isTalkOf(Palette.Talk talk) {
    Schedule monitor = state.schedule;
    synchronized (monitor) {
      return traffic.isTalkOf(talk);
    }
  }

  Host host() {
    return host;
  }

  /** Is told when a session begins and when it is over; Swing's thread. */
  void whenPlaying(Consumer<Boolean> told) {
    listener = told;
  }

  ColonyMap map() {
    return map;
  }

  Charts charts() {
    return charts;
  }

  ColonyDisplay display() {
    return Objects.requireNonNull(display, "there is no window");
  }
}
