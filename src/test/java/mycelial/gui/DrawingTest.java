package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import mycelial.agent.Agent;
import mycelial.colony.Colony;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import mycelial.message.Role;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sim.portrayal.DrawInfo2D;
import sim.util.Double2D;

/** Draws the map of a played colony into a picture, without a display, and looks at its pixels. */
@NullMarked
@Timeout(120)
final class DrawingTest {
  private static final int WIDTH = (int) Place.WIDTH;
  private static final int HEIGHT = (int) Place.HEIGHT;

  @TempDir private Path data = Path.of("");
  private ColonyWithUI gui = new ColonyWithUI(new TestHost(Path.of("")));
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void play() {
    gui = new ColonyWithUI(new TestHost(data));
    gui.start();
    while (gui.state.schedule.getSteps() < 100) {
      assertThat(gui.step()).isTrue();
    }
    look(((Colony) gui.state).roster().agents());
  }

  private void look(List<Agent> agents) {
    gui.map().look(agents, new Stances(), ((Colony) gui.state).counters().now());
  }

  @AfterEach
  void stop() {
    gui.finish();
  }

  private static BufferedImage picture(Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Palette.BACKGROUND);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    drawing.accept(graphics);
    graphics.dispose();
    return image;
  }

  private DrawInfo2D info(double x, double y, double width, double height) {
    Rectangle2D.Double all = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
    return new DrawInfo2D(
        gui,
        new CaptionPortrayal(gui.map(), () -> Headline.NOTHING, () -> {}),
        new Rectangle2D.Double(x, y, width, height),
        all);
  }

  private static Color at(BufferedImage image, Double2D where) {
    return new Color(image.getRGB((int) where.x, (int) where.y));
  }

  /** How many pixels of a part of the picture differ from the background. */
  private static long drawn(BufferedImage image, int fromY, int toY) {
    long count = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = 0; x < WIDTH; x++) {
        count += image.getRGB(x, y) == Palette.BACKGROUND.getRGB() ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void anAgentIsADiscOfItsConditionsColour() {
    NodePortrayal portrayal = new NodePortrayal(gui::inspector);
    for (Node node : gui.map().nodes()) {
      Double2D where = node.position();
      BufferedImage image =
          picture(graphics -> portrayal.draw(node, graphics, info(where.x, where.y, 1, 1)));

      assertThat(at(image, where)).as(node.toString()).isEqualTo(Palette.of(node.condition()));
      assertThat(portrayal.hitObject(node, info(where.x, where.y, 1, 1))).isTrue();
    }
  }

  @Test
  void whoIsNoLongerInTheRosterIsDrawnAsRetired() {
    var agents = ((Colony) gui.state).roster().agents();
    look(agents.subList(0, agents.size() - 1));

    assertThat(gui.map().nodes())
        .filteredOn(node -> node.condition() == Condition.RETIRED)
        .extracting(Node::agent)
        .containsExactly(agents.getLast());
  }

  @Test
  void aMessageLightsTheEdgeToWhoReadsIt() {
    Traffic traffic = new Traffic();
    Node miner = node(Role.DATA_MINER);
    Node trader = node(Role.TRADER);
    traffic.delivered(halt(0), List.of(trader.agent()));
    TrafficPortrayal portrayal = new TrafficPortrayal(gui.map(), traffic, calls::incrementAndGet);

    BufferedImage image =
        picture(graphics -> portrayal.draw(traffic, graphics, info(0, 0, WIDTH, HEIGHT)));
    CubicCurve2D curve = Strand.between(Palette.Talk.CONTROL, miner, trader).curve(0, 0, 1);
    CubicCurve2D half = new CubicCurve2D.Double();
    curve.subdivide(half, new CubicCurve2D.Double());

    assertThat(at(image, new Double2D(half.getX2(), half.getY2())).getRed())
        .isGreaterThan(Palette.BACKGROUND.getRed() + 50);
    assertThat(traffic.isTalkOf(Palette.Talk.CONTROL)).isTrue();
    assertThat(calls).hasValue(1);
  }

  @Test
  void onlyWhomAMessageConcernsIsReached() {
    Traffic traffic = new Traffic();
    Node learner = node(Role.PATTERN_LEARNER);
    traffic.delivered(halt(0), List.of(learner.agent(), node(Role.TRADER).agent()));

    assertThat(Bundle.of(traffic, gui.map()).strands().keySet())
        .extracting(Strand::to)
        .as("a halt names no learner, so that learners pass it over")
        .containsExactly(node(Role.TRADER).position());
  }

  @Test
  void whatIsSaidToManyOfAGroupIsOneStrandAndMarksThem() {
    Traffic traffic = new Traffic();
    List<Agent> learners =
        gui.map().nodes().stream()
            .filter(node -> node.place() == Place.FINANCE)
            .map(Node::agent)
            .toList();
    traffic.delivered(quote(0), learners);
    traffic.delivered(quote(0), learners);
    Bundle bundle = Bundle.of(traffic, gui.map());

    assertThat(learners).hasSizeGreaterThan(Bundle.FEW);
    assertThat(bundle.strands()).hasSize(1);
    assertThat(bundle.strands().keySet().iterator().next().readers()).isEqualTo(learners.size());
    assertThat(bundle.marks().keySet())
        .extracting(mark -> mark.reader().agent())
        .containsExactlyElementsOf(learners);
  }

  @Test
  void namesOverlapNeitherEachOtherNorAnotherAgent() {
    List<Node> named = gui.map().nodes().stream().filter(node -> !node.label().isEmpty()).toList();
    assertThat(named)
        .extracting(node -> node.agent().identity().role())
        .contains(Role.INSTIGATOR, Role.RESEARCHER, Role.EXPLORER, Role.CODE_MINER);
    for (Node node : named) {
      Rectangle2D bounds = Label.of(node).bounds();
      assertThat(gui.map().nodes())
          .as(node.toString())
          .filteredOn(other -> !other.equals(node))
          .noneMatch(other -> bounds.contains(other.position().x, other.position().y))
          .noneMatch(
              other -> !other.label().isEmpty() && Label.of(other).bounds().intersects(bounds));
    }
  }

  @Test
  void bullishPointsUpAndBearishDown() {
    Rectangle2D up = Shapes.of(Condition.BULLISH, 0, 0, 10).getBounds2D();
    Rectangle2D down = Shapes.of(Condition.BEARISH, 0, 0, 10).getBounds2D();

    assertThat(up.getMinY()).isLessThan(-up.getMaxY());
    assertThat(down.getMaxY()).isGreaterThan(-down.getMinY());
    assertThat(Palette.of(Condition.BULLISH)).isNotEqualTo(Palette.of(Condition.BEARISH));
  }

  @Test
  void aMessageIsForgottenAfterSomeInstants() {
    Traffic traffic = new Traffic();
    traffic.delivered(halt(0), List.of());
    for (int instant = 1; instant < Traffic.INSTANTS; instant++) {
      traffic.delivered(quote(instant), List.of());
      assertThat(traffic.isTalkOf(Palette.Talk.CONTROL)).isTrue();
    }
    traffic.delivered(quote(Traffic.INSTANTS), List.of());

    assertThat(traffic.isTalkOf(Palette.Talk.CONTROL)).isFalse();
    assertThat(traffic.isTalkOf(Palette.Talk.MARKET)).isTrue();
  }

  private Envelope halt(double time) {
    return new Envelope(
        node(Role.DATA_MINER).agent().identity().id(),
        1,
        time,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(SystemControl.Command.HALT, SystemControl.Origin.RISK, "a test"));
  }

  private static Envelope quote(double time) {
    Pair pair = new Pair("XXBTZUSD");
    return new Envelope(
        1,
        1,
        time,
        Channel.marketData(pair),
        new MarketData(pair, null, new Quote(time, 1), FeatureVector.EMPTY, false));
  }

  private Node node(Role role) {
    return gui.map().nodes().stream()
        .filter(node -> node.agent().identity().role() == role)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void headlineGroupsAndLegendAreWritten() {
    Headline headline =
        new Headline("SYNTHETIC", "a title", "a time", "a state", Map.of(), "changes", "a notice");
    CaptionPortrayal portrayal =
        new CaptionPortrayal(gui.map(), () -> headline, calls::incrementAndGet);

    BufferedImage image =
        picture(graphics -> portrayal.draw(gui.map(), graphics, info(0, 0, WIDTH, HEIGHT)));

    assertThat(drawn(image, 0, 65)).as("headline").isGreaterThan(200);
    assertThat(drawn(image, 100, 600)).as("groups").isGreaterThan(500);
    assertThat(drawn(image, HEIGHT - 40, HEIGHT)).as("legend").isGreaterThan(1000);
    assertThat(calls).hasValue(1);
  }

  @Test
  void anInspectorShowsTheAgentsPropertiesInTheirOrder() {
    ViewProperties properties = gui.properties(node(Role.PATTERN_LEARNER));

    assertThat(properties.getName(0)).isEqualTo("Id");
    assertThat(properties.getName(1)).isEqualTo("Name");
    assertThat(properties.getValue(1)).isEqualTo(node(Role.PATTERN_LEARNER).toString());
    assertThat(properties.getType(0)).isEqualTo(Integer.TYPE);
    assertThat(properties.isReadWrite(0)).isFalse();
    assertThat(properties.getDescription(0)).isNotBlank();
    assertThat(properties.numProperties()).isGreaterThan(15);
  }
}
