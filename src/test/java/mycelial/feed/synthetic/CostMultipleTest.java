package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CostMultipleTest {
  @Test
  void readsANumberOrARange() {
    assertThat(CostMultiple.parse("4")).isEqualTo(CostMultiple.exactly(4));
    assertThat(CostMultiple.parse("1.5..2.5")).isEqualTo(new CostMultiple(1.5, 2.5));
    assertThat(new CostMultiple(1.5, 2.5)).hasToString("1.5..2.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "four", "1..", "..2", "1.5-2.5", "1..2..3"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CostMultiple.parse(text))
        .withMessageContaining("'" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "21", "3..2", "NaN"})
  void refusesWhatNoEffectCanBe(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CostMultiple.parse(text))
        .withMessageContaining("from 0 to 20");
  }

  @Test
  void drawsTheVeryNumberWhereThereIsNoRange() {
    Chance chance = Chance.of(1, "test");
    assertThat(CostMultiple.exactly(4).draw(chance)).isEqualTo(4);
    for (int i = 0; i < 100; i++) {
      assertThat(new CostMultiple(3, 4).draw(chance)).isBetween(3.0, 4.0);
    }
  }
}
