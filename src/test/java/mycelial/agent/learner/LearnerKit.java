package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;

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
import mycelial.learning.Search;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Bar;
import mycelial.market.EvidenceGrade;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Role;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A learner that reacts to bars after a second, to confirmations at once; and a council for it. */
abstract class LearnerKit {
  static final int ID = 7;
  static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");

  final RecordingContext context = new RecordingContext();
  final List<ArchivedPattern> archived = new ArrayList<>();
  final SplittableRandom random = new SplittableRandom(11);
  final FeatureCalculator features = new FeatureCalculator(Interval.MINUTE);
  final FeatureRanks ranks = new FeatureRanks(128, 2);
  final PatternLearnerAgent learner =
      new PatternLearnerAgent(
          new AgentIdentity(ID, "learner", Role.PATTERN_LEARNER, Layer.LEARNING, 0, 64),
          List.of(BITCOIN),
          new Brain(settings(), new SplittableRandom(5)),
          archived::add,
          new LearnerHabits(
              Moat.FINANCE,
              List.of(PYTHON),
              1,
              64L * 600,
              64L * 1200,
              1,
              new Discipline(64L * 900, 3600, null)));
  double price = 100;
  boolean agreed;

  static BrainSettings settings() {
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
        new Search(240, 60, true),
        Interval.MINUTE,
        new CostModel(BigDecimal.ZERO, List.of(new FeeTier(BigDecimal.ZERO, BigDecimal.ZERO))),
        spreads,
        new ExitRules(3, 6));
  }

  @BeforeEach
  void start() {
    learner.start(context);
  }

  void minutes(int count) {
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
      if (agreed) {
        agreeOnBothSides(end);
      }
      context.advance(30);
      answerApplications();
      context.advance(30);
    }
  }

  /** What the council says to every application; null for silence. */
  PatternConfirmed.@Nullable Finding decision = PatternConfirmed.Finding.LICENSED;

  int answered;

  void answerApplications() {
    PatternConfirmed.Finding finding = decision;
    List<PatternCandidate> all = applications();
    for (PatternCandidate applied : all.subList(answered, all.size())) {
      if (finding != null) {
        decide(finding, ID, applied, 80);
      }
    }
    answered = all.size();
  }

  List<PatternCandidate> applications() {
    return context.sent(PatternCandidate.class).stream()
        .filter(sent -> sent.application() != null)
        .toList();
  }

  void decide(PatternConfirmed.Finding finding, int agent, PatternCandidate about, double score) {
    context.tell(
        learner,
        120,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            finding,
            "l-" + about.barEnd(),
            about.pair(),
            about.side(),
            agent,
            about.patternId(),
            score,
            List.of(new Voter(123, about.patternId(), score)),
            null,
            about.barEnd(),
            EvidenceGrade.EXPLORATORY,
            "why"));
  }

  List<PatternCandidate> votes() {
    return context.sent(PatternCandidate.class).stream()
        .filter(sent -> sent.application() == null)
        .toList();
  }

  /** Tells the learner that others have agreed on both directions before it has reacted. */
  void agreeOnBothSides(long barEnd) {
    for (Side side : Side.values()) {
      context.tell(
          learner,
          120,
          Channel.of(Topic.PATTERN_CONFIRMED),
          new PatternConfirmed(
              PatternConfirmed.Finding.AGREED,
              "m-2",
              BITCOIN,
              side,
              ID + 1,
              "r8-1",
              80,
              List.of(new Voter(ID + 1, "r8-1", 80)),
              null,
              barEnd,
              EvidenceGrade.EXPLORATORY,
              "why"));
    }
  }
}
