package mycelial.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.agent.guardian.HavenStatistics;
import mycelial.agent.learner.PatternLearnerAgent;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.colony.Colony;
import mycelial.colony.ColonyPlan;
import mycelial.colony.ReplayPacer;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.feed.MarketFeed;
import mycelial.learning.PatternArchive;
import mycelial.learning.RatedRule;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Ledger;
import mycelial.ledger.Position;
import mycelial.ledger.TradeStore;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;

/**
 * One fire drill: a colony with an adversary on a {@link FallingMarket}, with HAVEN on or off. What
 * is measured is what is, not what the guardian believes: the share of the learners whose leading
 * rule really is of the toxic family.
 */
final class HavenDrill implements ColonyPlan.Ports {
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("XXBTZUSD"),
          new Pair("XETHZUSD"),
          new Pair("SOLUSD"),
          new Pair("ADAUSD"),
          new Pair("LINKUSD"),
          new Pair("DOGEUSD"));

  /** The pairs with an analyst; one of them is the toxic rule's. */
  private static final int ANALYSED = 2;

  private static final int WARM_UP_HOURS = 6;
  private static final int CALM_HOURS = 7;
  private static final int HOURS = 36;
  private static final int MINUTE = 60;

  /**
   * What came of it.
   *
   * @param seed of market and colony
   * @param maxInfectedPercent largest share of the learners that watch the toxic pair and were led
   *     by the toxic family
   * @param maxDrawdownPercent of the account
   * @param pnl of the account, USD
   * @param ungoverned P&L of synthesized, USD
   * @param trades that the account closed
   * @param haven what the guardian did
   */
  record Outcome(
      long seed,
      double maxInfectedPercent,
      double maxDrawdownPercent,
      BigDecimal pnl,
      BigDecimal ungoverned,
      int trades,
      HavenStatistics haven) {}

  private final long seed;
  private final Configuration configuration;
  private final MarketFeed feed;

  private HavenDrill(Path project, long seed, Map<String, String> settings) {
    this.seed = seed;
    this.configuration =
        ConfigurationLoader.load(
            project.resolve("config").resolve("agent_config.yaml"), Map.of(), settings);
    this.feed = FallingMarket.of(seed, PAIRS, ANALYSED, CALM_HOURS, HOURS);
  }

  /**
   * The settings of a drill; few learners that share often, so that a day is enough. Nothing fades:
   * otherwise the swarm forgets the planted rule by itself before the account has lost much, and a
   * drill would say nothing about HAVEN.
   */
  static Map<String, String> settings(boolean haven) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("risk.haven", haven ? "on" : "off");
    settings.put("risk.adversary", "toxic");
    settings.put("learners.finance", "30");
    settings.put("learners.code", "0");
    settings.put("learners.logistics", "0");
    settings.put("learners.government", "0");
    settings.put("learners.corporations", "0");
    settings.put("learning.watch-list", "5");
    settings.put("learning.population", "20");
    settings.put("learning.share-every-minutes", "30");
    settings.put("learning.decay-percent-per-10-minutes", "0");
    settings.put("analysts.pairs", "[]");
    settings.put("trading.size-percent", "50");
    settings.put("analysts.agreeing", "1");
    return settings;
  }

  static Outcome run(Path project, long seed, Map<String, String> settings) {
    return new HavenDrill(project, seed, settings).run();
  }

  private Outcome run() {
    Colony colony =
        new Colony(
            new ColonyPlan(
                configuration,
                seed,
                "drill",
                WARM_UP_HOURS * 3600L,
                null,
                configuration.risk().replayRelease(),
                false,
                new ReplayPacer(),
                this,
                null));
    colony.start();
    try {
      double infected = 0;
      double next = 0;
      while (colony.schedule.step(colony)) {
        if (colony.counters().now() >= next) {
          next = colony.counters().now() + MINUTE / 2;
          infected = Math.max(infected, infected(colony));
        }
      }
      colony.settle();
      return outcome(colony, infected);
    } finally {
      colony.finish();
    }
  }

  private Outcome outcome(Colony colony, double infected) {
    Ledger account = colony.roster().trader().ledger(SignalSource.ACCOUNT);
    Ledger synthesized = colony.roster().trader().ledger(SignalSource.SYNTHESIZED);
    BigDecimal capital = configuration.trading().capital();
    return new Outcome(
        seed,
        infected,
        account.maxDrawdownPercent().doubleValue(),
        account.equity().subtract(capital),
        synthesized.equity().subtract(capital),
        account.trades(),
        colony.roster().guardian().statistics());
  }

  private static double infected(Colony colony) {
    double most = 0;
    for (Pair pair : PAIRS.subList(0, ANALYSED)) {
      List<PatternLearnerAgent> susceptible =
          colony.roster().learners().stream()
              .filter(learner -> learner.watches().contains(pair.name()))
              .toList();
      double now = colony.counters().now();
      long led =
          susceptible.stream()
              .filter(learner ->
                  learner.brain().bestToShare(now).filter(best -> isToxic(best, pair)).isPresent())
              .count();
      most = Math.max(most, 100.0 * led / susceptible.size());
    }
    return most;
  }

  private static boolean isToxic(RatedRule best, Pair pair) {
    return best.rule().pair().equals(pair)
        && best.rule().side() == Side.BUY
        && best.rule().conditions().stream()
            .allMatch(condition ->
                !condition.looksBeyond(pair)
                    && (condition.source().family().endsWith("." + Feature.RSI.key())
                        || condition.source().family().endsWith("." + Feature.PERCENT_B.key())));
  }

  @Override
  public MarketFeed openFeed() {
    return feed;
  }

  @Override
  public MessageBus openBus(List<Channel> channels, Runnable onMail) {
    return new InMemoryBus("drill");
  }

  @Override
  public TradeStore trades() {
    return new Nowhere();
  }

  @Override
  public PatternArchive patterns() {
    return pattern -> {};
  }

  /** Keeps nothing: the ledgers say what a drill is about. */
  private static final class Nowhere implements TradeStore {
    @Override
    public void opened(Position position) {}

    @Override
    public void closed(ClosedTrade trade) {}

    @Override
    public void idea(IdeaRecord idea) {}

    @Override
    public void collision(CollisionRecord collision) {}

    @Override
    public void equity(EquityPoint point) {}
  }
}
