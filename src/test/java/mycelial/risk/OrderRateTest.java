package mycelial.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OrderRateTest {
  @Test
  void isReachedUntilTheOldestOrderIsAnHourOld() {
    OrderRate rate = new OrderRate(2);
    rate.add(100);
    assertThat(rate.isReached(101)).isFalse();
    rate.add(200);

    assertThat(rate.isReached(200)).isTrue();
    assertThat(rate.isReached(3699.5)).isTrue();
    assertThat(rate.isReached(3700)).isFalse();
  }

  @Test
  void zeroIsNoLimit() {
    OrderRate rate = new OrderRate(0);
    for (int i = 0; i < 1000; i++) {
      rate.add(i);
    }

    assertThat(rate.isReached(1000)).isFalse();
  }
}
