package mycelial.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class ScaledClockTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong wall = new AtomicLong(5);
  private final ScaledClock clock = new ScaledClock(wall::get, 240, 1_000);

  @Test
  void runsAtItsSpeedFromTheTimeItWasGiven() {
    assertThat(clock.seconds()).isEqualTo(1_000);
    wall.addAndGet(SECOND / 4);
    assertThat(clock.seconds()).isEqualTo(1_060);
  }

  @Test
  void knowsHowLongTheWallTakes() {
    assertThat(clock.nanosUntil(1_240)).isEqualTo(SECOND);
    assertThat(clock.nanosUntil(999)).isZero();
    assertThat(clock.wallNanos(24)).isEqualTo(SECOND / 10);
  }

  @Test
  void movesOnAndNeverBack() {
    clock.advance(30);
    assertThat(clock.seconds()).isEqualTo(1_030);
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Double.NaN));
  }

  @Test
  void refusesASpeedThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ScaledClock(wall::get, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledClock(wall::get, Double.POSITIVE_INFINITY, 0));
  }
}
