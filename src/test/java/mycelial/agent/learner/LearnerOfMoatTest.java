package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.analysis.FeatureCalculator;
import mycelial.analysis.FeatureRanks;
import mycelial.learning.Brain;
import mycelial.learning.BrainSettings;
import mycelial.learning.Rule;
import mycelial.learning.RuleState;
import mycelial.learning.Search;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.Source;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.MoatData;
import mycelial.message.PatternDiscovery;
import mycelial.message.Role;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

/**
 * Which signals a learner looks at. Those of two moats are told with the same levels, and five
 * minutes after a high one the price begins to rise.
 */
final class LearnerOfMoatTest {
  private static final int ID = 7;
  private static final int LAG = 5;
  private static final int RISING = 10;
  private static final MoatTarget TECH = new MoatTarget(Moat.CORPORATIONS, "Tech");
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");
  private static final Source.Signal CAUSE = new Source.Signal(TECH, "mood", LAG);

  private final RecordingContext context = new RecordingContext();
  private final SplittableRandom random = new SplittableRandom(3);
  private final FeatureCalculator features = new FeatureCalculator(Interval.MINUTE);
  private final FeatureRanks ranks = new FeatureRanks(128, 2);
  private final Deque<Double> levels = new ArrayDeque<>();
  private double price = 100;
  private int rising;

  private PatternLearnerAgent learner(Moat moat) {
    BrainSettings settings =
        new BrainSettings(
            ID,
            moat,
            List.of(BITCOIN),
            40,
            2,
            0,
            5,
            0,
            new Search(480, 4, true),
            Interval.MINUTE,
            new CostModel(BigDecimal.ZERO, List.of(new FeeTier(BigDecimal.ZERO, BigDecimal.ZERO))),
            new TreeMap<>(Map.of(BITCOIN, 0.0015)),
            new ExitRules(3, 6));
    PatternLearnerAgent learner =
        new PatternLearnerAgent(
            new AgentIdentity(ID, "learner", Role.PATTERN_LEARNER, Layer.LEARNING, 0, 64),
            List.of(BITCOIN),
            new Brain(settings, new SplittableRandom(5)),
            pattern -> {},
            new LearnerHabits(
                moat,
                List.of(TECH, PYTHON),
                1,
                64L * 600,
                64L * 1200,
                99,
                new Discipline(64L * 900, 3600, null)));
    learner.start(context);
    return learner;
  }

  private void minutes(PatternLearnerAgent learner, int count) {
    for (int i = 0; i < count; i++) {
      long end = (long) context.now();
      double level = random.nextInt(1001) / 1000.0;
      hear(learner, TECH, "mood", level, end);
      hear(learner, PYTHON, "stars", level, end);
      levels.add(level);
      double open = price;
      price *= (1 + 0.0008 * random.nextGaussian()) * (rising > 0 ? 1.004 : 0.9991);
      boolean cause = levels.size() > LAG && levels.remove() > 0.98;
      rising = cause ? RISING : rising - 1;
      double high = Math.max(open, price);
      double low = Math.min(open, price);
      double volume = 1 + random.nextDouble();
      Bar bar =
          new Bar(end - 60, Interval.MINUTE, open, high, low, price, volume, 1, Bar.Kind.TRADED);
      context.tell(
          learner,
          1,
          Channel.marketData(BITCOIN),
          new MarketData(
              BITCOIN, bar, new Quote(end, price), ranks.traded(features.add(bar)), false));
      context.advance(60);
    }
  }

  private void hear(
      PatternLearnerAgent learner, MoatTarget target, String field, double level, long time) {
    context.tell(
        learner,
        3,
        Channel.moat(target.moat(), target.name()),
        new MoatData(
            target.moat(),
            target.name(),
            field,
            level,
            level,
            MoatProvenance.RECORDED,
            time,
            time,
            "a file"));
  }

  private static List<Rule> rules(PatternLearnerAgent learner) {
    return learner.brain().state("learner").rules().stream().map(RuleState::rule).toList();
  }

  private static List<Source.Signal> signals(Collection<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .map(Condition::source)
        .filter(Source.Signal.class::isInstance)
        .map(Source.Signal.class::cast)
        .toList();
  }

  @Test
  void aLearnerOfAMoatMakesRulesWithItsOwnMoatsSignalsOnly() {
    PatternLearnerAgent learner = learner(Moat.CORPORATIONS);
    assertThat(rules(learner)).as("chance alone makes none").isEmpty();
    minutes(learner, 600);

    assertThat(rules(learner)).isNotEmpty();
    assertThat(rules(learner)).allSatisfy(rule -> assertThat(signals(List.of(rule))).isNotEmpty());
    assertThat(signals(rules(learner))).extracting(Source.Signal::target).containsOnly(TECH);
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void ofTwoMoatsThatTellTheSameEachLearnerTakesItsOwn() {
    PatternLearnerAgent learner = learner(Moat.CODE);
    minutes(learner, 600);

    assertThat(rules(learner)).isNotEmpty();
    assertThat(signals(rules(learner))).extracting(Source.Signal::target).containsOnly(PYTHON);
  }

  @Test
  void aFinanceLearnerUsesASignalOnceAPeerHasPublishedIt() {
    PatternLearnerAgent learner = learner(Moat.FINANCE);
    minutes(learner, 400);
    assertThat(rules(learner)).isNotEmpty();
    assertThat(signals(rules(learner))).as("it has heard them, but not of their use").isEmpty();

    publishCause(learner);
    minutes(learner, 800);

    assertThat(context.failures()).isEmpty();
    assertThat(signals(rules(learner))).isNotEmpty().containsOnly(CAUSE);
    assertThat(rules(learner)).noneMatch(rule -> "foreign-1".equals(rule.parentId()));
    assertThat(context.failures()).isEmpty();
  }

  /** A rule on a pair that the learner does not watch: it can take in nothing but the signal. */
  private void publishCause(PatternLearnerAgent learner) {
    context.tell(
        learner,
        9,
        Channel.of(Topic.PATTERN_DISCOVERIES),
        new PatternDiscovery(
            "foreign-1",
            ETHER,
            Side.BUY,
            30,
            List.of(
                new Condition(CAUSE, Comparison.ABOVE, 0.95),
                new Condition(ETHER, Feature.VOLUME_Z, Comparison.ABOVE, 0.5)),
            20,
            0.01,
            90));
  }
}
