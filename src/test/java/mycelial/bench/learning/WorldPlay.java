package mycelial.bench.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.colony.Colony;
import mycelial.colony.ColonyPlan;
import mycelial.colony.ReplayPacer;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.feed.MarketFeed;
import mycelial.feed.MoatFeed;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.SyntheticMoats;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.learning.PatternArchive;
import mycelial.ledger.Ledger;
import mycelial.ledger.TradeStore;
import mycelial.market.PairSpec;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import org.jspecify.annotations.Nullable;

/** Plays one trial through the complete colony over the in-memory bus, generated while read. */
final class WorldPlay implements ColonyPlan.Ports {
  private static final String ID = "learning";

  private final Trial trial;
  private final Configuration configuration;
  private final WorldSpec spec;
  private final Recording recording;
  private final @Nullable Scores scores;

  private WorldPlay(Trial trial, Configuration configuration, @Nullable Scores scores) {
    this.scores = scores;
    this.recording = new Recording(scores == null ? null : scores.store());
    this.trial = trial;
    this.configuration = configuration;
    this.spec = trial.spec(pairs(configuration));
  }

  private static List<PairSpec> pairs(Configuration configuration) {
    return configuration.pairs().stream().map(pair -> configuration.specs().get(pair)).toList();
  }

  /**
   * The configuration of a trial: the shipped one and its overrides; the environment has no say.
   *
   * @throws mycelial.config.ConfigurationException when a setting does not exist or cannot be
   */
  static Configuration configuration(Path project, Trial trial) {
    Map<String, String> settings = new TreeMap<>(trial.settings());
    settings.put("seed", String.valueOf(trial.seed()));
    return ConfigurationLoader.load(
        project.resolve("config").resolve("agent_config.yaml"), Map.of(), settings);
  }

  /** Plays and judges. */
  static WorldLine run(Path project, Trial trial, String build) {
    Configuration configuration = configuration(project, trial);
    if (trial.world() != WorldKind.CROSS_MOAT) {
      return new WorldPlay(trial, configuration, null).run(build);
    }
    try (Scores scores = Scores.open(trial)) {
      return new WorldPlay(trial, configuration, scores).run(build);
    }
  }

  private WorldLine run(String build) {
    long began = System.nanoTime();
    Colony colony =
        new Colony(
            new ColonyPlan(
                configuration,
                trial.seed(),
                ID,
                0,
                null,
                configuration.risk().replayRelease(),
                false,
                new ReplayPacer(),
                this,
                null));
    colony.start();
    try {
      boolean going = true;
      while (going) {
        going = colony.schedule.step(colony);
      }
      colony.settle();
      double seconds = (System.nanoTime() - began) / 1e9;
      return line(colony, build, seconds);
    } finally {
      colony.finish();
    }
  }

  private WorldLine line(Colony colony, String build, double seconds) {
    var learners = colony.roster().learners();
    Map<String, WorldLine.StreamFigures> streams = new TreeMap<>();
    for (SignalSource source : SignalSource.values()) {
      streams.put(source.label(), figures(colony.roster().trader().ledger(source)));
    }
    return new WorldLine(
        build,
        trial.key(),
        trial.experiment().label(),
        trial.variant().label(),
        trial.world().label(),
        trial.seed(),
        trial.days(),
        colony.counters().bars(),
        seconds,
        learners.stream().mapToLong(learner -> learner.brain().ruleEvaluations()).sum(),
        colony.digest(),
        learners.stream().mapToLong(learner -> learner.brain().discovered()).sum(),
        colony.counters().failures(),
        streams,
        new Judge(PlantedTruth.of(spec))
            .judge(
                recording.ideas(),
                recording.trades(),
                scores == null ? Map.of() : scores.byTrade()));
  }

  private WorldLine.StreamFigures figures(Ledger ledger) {
    BigDecimal capital = configuration.trading().capital();
    BigDecimal pnl = ledger.equity().subtract(capital);
    return new WorldLine.StreamFigures(
        ledger.trades(),
        ledger.wins(),
        pnl.doubleValue(),
        pnl.movePointRight(2).divide(capital, MathContext.DECIMAL64).doubleValue());
  }

  @Override
  public MarketFeed openFeed() {
    return new SyntheticFeed(spec);
  }

  @Override
  public MoatFeed openMoats() {
    return new SyntheticMoats(spec);
  }

  @Override
  public MessageBus openBus(List<Channel> channels, Runnable onMail) {
    return new InMemoryBus(ID);
  }

  @Override
  public TradeStore trades() {
    return recording;
  }

  @Override
  public PatternArchive patterns() {
    return pattern -> {};
  }
}
