package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import mycelial.feed.ScaledClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AllowanceTest {
  /** A clock that moves on by a tenth of a second whenever it is read. */
  private final AtomicLong nanos = new AtomicLong();

  private final Timer timer =
      new Timer(new ScaledClock(() -> nanos.addAndGet(100_000_000), 1, 1000));

  @Test
  void letsOneCallThroughASecond() throws InterruptedException {
    Allowance allowance = new Allowance(timer, 100);
    allowance.take();
    double first = timer.now();
    allowance.take();
    assertThat(timer.now() - first).isBetween(0.7, 1.6);
  }

  @Test
  void letsNoMoreThroughInAnHourThanAllowed() throws InterruptedException {
    ScaledClock clock = new ScaledClock(System::nanoTime, 3600, 1000);
    Timer fast = new Timer(clock);
    Allowance allowance = new Allowance(fast, 3);
    for (int i = 0; i < 3; i++) {
      allowance.take();
    }
    assertThat(fast.now()).isLessThan(1000 + 3600);
    allowance.take();
    assertThat(fast.now()).isGreaterThanOrEqualTo(1000 + 3600);
  }
}
