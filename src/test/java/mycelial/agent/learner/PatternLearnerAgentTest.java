package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import mycelial.learning.Search;
import mycelial.ledger.CostModel;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.PatternFamily;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.MarketData;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternCandidate.Application;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.PatternDiscovery;
import mycelial.message.Role;
import mycelial.message.SystemControl;
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
          new LearnerHabits(
              Moat.FINANCE,
              List.of(PYTHON),
              1,
              64L * 600,
              64L * 1200,
              1,
              new Discipline(64L * 900, 3600, null)));
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
      context.advance(30);
      answerApplications();
      context.advance(30);
    }
  }

  /** What the council says to every application; null for silence. */
  private PatternConfirmed.@Nullable Finding decision = PatternConfirmed.Finding.LICENSED;

  private int answered;

  private void answerApplications() {
    PatternConfirmed.Finding finding = decision;
    List<PatternCandidate> all = applications();
    for (PatternCandidate applied : all.subList(answered, all.size())) {
      if (finding != null) {
        decide(finding, ID, applied, 80);
      }
    }
    answered = all.size();
  }

  private List<PatternCandidate> applications() {
    return context.sent(PatternCandidate.class).stream()
        .filter(sent -> sent.application() != null)
        .toList();
  }

  private void decide(
      PatternConfirmed.Finding finding, int agent, PatternCandidate about, double score) {
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

  @Test
  void doesNotCountItsVotesWhereMemoryWarnsOfTheState() {
    minutes(600);
    int before = votes().size();
    List<Region> everywhere =
        List.of(
            everywhere(Condition.Comparison.BELOW, 0.999),
            everywhere(Condition.Comparison.ABOVE, 0.001));
    for (Side side : Side.values()) {
      context.tell(
          learner,
          2,
          Channel.of(Topic.MEMORY_CAUTION),
          new MemoryCaution(BITCOIN, side, everywhere));
    }
    minutes(600);

    List<PatternCandidate> warned = votes().subList(before, votes().size());
    assertThat(before).isPositive();
    assertThat(votes().subList(0, before)).allMatch(PatternCandidate::isVote);
    assertThat(warned)
        .isNotEmpty()
        .extracting(PatternCandidate::withheld)
        .containsOnly("5 of 5 lost");
    assertThat(learner.withheld()).isEqualTo(warned.size());
  }

  private static Region everywhere(Condition.Comparison comparison, double quantile) {
    return new Region(
        "t",
        new Condition(BITCOIN, Feature.ATR_PRICE, comparison, quantile),
        5,
        5,
        1e12,
        "5 of 5 lost");
  }

  private List<PatternCandidate> votes() {
    return context.sent(PatternCandidate.class).stream()
        .filter(sent -> sent.application() == null)
        .toList();
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
            EvidenceGrade.EXPLORATORY,
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

  private List<RecordingContext.Sent> discoveries() {
    return context.sent().stream().filter(sent -> sent.body() instanceof PatternDiscovery).toList();
  }

  private static String family(RecordingContext.Sent sent) {
    return sent.body() instanceof PatternDiscovery best
        ? PatternFamily.of(best.pair(), best.side(), best.conditions())
        : "";
  }

  /** It shares ten minutes after its first step, then every twenty minutes. */
  private static boolean isShare(RecordingContext.Sent sent) {
    return sent.tick() >= 64 * 601 && (sent.tick() - 64 * 601) % (64 * 1200) == 0;
  }

  @Test
  void appliesForALicenceBeforeItVotes() {
    decision = null;
    minutes(600);

    assertThat(votes()).isEmpty();
    assertThat(applications()).isNotEmpty();
    for (PatternCandidate applied : applications()) {
      Application application = Objects.requireNonNull(applied.application());
      assertThat(applied.outcomes()).isGreaterThanOrEqualTo(2);
      assertThat(application.conditions()).hasSizeBetween(2, 3);
      assertThat(application.fittedFrom()).isLessThanOrEqualTo((double) applied.barEnd());
      assertThat(application.entry().hasRank(Feature.RSI)).isTrue();
    }
    assertThat(applications().stream().map(PatternCandidate::barEnd)).doesNotHaveDuplicates();
    assertThat(learner.brain().discovered()).isZero();
  }

  @Test
  void votesOnlyForRulesThatTheCouncilHasLicensed() {
    minutes(600);

    assertThat(votes()).isNotEmpty();
    assertThat(applications().stream().map(PatternCandidate::patternId))
        .containsAll(votes().stream().map(PatternCandidate::patternId).toList());
    assertThat(learner.brain().discovered()).isPositive();
  }

  @Test
  void doesNotVoteForWhatTheCouncilRefuses() {
    decision = PatternConfirmed.Finding.REFUSED;
    minutes(600);

    assertThat(applications()).isNotEmpty();
    assertThat(votes()).isEmpty();
    assertThat(learner.brain().discovered()).isZero();
  }

  @Test
  void takesNoNoticeOfAnothersLicence() {
    decision = null;
    minutes(600);
    for (PatternCandidate applied : applications()) {
      decide(PatternConfirmed.Finding.LICENSED, ID + 1, applied, 80);
    }
    minutes(60);

    assertThat(votes()).isEmpty();
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void namesTheLicenceInTheIdeasReason() {
    minutes(600);
    PatternCandidate vote = votes().getLast();
    confirm(ID, vote, vote.patternId());

    assertThat(context.sent(TradeIdea.class).getFirst().reason())
        .containsPattern("licence l-\\d+, quality 80");
  }

  private void order(List<Integer> sharers) {
    context.tell(
        learner,
        120,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(
            SystemControl.Command.FORCE_SHARE,
            SystemControl.Origin.COUNCIL,
            "share",
            new SystemControl.Scope(sharers, null, BITCOIN, 1)));
    context.advance(1.0 / 64);
  }

  @Test
  void publishesItsBestRuleAtOnceWhenOrderedTo() {
    minutes(600);
    int before = context.sent(PatternDiscovery.class).size();
    long tick = context.tick();
    order(List.of(8, 9, 10));
    assertThat(context.sent(PatternDiscovery.class)).hasSize(before);
    order(List.of(8, ID, 9));

    assertThat(context.sent(PatternDiscovery.class)).hasSize(before + 1);
    assertThat(context.sent().getLast().tick()).isEqualTo(tick + 2);
    assertThat(context.sent(PatternDiscovery.class).getLast().pair()).isEqualTo(BITCOIN);
  }

  @Test
  void givesTheRulesOfItsPartnersAPlaceAtOnceAndTheirNextOnesNot() {
    minutes(600);
    String before = learner.brain().stateLine();
    long retired = learner.brain().retired();
    order(List.of(8, ID, 9));
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.3));
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.1));
    context.tell(learner, 8, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.7));
    context.tell(learner, 11, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN, 0.9));
    context.advance(2);

    assertThat(learner.brain().stateLine()).isNotEqualTo(before);
    assertThat(learner.brain().retired()).isEqualTo(retired + 2);
    assertThat(learner.brain().settled()).isEqualTo(2);
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void anExchangeIsOverAfterAFewSeconds() {
    minutes(600);
    order(List.of(8, ID, 9));
    context.advance(6);
    long retired = learner.brain().retired();
    context.tell(learner, 9, Channel.of(Topic.PATTERN_DISCOVERIES), discovery(BITCOIN));
    context.advance(2);

    assertThat(learner.brain().retired()).isEqualTo(retired);
  }

  @Test
  void sharesItsBestRuleAndArchivesNowAndThen() {
    minutes(600);

    assertThat(discoveries()).filteredOn(PatternLearnerAgentTest::isShare).isNotEmpty();
    assertThat(archived.stream().map(ArchivedPattern::patternId))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsBetweenSharesOnlyOfAnotherFamilyAndNotTooOften() {
    minutes(1200);
    List<RecordingContext.Sent> told = discoveries();

    assertThat(told).filteredOn(sent -> !isShare(sent)).isNotEmpty();
    for (int i = 1; i < told.size(); i++) {
      if (!isShare(told.get(i))) {
        assertThat(family(told.get(i))).isNotEqualTo(family(told.get(i - 1)));
        assertThat(told.get(i).tick() - told.get(i - 1).tick()).isGreaterThanOrEqualTo(64L * 900);
      }
    }
  }

  private void quarantine(List<Integer> agents, String family) {
    context.tell(
        learner,
        121,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(
            SystemControl.Command.QUARANTINE,
            SystemControl.Origin.RISK,
            "why",
            SystemControl.Scope.family(agents, family)));
  }

  @Test
  void dropsAndNoLongerTellsOfAFamilyThatItIsToldToDrop() {
    minutes(600);
    String leading = family(discoveries().getLast());
    int before = discoveries().size();
    quarantine(List.of(3, ID), leading);
    minutes(59);

    assertThat(discoveries().subList(before, discoveries().size()))
        .isNotEmpty()
        .noneMatch(sent -> family(sent).equals(leading));
    assertThat(learner.brain().stateLine()).doesNotContain(lastTold(before) + ":");
  }

  private String lastTold(int count) {
    return discoveries().get(count - 1).body() instanceof PatternDiscovery best
        ? best.patternId()
        : "nothing";
  }

  @Test
  void leavesAQuarantineOfOthersToThem() {
    minutes(600);
    String told = lastTold(discoveries().size());
    quarantine(List.of(3), family(discoveries().getLast()));
    minutes(1);
    String before = learner.brain().stateLine();

    assertThat(before).contains(told + ":");
    assertThat(context.failures()).isEmpty();
  }

  private PatternDiscovery discovery(Pair pair) {
    return discovery(pair, 0.3);
  }

  private PatternDiscovery discovery(Pair pair, double level) {
    return new PatternDiscovery(
        "foreign-1",
        pair,
        Side.BUY,
        30,
        List.of(
            new Condition(pair, Feature.RSI, Condition.Comparison.BELOW, level),
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
