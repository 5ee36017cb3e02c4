package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static mycelial.learning.TestBrains.condition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
  private static final double END = 3 * 86_400.0;
  private static final List<List<MarketObservation>> MINUTES =
      TestMarket.days(3, List.of(BITCOIN, ETHER), true);

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
        assertThat(vote.stats().exploratory()).isTrue();
        assertThat(vote.licence().isInForce()).isTrue();
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
  void aRuleWithoutALicenceAppliesAndDoesNotVote() {
    Brain brain = TestBrains.brain(1, 5);
    List<Applicant> applicants = new ArrayList<>();
    assertThat(TestBrains.run(brain, MINUTES, applicants::add)).isEmpty();

    assertThat(applicants).isNotEmpty();
    assertThat(applicants)
        .allSatisfy(applicant -> {
          assertThat(applicant.stats().exploratory()).isTrue();
          assertThat(applicant.renewal()).isFalse();
          assertThat(applicant.fittedFrom()).isBetween(0.0, (double) applicant.barEnd());
          assertThat(applicant.entry().hasRank(Feature.RSI)).isTrue();
        });
    assertThat(brain.discovered()).isZero();
    assertThat(brain.licensed()).isZero();
  }

  @Test
  void anApplicationThatIsNotAnsweredIsRepeatedAfterTenMinutesAtTheEarliest() {
    Map<String, Long> asked = new LinkedHashMap<>();
    int repeated = 0;
    Brain brain = TestBrains.brain(1, 5);
    List<Applicant> applicants = new ArrayList<>();
    TestBrains.run(brain, MINUTES, applicants::add);
    for (Applicant applicant : applicants) {
      Long before = asked.put(applicant.rule().id(), applicant.barEnd());
      if (before != null) {
        assertThat(applicant.barEnd() - before).isGreaterThanOrEqualTo(600);
        repeated++;
      }
    }
    assertThat(repeated).isPositive();
  }

  @Test
  void aRefusedRuleAppliesAgainAfterFourNewOutcomes() {
    List<Integer> waited = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      Map<String, Integer> refused = new LinkedHashMap<>();
      Brain brain = TestBrains.brain(1, seed);
      TestBrains.run(
          brain,
          MINUTES,
          applicant -> {
            Integer before = refused.put(applicant.rule().id(), applicant.stats().outcomes());
            if (before != null) {
              waited.add(applicant.stats().outcomes() - before);
            }
            brain.refused(applicant.rule().id());
          });
      assertThat(brain.discovered()).isZero();
    }
    assertThat(waited).isNotEmpty().allMatch(outcomes -> outcomes >= 4).contains(4);
  }

  @Test
  void aVoteCountsWhatTheLicenceLeavesOfTheValue() {
    Brain full = TestBrains.brain(1, 5);
    Brain half = TestBrains.brain(1, 5);
    List<Vote> fullVotes = TestBrains.run(full, MINUTES);
    List<Vote> halfVotes =
        TestBrains.run(
            half, MINUTES, applicant -> half.licensed(applicant.rule().id(), "l-1", 0.5));
    assertThat(halfVotes).hasSameSizeAs(fullVotes).isNotEmpty();
    for (int i = 0; i < halfVotes.size(); i++) {
      assertThat(halfVotes.get(i).value()).isEqualTo(fullVotes.get(i).value() * 0.5);
    }
    assertThat(half.stateLine()).as("the digest tells").isNotEqualTo(full.stateLine());
  }

  @Test
  void aLicenceForARuleThatIsGoneIsPassedOver() {
    Brain brain = TestBrains.brain(1, 5);
    String before = brain.stateLine();
    brain.licensed("r1-0", "l-1", 1);
    brain.refused("r1-0");
    assertThat(brain.stateLine()).isEqualTo(before);
    assertThat(brain.discovered()).isZero();
  }

  @Test
  void sharesOfAPairWhatLooksAtThatPairAlone() {
    Brain brain = TestBrains.brain(1, 5);
    TestBrains.run(brain, MINUTES);
    RatedRule shared = brain.bestToShare(END, BITCOIN).orElseThrow();
    assertThat(shared.rule().pair()).isEqualTo(BITCOIN);
    assertThat(shared.rule().conditions()).noneMatch(seen -> seen.looksBeyond(BITCOIN));
    assertThat(shared.statistics().exploratory()).isTrue();
    assertThat(brain.bestToShare(END, new Pair("SOLUSD"))).isEqualTo(brain.bestToShare(END));
  }

  @Test
  void archivesAnExploratoryRuleOfHighValueOnce() {
    Brain brain = TestBrains.brain(1, 5);
    TestBrains.run(brain, MINUTES);
    assertThat(brain.takeArchivable(END, 101)).isEmpty();
    List<ArchivedPattern> patterns = brain.takeArchivable(END, 0);
    assertThat(patterns).isNotEmpty().allMatch(pattern -> pattern.outcomes() >= 10);
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
                new Search(240, 60, true),
                Interval.MINUTE,
                TestBrains.COSTS,
                Map.of(),
                TestBrains.settings().exits()))
        .hasMessageContaining("half spread of the watched pair XETHZUSD is NaN");
  }
}
