package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import org.junit.jupiter.api.Test;

final class FeatureJsonTest {
  private static final FeatureVector VECTOR =
      new FeatureVector.Builder()
          .set(Feature.RSI, 31.5)
          .rank(Feature.RSI, 0.123)
          .set(Feature.ATR, 1.0 / 3)
          .build();

  @Test
  void writesAValueWithItsRankIfItHasOne() {
    assertThat(FeatureJson.features(VECTOR))
        .isEqualTo("{\"rsi\":[31.5,0.123],\"atr\":0.3333333333333333}");
    assertThat(FeatureJson.features(FeatureVector.EMPTY)).isEqualTo("{}");
  }

  @Test
  void readsBackWhatItWroteBitForBit() {
    assertThat(FeatureJson.readFeatures(FeatureJson.features(VECTOR))).isEqualTo(VECTOR);
    assertThat(FeatureJson.readFeatures("{}")).isEqualTo(FeatureVector.EMPTY);
  }

  @Test
  void readsRowsOfOlderProgramsWithoutRanks() {
    FeatureVector old = FeatureJson.readFeatures("{\"rsi\":31.5}");

    assertThat(old.value(Feature.RSI)).isEqualTo(31.5);
    assertThat(old.hasRank(Feature.RSI)).isFalse();
  }

  @Test
  void refusesWhatIsNeitherAValueNorAValueWithItsRank() {
    assertThatThrownBy(() -> FeatureJson.readFeatures("{\"rsi\":[31.5]}"))
        .hasMessage("rsi is , not a number");
    assertThatThrownBy(() -> FeatureJson.readFeatures("[1]")).hasMessageContaining("not an object");
  }
}
