package mycelial.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mycelial.market.Source.Clock;
import mycelial.market.Source.Cycle;
import mycelial.market.Source.PairState;
import mycelial.market.Source.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTest {
  private static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");

  @Test
  void everyKeyReadsBackToItsSource() {
    List<Source> sources =
        List.of(
            new PairState(new Pair("XXBTZUSD"), Feature.RETURN_15),
            new Signal(PYTHON, "stars_per_hour", 25),
            new Clock(Cycle.HOUR, 59),
            new Clock(Cycle.DAY, 870));
    for (Source source : sources) {
      assertThat(Source.of(source.key())).isEqualTo(source);
    }
    assertThat(sources.get(1).toString()).isEqualTo("repo-data:Python.stars_per_hour 25 min ago");
    assertThat(sources.get(3).toString()).isEqualTo("nearness to 14:30 UTC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "XXBTZUSD",
        "XXBTZUSD|rsi|1",
        "XXBTZUSD|nothing",
        "XXBTZUSD|atr",
        "clock|week|1",
        "clock|hour|60",
        "clock|day|x",
        "repo-data:Python|stars|61",
        "repo-data:Python||5"
      })
  void refusesWhatIsNoKey(String key) {
    assertThatThrownBy(() -> Source.of(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClockIsOneAtItsMinuteAndZeroHalfACycleAway() {
    Clock clock = new Clock(Cycle.HOUR, 50);
    long hour = 1_735_689_600L;
    assertThat(clock.level(hour + 50 * 60)).isEqualTo(1);
    assertThat(clock.level(hour + 20 * 60)).isEqualTo(0);
    assertThat(clock.level(hour + 5 * 60)).as("around the hour").isCloseTo(0.5, within(1e-12));
    assertThat(clock.level(hour + 49 * 60)).isEqualTo(clock.level(hour + 51 * 60));
    assertThat(new Clock(Cycle.DAY, 0).level(hour)).isEqualTo(1);
  }

  @Test
  void aClocksLevelIsItsOwnRank() {
    Clock clock = new Clock(Cycle.DAY, 611);
    int above = 0;
    for (int minute = 0; minute < 1440; minute++) {
      above += clock.level(60L * minute) > 0.8 ? 1 : 0;
    }

    assertThat(above / 1440.0).isCloseTo(0.2, within(0.002));
  }
}
