package mycelial.ledger;

import static mycelial.ledger.Samples.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class MoneyTest {
  @Test
  void aPriceIsItsShortestDecimalRoundedHalfEven() {
    assertThat(Money.price(0.1, 20)).isEqualTo("0.10000000000000000000");
    assertThat(Money.price(1.25, 1)).isEqualTo("1.2");
    assertThat(Money.price(1.35, 1)).isEqualTo("1.4");
    assertThat(Money.price(1e308, 0)).isEqualTo(decimal("1e308").setScale(0));
  }

  @Test
  void aPriceThatWouldVanishIsOneTick() {
    assertThat(Money.price(1e-30, 4)).isEqualTo("0.0001");
    assertThat(Money.price(0.4, 0)).isEqualTo("1");
  }

  @Test
  void refusesWhatIsNoPrice() {
    for (double bad : new double[] {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Money.price(bad, 2))
          .withMessage("price " + bad + " is not a price above zero");
    }
  }
}
