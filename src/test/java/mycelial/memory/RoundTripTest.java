package mycelial.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import mycelial.market.Side;
import mycelial.memory.RoundTrip.Leg;
import org.junit.jupiter.api.Test;

final class RoundTripTest {
  private static Leg leg(String price, String fee) {
    return new Leg(new BigDecimal(price), new BigDecimal(fee));
  }

  private static RoundTrip of(Side side, String quantity) {
    return new RoundTrip(side, new BigDecimal(quantity), leg("100", "2.00"), leg("110", "2.20"));
  }

  @Test
  void paysBothFees() {
    assertThat(of(Side.BUY, "5").pnl()).isEqualByComparingTo("45.80");
    assertThat(of(Side.BUY, "5").netReturn()).isEqualTo(0.0916);
  }

  @Test
  void losesWhenAShortTradesPriceRises() {
    assertThat(of(Side.SELL, "5").pnl()).isEqualByComparingTo("-54.20");
    assertThat(of(Side.SELL, "5").netReturn()).isEqualTo(-0.1084);
  }

  @Test
  void refusesAPriceOrAQuantityOfNothing() {
    assertThatThrownBy(() -> of(Side.BUY, "0")).hasMessageContaining("0 at 100");
    assertThatThrownBy(
            () -> new RoundTrip(Side.BUY, BigDecimal.ONE, leg("0", "0"), leg("1", "0")).netReturn())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
