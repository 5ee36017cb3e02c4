package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.Source;
import org.junit.jupiter.api.Test;

final class FiringsTest {
  private final MarketHistory market = new MarketHistory(1000, Interval.MINUTE);

  private void see(Pair pair, int minute, double rank) {
    Bar bar = new Bar(60L * minute, Interval.MINUTE, 100, 100, 100, 100, 1, 1, Bar.Kind.TRADED);
    market.observe(new MarketObservation(pair, bar, null, TestHistory.features(rank, 1), false));
  }

  private static Rule rule(Condition... conditions) {
    return new Rule("r7-1", BITCOIN, Side.BUY, 10, List.of(conditions), 0, null);
  }

  private static Condition rsi(Pair pair, Comparison comparison, double level) {
    return new Condition(pair, Feature.RSI, comparison, level);
  }

  private static Condition volume(double above) {
    return new Condition(BITCOIN, Feature.VOLUME_Z, Comparison.ABOVE, above);
  }

  @Test
  void comparesRanksExactlyAsALearnerDoes() {
    for (int rank = 0; rank <= 1000; rank++) {
      see(BITCOIN, rank, rank / 1000.0);
    }
    for (double level : new double[] {0.0005, 0.01, 0.05, 0.1, 0.3, 0.7, 0.9005, 0.95, 0.999}) {
      for (Comparison comparison : Comparison.values()) {
        List<Integer> expected = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) { // the oldest bar has been dropped
          double rank = i / 1000.0;
          if (comparison == Comparison.ABOVE ? rank > level : rank < level) {
            expected.add(i);
          }
        }
        int[] fired = new Firings(market).of(rule(rsi(BITCOIN, comparison, level), volume(0.5)));
        assertThat(fired).containsExactly(expected.toArray(Integer[]::new));
      }
    }
  }

  @Test
  void ofAnotherPairTheNewestBarKnownAtTheTimeCounts() {
    see(ETHER, 1, 0.9);
    see(ETHER, 4, 0.1);
    for (int minute = 0; minute < 7; minute++) {
      see(BITCOIN, minute, 0.5);
    }
    int[] fired = new Firings(market).of(rule(rsi(ETHER, Comparison.ABOVE, 0.8), volume(0.5)));
    assertThat(fired).containsExactly(1, 2, 3);
  }

  @Test
  void aQuietBarAndAnAbsentRankFireNothing() {
    see(BITCOIN, 0, 0.01);
    market.observe(
        new MarketObservation(
            BITCOIN,
            Bar.quiet(60, Interval.MINUTE, 100),
            null,
            TestHistory.features(0.01, 1),
            false));
    Bar bar = new Bar(120, Interval.MINUTE, 100, 100, 100, 100, 1, 1, Bar.Kind.TRADED);
    market.observe(new MarketObservation(BITCOIN, bar, null, FeatureVector.EMPTY, false));
    see(BITCOIN, 3, 0.01);
    int[] fired = new Firings(market).of(rule(rsi(BITCOIN, Comparison.BELOW, 0.05), volume(0.5)));
    assertThat(fired).containsExactly(0, 3);
  }

  @Test
  void aConditionOnAPairWithoutAHistoryNeverHolds() {
    see(BITCOIN, 0, 0.01);
    Rule rule = rule(rsi(ETHER, Comparison.BELOW, 0.99), volume(0.5));
    assertThat(new Firings(market).of(rule)).isEmpty();
  }

  private static final MoatTarget TECH = new MoatTarget(Moat.CORPORATIONS, "Tech");
  private static final int MINUTES = 900;

  /** Bars, some quiet, on which a learner's own table says whether a rule fires. */
  private List<Integer> learnersFirings(Rule rule) {
    SignalHistory signals = new SignalHistory(60L * MINUTES + 7200);
    FeatureTable table = new FeatureTable(List.of(BITCOIN), signals);
    CompiledConditions compiled = new CompiledConditions(1);
    compiled.set(0, rule, table);
    SplittableRandom random = new SplittableRandom(5);
    List<Integer> fired = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      long end = 60L * (minute + 1);
      for (SignalHistory heard : List.of(signals, market.signals())) {
        SplittableRandom same = new SplittableRandom(minute);
        if (same.nextDouble() < 0.1) {
          heard.noteMissing(TECH, end - 30);
        } else if (same.nextDouble() < 0.4) {
          heard.note(TECH, "mood", same.nextDouble(), end - same.nextInt(20));
        }
      }
      FeatureVector features = TestHistory.features(random.nextInt(1001) / 1000.0, 1);
      Bar bar =
          random.nextDouble() < 0.1
              ? Bar.quiet(end - 60, Interval.MINUTE, 100)
              : new Bar(end - 60, Interval.MINUTE, 100, 100, 100, 100, 1, 1, Bar.Kind.TRADED);
      market.observe(new MarketObservation(BITCOIN, bar, null, features, false));
      table.update(0, features);
      table.turnTo(end);
      if (bar.isActionable() && compiled.hold(0, table)) {
        fired.add(minute);
      }
    }
    return fired;
  }

  private void assertFiresAsALearner(Condition... conditions) {
    Rule rule = rule(conditions);
    List<Integer> expected = learnersFirings(rule);

    assertThat(expected).hasSizeBetween(5, MINUTES / 2);
    assertThat(new Firings(market).of(rule)).containsExactly(expected.toArray(Integer[]::new));
  }

  @Test
  void aSignalFiresOnTheBarsOnWhichItDoesInALearner() {
    assertFiresAsALearner(
        new Condition(new Source.Signal(TECH, "mood", 7), Comparison.ABOVE, 0.6), volume(0.5));
  }

  @Test
  void aClockFiresOnTheBarsOnWhichItDoesInALearner() {
    assertFiresAsALearner(
        new Condition(new Source.Clock(Source.Cycle.HOUR, 20), Comparison.ABOVE, 0.9), volume(0.5));
  }

  @Test
  void aSignalAClockAndAStateFireTogetherAsInALearner() {
    assertFiresAsALearner(
        new Condition(new Source.Clock(Source.Cycle.DAY, 240), Comparison.ABOVE, 0.4),
        new Condition(new Source.Signal(TECH, "mood", 0), Comparison.BELOW, 0.5),
        rsi(BITCOIN, Comparison.BELOW, 0.3));
  }
}
