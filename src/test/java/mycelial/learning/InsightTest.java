package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatTarget;
import mycelial.market.Side;
import mycelial.market.Source;
import org.junit.jupiter.api.Test;

/** Causes planted in a past in which every rank is drawn anew on every bar. */
final class InsightTest {
  private static final int BARS = 1440;
  private static final int RISING = 10;
  private static final int SEARCHES = 60;
  private static final MoatTarget TECH = new MoatTarget(Moat.CORPORATIONS, "Tech");
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");

  private final SplittableRandom random = new SplittableRandom(3);
  private final double[] rsi = draws();
  private final double[] volume = draws();
  private final double[] mood = draws();
  private final SignalHistory signals = new SignalHistory(60L * BARS + 7200);
  private final Past past = new Past(2, BARS, Interval.MINUTE);

  private double[] draws() {
    return random.doubles(BARS).map(x -> StrictMath.rint(1000 * x) / 1000).toArray();
  }

  /** Bars of both pairs; Bitcoin rises by 4 % in the ten bars after each that is a cause. */
  private void play(IntPredicate cause) {
    double[] prices = {100, 100};
    int rising = 0;
    for (int i = 0; i < BARS; i++) {
      for (int pair = 0; pair < 2; pair++) {
        prices[pair] *= 1 + 0.0008 * random.nextGaussian();
        prices[pair] *= pair == 0 && rising > 0 ? 1.004 : 1;
        past.add(pair, bar(i, prices[pair]), pair == 0 ? features(i) : FeatureVector.EMPTY);
      }
      rising = cause.test(i) ? RISING : rising - 1;
      signals.note(TECH, "mood", mood[i], 60L * (i + 1));
      signals.note(PYTHON, "stars", random.nextDouble(), 60L * (i + 1));
    }
  }

  private static Bar bar(int minute, double price) {
    return new Bar(
        60L * minute, Interval.MINUTE, price, price, price, price, 1, 1, Bar.Kind.TRADED);
  }

  private FeatureVector features(int bar) {
    FeatureVector.Builder all = new FeatureVector.Builder();
    for (Feature feature : FeatureTable.FEATURES) {
      double rank = StrictMath.rint(1000 * random.nextDouble()) / 1000;
      all.set(feature, 1).rank(feature, rank);
    }
    return all.rank(Feature.RSI, rsi[bar]).rank(Feature.VOLUME_Z, volume[bar]).build();
  }

  private static BrainSettings settings(Moat moat) {
    BrainSettings usual = TestBrains.settings(7, List.of(BITCOIN, ETHER));
    return new BrainSettings(
        7,
        moat,
        usual.watchList(),
        usual.population(),
        usual.minimumOutcomes(),
        usual.minimumTStatistic(),
        usual.decayPercentPer10Minutes(),
        usual.minimumVoteValue(),
        usual.search(),
        usual.interval(),
        usual.costs(),
        usual.halfSpreads(),
        usual.exits());
  }

  private List<Insight.Finding> search(Insight insight) {
    List<Insight.Finding> found = new ArrayList<>();
    for (int i = 0; i < SEARCHES; i++) {
      Insight.Finding finding = insight.search(RISING);
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }

  private Insight insight(Moat moat) {
    return new Insight(settings(moat), new SplittableRandom(11), past, signals);
  }

  private static boolean looksAt(Insight.Finding finding, Feature feature, Comparison comparison) {
    return finding.conditions().stream()
        .filter(condition -> condition.comparison() == comparison)
        .map(Condition::source)
        .anyMatch(new Source.PairState(BITCOIN, feature)::equals);
  }

  private static List<Source> sources(Insight.Finding finding) {
    return finding.conditions().stream().map(Condition::source).toList();
  }

  @Test
  void findsBothConditionsOfAPlantedCause() {
    play(i -> rsi[i] < 0.2 && volume[i] > 0.8);

    List<Insight.Finding> found = search(insight(Moat.FINANCE));

    assertThat(found).hasSizeGreaterThan(SEARCHES / 4);
    assertThat(found)
        .allSatisfy(finding -> {
          assertThat(finding.pair()).isEqualTo(BITCOIN);
          assertThat(finding.side()).isEqualTo(Side.BUY);
          assertThat(finding.horizonBars()).isEqualTo(RISING);
          assertThat(finding.conditions()).hasSizeBetween(2, 3);
        });
    assertThat(found)
        .filteredOn(finding -> looksAt(finding, Feature.RSI, Comparison.BELOW))
        .filteredOn(finding -> looksAt(finding, Feature.VOLUME_Z, Comparison.ABOVE))
        .hasSizeGreaterThan(SEARCHES / 10);
  }

  @Test
  void findsNothingWorthItsCostsInARandomWalk() {
    play(i -> false);

    assertThat(search(insight(Moat.FINANCE))).isEmpty();
    assertThat(search(insight(Moat.CORPORATIONS))).isEmpty();
  }

  @Test
  void aMoatsLearnerBeginsWithItsMoatsSignalAndFindsTheLag() {
    play(i -> i >= 12 && mood[i - 12] > 0.95);

    List<Insight.Finding> found = search(insight(Moat.CORPORATIONS));

    assertThat(found).isNotEmpty();
    assertThat(found)
        .allSatisfy(finding -> {
          assertThat(sources(finding).getFirst()).isInstanceOf(Source.Signal.class);
          assertThat(sources(finding))
              .filteredOn(Source.Signal.class::isInstance)
              .allMatch(
                  source -> source instanceof Source.Signal seen && seen.target().equals(TECH));
        });
    assertThat(found)
        .extracting(finding -> sources(finding).getFirst())
        .contains(new Source.Signal(TECH, "mood", 12));
  }

  @Test
  void aFinanceLearnerLooksAtASignalOnlyOnceItHasBeenTold() {
    play(i -> i >= 12 && mood[i - 12] > 0.95);
    Source.Signal cause = new Source.Signal(TECH, "mood", 12);
    Insight insight = insight(Moat.FINANCE);
    assertThat(search(insight)).noneMatch(finding -> sources(finding).contains(cause));

    insight.learnOf(cause);

    assertThat(search(insight)).anyMatch(finding -> sources(finding).contains(cause));
  }

  @Test
  void findsThatTheMinuteOfTheHourIsTheCause() {
    play(i -> (i + 1) % 60 == 20);

    List<Insight.Finding> found = search(insight(Moat.FINANCE));

    assertThat(found)
        .filteredOn(finding -> sources(finding).stream().anyMatch(InsightTest::isMinute))
        .hasSizeGreaterThan(SEARCHES / 4);
  }

  private static boolean isMinute(Source source) {
    return source instanceof Source.Clock clock && clock.cycle() == Source.Cycle.HOUR;
  }

  @Test
  void findsTheSameWithTheSameSeed() {
    play(i -> rsi[i] < 0.1);

    assertThat(search(insight(Moat.FINANCE))).isEqualTo(search(insight(Moat.FINANCE)));
  }
}
