package mycelial.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MoatSignalTest {
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");

  @Test
  void isKnownWhenItHappensUnlessToldOtherwise() {
    assertThat(MoatSignal.at(5, PYTHON, "stars", 1))
        .isEqualTo(new MoatSignal(PYTHON, "stars", 1, 5, 5));
  }

  @Test
  void refusesToBeKnownBeforeItHappened() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MoatSignal(PYTHON, "stars", 1, 6, 5))
        .withMessage("stars of 6 cannot be known at 5");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoatSignal.at(5, PYTHON, "stars", value))
        .withMessageContaining("is not a number");
  }

  @Test
  void refusesAFieldWithoutAName() {
    assertThatIllegalArgumentException().isThrownBy(() -> MoatSignal.at(5, PYTHON, "", 1));
  }
}
