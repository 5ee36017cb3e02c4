package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.feed.Arrival.Access;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class LagTest {
  private final Lag lag = new Lag();

  @Test
  void whatLiesInThePastIsNoLag() {
    assertThat(lag.look(3600)).isEmpty();
    assertThat(lag.look(10)).isEmpty();
  }

  @Test
  void barsEntriesFromTwoSecondsOnAndFreesThemWhenCaughtUp() {
    lag.look(0);
    assertThat(lag.look(2)).isEmpty();
    assertThat(lag.look(2.1))
        .get()
        .isInstanceOfSatisfying(
            Access.class,
            word -> {
              assertThat(word.entries()).isFalse();
              assertThat(word.pair()).isNull();
              assertThat(word.reason()).isEqualTo("this machine lags 2.1 s behind");
            });
    assertThat(lag.look(5)).as("said once").isEmpty();
    assertThat(lag.look(1)).as("not caught up yet").isEmpty();
    assertThat(lag.look(0.1))
        .get()
        .isInstanceOfSatisfying(Access.class, word -> assertThat(word.entries()).isTrue());
    assertThat(lag.look(0)).isEmpty();
  }
}
