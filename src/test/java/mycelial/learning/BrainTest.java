package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static mycelial.learning.TestBrains.condition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mycelial.market.Bar;
import mycelial.market.Condition.Comparison;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class BrainTest {
  private static final double END = 2 * 86_400.0;
  private static final List<List<MarketObservation>> MINUTES =
      TestMarket.days(2, List.of(BITCOIN, ETHER), true);

  @Test
  void theSameSeedGivesTheSameVotesAndStateAndAnotherSeedDoesNot() {
    Brain first = TestBrains.brain(1, 5);
    Brain second = TestBrains.brain(1, 5);
    Brain other = TestBrains.brain(1, 6);
    List<Vote> votes = TestBrains.run(first, MINUTES);
    assertThat(votes).isNotEmpty();
    assertThat(TestBrains.run(second, MINUTES)).isEqualTo(votes);
    assertThat(TestBrains.run(other, MINUTES)).isNotEqualTo(votes);
    assertThat(second.stateLine()).isEqualTo(first.stateLine());
    assertThat(other.stateLine()).isNotEqualTo(first.stateLine());
  }

  @Test
  void everyVoteIsLicensedAndRestatesOnlyTheBarBefore() {
    int restated = 0;
    for (int seed = 0; seed < 5; seed++) {
      Map<String, Vote> last = new LinkedHashMap<>();
      for (Vote vote : TestBrains.run(TestBrains.brain(1, seed), MINUTES)) {
        assertThat(vote.stats().licensed()).isTrue();
        assertThat(vote.stats().outcomes()).isGreaterThanOrEqualTo(10);
        assertThat(vote.value()).isBetween(0.0, 100.0);
        Vote before = last.put(vote.rule().id(), vote);
        boolean follows = before != null && before.barEnd() + 60 == vote.barEnd();
        assertThat(vote.restated()).isEqualTo(follows);
        restated += vote.restated() ? 1 : 0;
      }
    }
    assertThat(restated).isPositive();
  }

  @Test
  void countsWhatItDoes() {
    Brain brain = TestBrains.brain(1, 5);
    TestBrains.run(brain, MINUTES);
    assertThat(brain.living()).isEqualTo(40);
    assertThat(brain.ruleEvaluations()).isEqualTo(40L * MINUTES.size());
    assertThat(brain.discovered()).isGreaterThanOrEqualTo(brain.licensed()).isPositive();
    assertThat(brain.retired()).isPositive();
  }

  @Test
  void archivesALicensedRuleOfHighValueOnce() {
    Brain brain = TestBrains.brain(1, 5);
    TestBrains.run(brain, MINUTES);
    assertThat(brain.takeArchivable(END, 101)).isEmpty();
    List<ArchivedPattern> patterns = brain.takeArchivable(END, 0);
    assertThat(patterns).hasSize(brain.licensed());
    assertThat(patterns).allMatch(pattern -> pattern.grade() == EvidenceGrade.EXPLORATORY);
    assertThat(patterns).allMatch(pattern -> pattern.decayFactor() <= 1);
    assertThat(brain.takeArchivable(END, 0)).isEmpty();
  }

  @Test
  void theBestRuleTravelsToAPeerWithoutItsOutcomes() {
    Brain giver = TestBrains.brain(1, 5);
    TestBrains.run(giver, MINUTES);
    RatedRule best = giver.bestToShare(END).orElseThrow();
    Brain taker = TestBrains.brain(2, 9);
    assertThat(taker.immigrate(best.rule())).isTrue();
    assertThat(taker.immigrate(best.rule())).as("it waits already").isFalse();
    TestBrains.run(taker, MINUTES.subList(0, 1440));
    assertThat(giver.immigrate(best.rule())).as("it lives already").isFalse();
  }

  @Test
  void refusesAnImmigrantThatLooksAtAnUnwatchedPair() {
    Rule foreign =
        new Rule(
            "r3-1",
            BITCOIN,
            Side.BUY,
            30,
            List.of(
                condition(BITCOIN, Feature.RSI, Comparison.BELOW, 0.05),
                condition(new Pair("SOLUSD"), Feature.RSI, Comparison.BELOW, 0.05)),
            0,
            null);
    assertThat(TestBrains.brain(1, 5).immigrate(foreign)).isFalse();
  }

  @Test
  void aBrainWithoutAWatchListDoesNothing() {
    Brain brain = new Brain(TestBrains.settings(3, List.of()), new SplittableRandom(1));
    assertThat(TestBrains.run(brain, MINUTES.subList(0, 100))).isEmpty();
    assertThat(brain.living()).isZero();
    assertThat(brain.ruleEvaluations()).isZero();
    assertThat(brain.bestToShare(0)).isEmpty();
    assertThat(brain.immigrate(TestBrains.rule("r1-1"))).isFalse();
  }

  @Test
  void aQuietBarIsNotEvaluated() {
    Brain brain = TestBrains.brain(1, 5);
    Bar quiet = Bar.quiet(60, Interval.MINUTE, 10);
    brain.observe(
        new MarketObservation(BITCOIN, quiet, new Quote(120, 10), FeatureVector.EMPTY, false));
    assertThat(brain.evaluate(120)).isEmpty();
    assertThat(brain.ruleEvaluations()).isZero();
  }

  @Test
  void settingsThatCannotWorkAreRefusedByName() {
    assertThatThrownBy(() ->
            new BrainSettings(
                1,
                TestBrains.settings().moat(),
                List.of(ETHER),
                40,
                10,
                2,
                5,
                0,
                Interval.MINUTE,
                TestBrains.COSTS,
                Map.of(),
                TestBrains.settings().exits()))
        .hasMessageContaining("half spread of the watched pair XETHZUSD is NaN");
  }
}
