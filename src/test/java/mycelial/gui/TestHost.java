package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import mycelial.bus.BusException;
import mycelial.colony.Chronicle;
import mycelial.colony.Colony;
import mycelial.colony.Pacer;
import mycelial.colony.ReplayPacer;
import mycelial.colony.Session;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionListener;
import mycelial.colony.SessionRequest;
import mycelial.colony.SessionResult;
import mycelial.colony.SwarmPlan;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationException;
import mycelial.config.ConfigurationLoader;
import mycelial.config.HaltRelease;
import mycelial.config.Secrets;
import mycelial.feed.MoatFeed;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import mycelial.market.PairSpec;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of a small colony that trades soon, on a generated market of a day, with the server that
 * the program brings along. Not safe for several threads, but for what the listener hears.
 */
@NullMarked
final class TestHost implements Host {
  private final Path data;
  private final Map<String, String> settings = new TreeMap<>();
  private Supplier<Pacer> pacer = ReplayPacer::new;
  private int seed = 42;
  private int opened;

  final List<String> heard = new CopyOnWriteArrayList<>();
  final List<SessionResult> results = new ArrayList<>();

  TestHost(Path data) {
    this.data = data;
    settings.put("learners.finance", "4");
    for (String moat : List.of("code", "logistics", "government", "corporations")) {
      settings.put("learners." + moat, "1");
    }
    settings.put("analysts.agreeing", "1");
    settings.put("costs.taker-tiers", "{0: 0.01}");
  }

  TestHost pacer(Supplier<Pacer> made) {
    pacer = made;
    return this;
  }

  TestHost with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  @Override
  public int seed() {
    return seed;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("council.quorum", "Quorum", settings.getOrDefault("council.quorum", "3")));
  }

  @Override
  public @Nullable String change(String key, String value) {
    try {
      ConfigurationLoader.load(
          Path.of("config", "agent_config.yaml"), Map.of(), Map.of(key, value));
    } catch (ConfigurationException bad) {
      return bad.problems().getFirst();
    }
    settings.put(key, value);
    return null;
  }

  @Override
  public Map<String, String> changes() {
    String quorum = settings.get("council.quorum");
    return quorum == null ? Map.of() : Map.of("council.quorum", quorum);
  }

  @Override
  public void reset() {
    settings.remove("council.quorum");
  }

  SessionRequest request(int withSeed) {
    settings.put("seed", String.valueOf(withSeed));
    Configuration configuration =
        ConfigurationLoader.load(Path.of("config", "agent_config.yaml"), Map.of(), settings);
    List<PairSpec> specs =
        configuration.pairs().stream().map(pair -> configuration.specs().get(pair)).toList();
    WorldSpec world = WorldSpec.of(WorldKind.SAMPLE, 7, specs, 1, Interval.MINUTE);
    return new SessionRequest(
        "run-test-" + ++opened,
        SessionKind.RUN,
        configuration,
        Secrets.load(Path.of("target", "no-such.env"), Map.of()),
        data,
        "",
        () -> new SyntheticFeed(world),
        () -> MoatFeed.none("a test"),
        "a test",
        3600,
        null,
        HaltRelease.LATCH,
        false,
        pacer.get(),
        "test",
        Chronicle.begin(Map.of()),
        null,
        SwarmPlan.NONE);
  }

  @Override
  public @Nullable Session open(int withSeed, Notice listener) {
    seed = withSeed;
    return Session.open(
        request(withSeed),
        new SessionListener() {
          @Override
          public void progress(Colony colony) {
            // Nobody looks.
          }

          @Override
          public void say(String line) {
            heard.add(line);
            listener.say(line);
          }
        });
  }

  @Override
  public boolean attempt(Session session, BooleanSupplier part) {
    try {
      return part.getAsBoolean();
    } catch (BusException failure) {
      heard.add("failed: " + failure.getMessage());
      return false;
    }
  }

  @Override
  public void conclude(Session session) {
    SessionResult result = session.conclude();
    session.record(result, "{}");
    results.add(result);
  }

  /** The digest after so many steps of the schedule without a window. */
  String headless(int withSeed, long steps) {
    try (Session session = Session.open(request(withSeed), quiet())) {
      Colony colony = session.colony();
      session.start(System::nanoTime, colony::start);
      while (colony.schedule.getSteps() < steps) {
        assertThat(session.step(() -> colony.schedule.step(colony))).isTrue();
      }
      String digest = colony.digest();
      session.finish(colony::finish);
      return digest;
    }
  }

  private static SessionListener quiet() {
    return new SessionListener() {
      @Override
      public void progress(Colony colony) {
        // Nobody looks.
      }

      @Override
      public void say(String line) {
        // Nobody listens.
      }
    };
  }
}
