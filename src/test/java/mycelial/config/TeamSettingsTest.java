package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mycelial.market.Interval;
import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

class TeamSettingsTest {
  private static final ExplorerSettings EXPLORERS = Configuration.defaults().explorers();

  @Test
  void countsItsLookBackInBars() {
    assertThat(EXPLORERS.hft().lookBackBars(Interval.MINUTE)).isEqualTo(60);
    assertThat(EXPLORERS.day().lookBackBars(Interval.FIVE_MINUTES)).isEqualTo(288);
    assertThat(EXPLORERS.swing().lookBackBars(Interval.HOUR)).isEqualTo(168);
  }

  @Test
  void looksBackOnTwentyFourBarsAtLeast() {
    assertThat(EXPLORERS.hft().lookBackBars(Interval.HOUR)).isEqualTo(24);
  }

  @Test
  void roundsItsPeriodUpToWholeBars() {
    assertThat(EXPLORERS.hft().periodMinutes(Interval.MINUTE)).isEqualTo(15);
    assertThat(EXPLORERS.hft().periodMinutes(Interval.HOUR)).isEqualTo(60);
    assertThat(new TeamSettings(20, 1).periodMinutes(Interval.FIFTEEN_MINUTES)).isEqualTo(30);
  }

  @Test
  void knowsThreeTeamsAndNoOther() {
    assertThat(EXPLORERS.team(StrategyType.DAY)).isEqualTo(EXPLORERS.day());
    assertThatThrownBy(() -> EXPLORERS.team(StrategyType.GENERIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GENERIC");
  }
}
