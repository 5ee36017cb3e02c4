package mycelial.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mycelial.bench.HavenDrill.Outcome;
import org.junit.jupiter.api.Test;

/** The table of {@code scripts/haven-bench} for one seed, and what makes the drill possible. */
final class HavenDrillTest {
  private static final Path PROJECT = Path.of("");
  private static final long SEED = 3;

  private static Outcome drill(boolean haven) {
    return HavenDrill.run(PROJECT, SEED, HavenDrill.settings(haven));
  }

  @Test
  void withoutHavenTheToxicRuleTakesTheSwarmAndTheAccountLoses() {
    Outcome outcome = drill(false);

    assertThat(outcome.maxInfectedPercent()).isGreaterThanOrEqualTo(HavenBench.INFECTED_LINE);
    assertThat(outcome.maxDrawdownPercent()).isGreaterThanOrEqualTo(HavenBench.DRAWDOWN_LINE);
    assertThat(outcome.pnl()).isEqualByComparingTo(outcome.ungoverned());
    assertThat(outcome.haven().quarantines() + outcome.haven().brakes()).isZero();
  }

  @Test
  void havenKeepsTheToxicRuleFromTheSwarmAndTheAccountFromItsLosses() {
    Outcome outcome = drill(true);

    assertThat(HavenBench.isHeld(outcome)).isTrue();
    assertThat(outcome.maxInfectedPercent()).isGreaterThan(20);
    assertThat(outcome.haven().brakes()).isPositive();
    assertThat(outcome.haven().quarantines()).isPositive();
    assertThat(outcome.haven().probations()).isPositive();
  }

  @Test
  void aDrillIsTheSameEachTime() {
    assertThat(drill(true)).isEqualTo(drill(true));
  }

  @Test
  void aSwarmThatBelievesNothingIsImmune() {
    Map<String, String> settings = HavenDrill.settings(false);
    settings.put("risk.adversary-spread-percent", "0");
    Outcome outcome = HavenDrill.run(PROJECT, SEED, settings);

    assertThat(outcome.maxInfectedPercent()).isBetween(0.1, 20.0);
  }
}
