package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsLongerAfterEachFailureUpToAQuarterOfAnHour() {
    Backoff backoff = new Backoff(1);
    for (int failures = 1; failures < 100; failures++) {
      double longest = Math.min(900, 10.0 * (1L << Math.min(failures - 1, 20)));
      assertThat(backoff.delay(failures)).isBetween(longest / 2, longest);
    }
  }

  @Test
  void drawsTheSameFromTheSameSeedAndSomethingElseFromAnother() {
    assertThat(new Backoff(7).delay(3)).isEqualTo(new Backoff(7).delay(3));
    assertThat(new Backoff(7).delay(3)).isNotEqualTo(new Backoff(8).delay(3));
  }
}
