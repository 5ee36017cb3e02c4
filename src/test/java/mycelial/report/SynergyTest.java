package mycelial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import mycelial.report.Synergy.Verdict;
import org.junit.jupiter.api.Test;

final class SynergyTest {
  private static Map<Verdict, Integer> verdicts(int collisions, double worth, double skill) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0);
    }
    for (int seed = 0; seed < 30; seed++) {
      Synergy synergy = SynergyWorld.judge(seed, collisions, 1, worth, skill);
      verdicts.merge(synergy.verdict(), 1, Integer::sum);
    }
    return verdicts;
  }

  @Test
  void saysYesWhereAgreementIsWorthMuch() {
    assertThat(verdicts(40, 5, 0))
        .satisfies(found ->
            assertThat(found.get(Verdict.AGREEMENT_IS_WORTH_MORE)).isGreaterThanOrEqualTo(27));
  }

  /** At a rate of 5 % more than five of thirty come in one of 300 cases. */
  @Test
  void hardlyEverSaysYesWhereItIsWorthNothing() {
    assertThat(verdicts(40, 0, 0).get(Verdict.AGREEMENT_IS_WORTH_MORE)).isLessThanOrEqualTo(5);
    assertThat(verdicts(40, 0, 3).get(Verdict.AGREEMENT_IS_WORTH_MORE)).isLessThanOrEqualTo(5);
  }

  @Test
  void cannotTellFromAHandfulOfCollisions() {
    Synergy synergy = SynergyWorld.judge(1, 9, 1, 5, 0);

    assertThat(synergy.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(synergy.sentence()).contains("9 collisions");
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    assertThat(SynergyWorld.judge(7, 40, 1, 1, 0)).isEqualTo(SynergyWorld.judge(7, 40, 1, 1, 0));
  }

  @Test
  void comparesWithAllFiveGatesAndSaysHowSureItIs() {
    Synergy synergy = SynergyWorld.judge(3, 40, 1, 1, 0);

    assertThat(synergy.comparisons())
        .hasSize(5)
        .allSatisfy(each -> {
          Comparison.Effect test = Objects.requireNonNull(each.test());
          assertThat(test.low()).isLessThan(test.effect());
          assertThat(test.high()).isGreaterThan(test.effect());
          assertThat(test.power()).isBetween(0.0, 1.0);
          assertThat(each.adjustedP()).isGreaterThanOrEqualTo(test.p());
        });
  }

  @Test
  void theRandomGateLetsAsManyThroughAsCollisions() {
    Synergy synergy = SynergyWorld.judge(3, 40, 1, 1, 0);

    assertThat(synergy.comparisons().get(3).rightTrades())
        .isEqualTo(40, org.assertj.core.data.Offset.offset(1e-9));
  }
}
