package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.feed.ScaledClock;
import org.junit.jupiter.api.Test;

class LimiterTest {
  @Test
  void letsOneCallASecondOfTheExchangePass() throws InterruptedException {
    var clock = new ScaledClock(System::nanoTime, 100, 0);
    var limiter = new Limiter(clock, 1);
    limiter.acquire();
    double first = clock.seconds();
    for (int i = 0; i < 10; i++) {
      limiter.acquire();
    }
    assertThat(clock.seconds() - first).isGreaterThan(9);
  }

  @Test
  void doesNotSaveUpTurnsForABurst() throws InterruptedException {
    var clock = new ScaledClock(System::nanoTime, 100, 0);
    var limiter = new Limiter(clock, 1);
    limiter.acquire();
    Waits.seconds(clock, 20);
    limiter.acquire();
    double before = clock.seconds();
    limiter.acquire();
    assertThat(clock.seconds() - before).isGreaterThan(0.5);
  }
}
