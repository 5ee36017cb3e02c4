package mycelial.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mycelial.memory.Memories;
import org.junit.jupiter.api.Test;

final class EntryVectorTest {
  private static final List<Feature> SCALE_FREE =
      List.of(Feature.values()).stream().filter(Feature::isScaleFree).toList();

  private static EntryVector firstFeatures(int count, double rank) {
    Map<Feature, Double> ranks = new EnumMap<>(Feature.class);
    SCALE_FREE.subList(0, count).forEach(feature -> ranks.put(feature, rank));
    return EntryVector.of(ranks);
  }

  @Test
  void takesTheRanksOfTheFeaturesAndLeavesOutWhatHasNone() {
    FeatureVector features =
        new FeatureVector.Builder()
            .set(Feature.RSI, 31.5)
            .rank(Feature.RSI, 0.12)
            .set(Feature.PERCENT_B, 0.4)
            .set(Feature.ATR, 120)
            .rank(Feature.ATR, 0.5)
            .build();

    assertThat(EntryVector.of(features).ranks()).isEqualTo(Map.of(Feature.RSI, 0.12));
  }

  @Test
  void isMadeAgainFromItsRanks() {
    EntryVector vector = firstFeatures(7, 0.25);

    assertThat(EntryVector.of(vector.ranks())).isEqualTo(vector).hasSameHashCodeAs(vector);
    assertThat(firstFeatures(7, 0.251)).isNotEqualTo(vector);
    assertThat(firstFeatures(8, 0.25)).isNotEqualTo(vector);
  }

  @Test
  void refusesARankOutOfItsRangeAndAFeatureOfThePriceScale() {
    assertThatThrownBy(() -> EntryVector.of(Map.of(Feature.RSI, 1.2)))
        .hasMessage("RSI cannot have the rank 1.2");
    assertThatThrownBy(() -> EntryVector.of(Map.of(Feature.RSI, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EntryVector.of(Map.of(Feature.ATR, 0.5)))
        .hasMessage("ATR cannot have the rank 0.5");
  }

  @Test
  void isAsFarAwayAsTheRootMeanSquareDifferenceOfTheRanks() {
    assertThat(Memories.flat(0.2).distance(Memories.flat(0.5))).isCloseTo(0.3, within(1e-12));
    assertThat(Memories.flat(0).distance(Memories.flat(1))).isEqualTo(1);
    assertThat(Memories.flat(0.7).distance(Memories.flat(0.7))).isZero();

    Map<Feature, Double> oneOff = new EnumMap<>(Memories.flat(0.5).ranks());
    oneOff.put(Feature.RSI, 0.9);
    assertThat(EntryVector.of(oneOff).distance(Memories.flat(0.5)))
        .isCloseTo(0.4 / Math.sqrt(15), within(1e-12));
  }

  @Test
  void leavesAbsentFeaturesOutOfTheDistance() {
    assertThat(firstFeatures(6, 0.2).distance(Memories.flat(0.5))).isCloseTo(0.3, within(1e-12));
    assertThat(Memories.flat(0.5).distance(firstFeatures(6, 0.2))).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void hasNoDistanceWhereFewerThanHalfOfTheFeaturesAreShared() {
    assertThat(SCALE_FREE).hasSize(11);
    assertThat(firstFeatures(5, 0.2).isComparable()).isFalse();
    assertThat(firstFeatures(6, 0.2).isComparable()).isTrue();
    assertThat(firstFeatures(5, 0.2).distance(Memories.flat(0.2))).isNaN();
  }

  @Test
  void statesWithoutAnyRelationAreTheRootOfASixthApart() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double distance = drawn(random).distance(drawn(random));
      sum += distance * distance;
    }

    assertThat(Math.sqrt(sum / 10_000)).isCloseTo(0.408, within(0.005));
  }

  private static EntryVector drawn(SplittableRandom random) {
    Map<Feature, Double> ranks = new EnumMap<>(Feature.class);
    SCALE_FREE.forEach(feature -> ranks.put(feature, random.nextDouble()));
    return EntryVector.of(ranks);
  }
}
