package mycelial.bus.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static double millis(long nanos) {
    return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  @Test
  void doublesItsDelaysUpToTwoSecondsAndTakesHalfOfThemByChance() {
    Backoff backoff = new Backoff();
    double longest = 20;
    for (int attempt = 0; attempt < 20; attempt++) {
      assertThat(millis(backoff.delay())).isBetween(longest / 2, longest);
      longest = Math.min(2000, 2 * longest);
    }
    assertThat(longest).isEqualTo(2000);
  }

  @Test
  void beginsAnewAfterASuccess() {
    Backoff backoff = new Backoff();
    for (int attempt = 0; attempt < 10; attempt++) {
      backoff.delay();
    }
    backoff.reset();
    assertThat(millis(backoff.delay())).isLessThanOrEqualTo(20);
  }

  @Test
  void isNotTheSameForTwoSessions() {
    Backoff one = new Backoff();
    Backoff other = new Backoff();
    boolean differ = false;
    for (int attempt = 0; attempt < 20; attempt++) {
      differ |= one.delay() != other.delay();
    }
    assertThat(differ).isTrue();
  }
}
