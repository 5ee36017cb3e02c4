package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mycelial.agent.AgentIdentity;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.analysis.FeatureCalculator;
import mycelial.analysis.FeatureRanks;
import mycelial.learning.ArchivedPattern;
import mycelial.learning.Brain;
import mycelial.learning.BrainSettings;
import mycelial.learning.MoatBoard;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.PatternDiscovery;
import mycelial.message.Role;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A learner that reacts to bars after a second, to confirmations at once. */
final class PatternLearnerAgentTest {
  private static final int ID = 7;
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");

  private final RecordingContext context = new RecordingContext();
  private final List<ArchivedPattern> archived = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(11);
  private final FeatureCalculator features = new FeatureCalculator(Interval.MINUTE);
  private final FeatureRanks ranks = new FeatureRanks(128, 2);
  private final PatternLearnerAgent learner =
      new PatternLearnerAgent(
          new AgentIdentity(ID, "learner", Role.PATTERN_LEARNER, Layer.LEARNING, 0, 64),
          List.of(BITCOIN),
          new Brain(settings(), new SplittableRandom(5)),
          archived::add,
          new LearnerHabits(Moat.FINANCE, List.of(PYTHON), 1, 64L * 600, 64L * 1200, 1));
  private double price = 100;

  private static BrainSettings settings() {
    Map<Pair, Double> spreads = new TreeMap<>(Map.of(BITCOIN, 0.0));
    return new BrainSettings(
        ID,
        Moat.FINANCE,
        List.of(BITCOIN),
        40,
        2,
        0,
        5,
        0,
        Interval.MINUTE,
        new CostModel(BigDecimal.ZERO, List.of(new FeeTier(BigDecimal.ZERO, BigDecimal.ZERO))),
        spreads,
        new ExitRules(3, 6));
  }

  @BeforeEach
  void start() {
    learner.start(context);
  }

  private void minutes(int count) {
    for (int i = 0; i < count; i++) {
      long end = (long) context.now();
      double open = price;
      price *= 1 + 0.002 * random.nextGaussian();
      double high = Math.max(open, price);
      double low = Math.min(open, price);
      Bar bar =
          new Bar(
              end - 60,
              Interval.MINUTE,
              open,
              high,
              low,
              price,
              1 + random.nextDouble(),
              1,
              Bar.Kind.TRADED);
      context.tell(
          learner,
          1,
          Channel.marketData(BITCOIN),
          new MarketData(
              BITCOIN, bar, new Quote(end, price), ranks.traded(features.add(bar)), false));
      context.advance(60);
    }
  }

  private List<PatternCandidate> votes() {
    return context.sent(PatternCandidate.class);
  }

  private void confirm(int agent, PatternCandidate vote, String pattern) {
    context.tell(
        learner,
        120,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            PatternConfirmed.Finding.AGREED,
            "m-1",
            vote.pair(),
            vote.side(),
            agent,
            pattern,
            vote.score(),
            List.of(new Voter(agent, pattern, vote.score())),
            null,
            vote.barEnd(),
            "why"));
    context.advance(1);
  }

  @Test
  void votesOnABarAfterItsReactionTime() {
    minutes(600);

    assertThat(votes()).isNotEmpty();
    assertThat(context.sent())
        .filteredOn(sent -> sent.body() instanceof PatternCandidate)
        .allSatisfy(sent -> assertThat(sent.tick() % (64 * 60)).isEqualTo(64));
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void castsAtMostOneVoteForADirectionOnABar() {
    minutes(600);

    assertThat(votes().stream().map(vote -> vote.side() + " " + vote.barEnd()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void publishesTheIdeaWhenItsVoteIsTheOneConfirmed() {
    minutes(600);
    PatternCandidate vote = votes().getLast();
    long tick = context.tick();
    confirm(ID, vote, vote.patternId());

    assertThat(context.sent(TradeIdea.class)).hasSize(1);
    TradeIdea idea = context.sent(TradeIdea.class).getFirst();
    assertThat(idea.ideaId()).isEqualTo("m-1");
    assertThat(idea.patternId()).isEqualTo(vote.patternId());
    assertThat(idea.side()).isEqualTo(vote.side());
    assertThat(idea.horizonMinutes()).isEqualTo(vote.horizonMinutes());
    assertThat(idea.barEnd()).isEqualTo(vote.barEnd());
    assertThat(context.sent().getLast().tick()).isEqualTo(tick + 1);
  }

  @Test
  void leavesTheIdeaToTheOneThatWasChosen() {
    minutes(600);
    confirm(ID + 1, votes().getLast(), votes().getLast().patternId());

    assertThat(context.sent(TradeIdea.class)).isEmpty();
  }

  @Test
  void throwsWhenAVoteIsConfirmedThatItNeverCast() {
    minutes(600);
    confirm(ID, votes().getLast(), "no such rule");

    assertThat(context.sent(TradeIdea.class)).isEmpty();
    assertThat(context.failures()).hasSize(1);
  }

  @Test
  void sharesItsBestRuleAndArchivesNowAndThen() {
    minutes(600);

    List<Long> shared =
        context.sent().stream()
            .filter(sent -> sent.body() instanceof PatternDiscovery)
            .map(RecordingContext.Sent::tick)
            .toList();
    assertThat(shared).isNotEmpty();
    for (int i = 1; i < shared.size(); i++) {
      assertThat(shared.get(i) - shared.get(i - 1)).isGreaterThanOrEqualTo(64L * 1200);
    }
    assertThat(archived.stream().map(ArchivedPattern::patternId))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  private PatternDiscovery discovery(Pair pair) {
    return new PatternDiscovery(
        "foreign-1",
        pair,
        Side.BUY,
        30,
        List.of(
            new Condition(pair, Feature.RSI, Condition.Comparison.BELOW, 0.3),
            new Condition(pair, Feature.VOLUME_Z, Condition.Comparison.ABOVE, 0.5)),
        20,
        0.01,
        90);
  }

  @Test
  void triesOutWhatAPeerHasDiscoveredButNotItsOwnWords() {
    minutes(200);
    String before = learner.brain().stateLine();
    context.tell(learner, ID, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN));
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(ETHER));
    context.advance(2);

    assertThat(learner.brain().stateLine()).isEqualTo(before);
    assertThat(context.failures()).isEmpty();
    assertThat(learner.received()).isEqualTo(202);
  }

  private void hear(@Nullable Double value, String note) {
    context.tell(
        learner,
        3,
        Channel.moat(Moat.CODE, "Python"),
        new MoatData(
            Moat.CODE,
            "Python",
            value == null ? "*" : "stars",
            value,
            value == null ? null : 0.9,
            value == null ? MoatProvenance.MISSING : MoatProvenance.RECORDED,
            60,
            60,
            note));
    context.advance(2);
  }

  @Test
  void keepsTheNewestOfTheMoatsOnItsBoard() {
    assertThat(learner.subscriptions()).contains(Channel.moat(Moat.CODE, "Python"));

    hear(12.0, "a file");
    hear(13.0, "a file");
    assertThat(learner.moats().readings())
        .containsExactly(
            new MoatBoard.Reading(PYTHON, "stars", 13, 0.9, MoatProvenance.RECORDED, 60));

    hear(null, "silent");
    assertThat(learner.moats().readings()).isEmpty();
    assertThat(learner.moats().missing()).containsEntry(PYTHON, "silent");
  }
}
