package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What happens to a population whose learner has been told to drop and refuse a family. */
final class QuarantineTest {
  private final FeatureTable table =
      new FeatureTable(List.of(BITCOIN, ETHER), new SignalHistory(3600));
  private final Population population =
      new Population(TestBrains.settings(), new SplittableRandom(3), table, null);
  private final Rule foreign = TestBrains.rule("r99-5");
  private final String family = Quarantine.family(foreign);

  private long members() {
    return population.rules().stream()
        .filter(rule -> Quarantine.family(rule.rule).equals(family))
        .count();
  }

  private void infect() {
    assertThat(population.believe(foreign, new Claim(60, 0.02, 10))).isTrue();
    population.renew(600);
    assertThat(members()).isEqualTo(1);
  }

  @Test
  void aBelievedRuleHasTheEvidenceThatWasClaimedForItAndLeads() {
    infect();
    LivingRule settled =
        population.rules().stream()
            .filter(rule -> "r99-5".equals(rule.rule.parentId()))
            .findFirst()
            .orElseThrow();

    assertThat(settled.licence.isInForce()).isTrue();
    assertThat(settled.evidence.outcomes()).isEqualTo(60);
    assertThat(settled.evidence.mean()).isCloseTo(0.02, within(1e-12));
    assertThat(settled.evidence.tStatistic()).isCloseTo(10, within(0.1));
    assertThat(settled.rule.evidenceKey()).isNotEqualTo(foreign.evidenceKey());
  }

  @Test
  void anImmigrantStartsWithoutOutcomesWhateverIsClaimed() {
    population.immigrate(foreign);
    for (int i = 0; i < 20; i++) {
      LivingRule loser = population.rules().get(i);
      for (int k = 0; k < 10; k++) {
        loser.evidence.add(k % 2 == 0 ? -0.01 : -0.012, k);
      }
      population.learned(loser);
    }
    population.renew(600);

    assertThat(population.rules())
        .filteredOn(rule -> "r99-5".equals(rule.rule.parentId()))
        .singleElement()
        .satisfies(rule -> assertThat(rule.evidence.outcomes()).isZero())
        .satisfies(rule -> assertThat(rule.licence.isInForce()).isFalse());
  }

  @Test
  void theFamilysRulesMakeRoomForRandomOnes() {
    infect();

    assertThat(population.quarantine(family, 10_000)).isEqualTo(1);
    population.renew(700);

    assertThat(members()).isZero();
    assertThat(population.rules()).hasSize(40);
    assertThat(population.rules())
        .filteredOn(rule -> rule.evidence.outcomes() == 0 && rule.rule.parentId() == null)
        .hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void theFamilyIsRefusedUntilTheQuarantineEnds() {
    population.quarantine(family, 10_000);

    assertThat(population.immigrate(foreign)).isFalse();
    assertThat(population.believe(foreign, new Claim(60, 0.02, 10))).isFalse();
    population.renew(9_999);
    assertThat(population.immigrate(foreign)).isFalse();
    population.renew(10_000);
    assertThat(population.immigrate(foreign)).isTrue();
  }

  @Test
  void whatWaitsForAPlaceIsForgottenToo() {
    population.immigrate(foreign);
    population.believe(foreign, new Claim(60, 0.02, 10));
    population.quarantine(family, 10_000);
    population.renew(600);

    assertThat(members()).isZero();
    assertThat(population.rules()).noneMatch(rule -> "r99-5".equals(rule.rule.parentId()));
  }

  @Test
  void noDescendantIsOfTheFamily() {
    infect();
    LivingRule parent =
        population.rules().stream()
            .filter(rule -> "r99-5".equals(rule.rule.parentId()))
            .findFirst()
            .orElseThrow();
    for (int round = 0; round < 200; round++) {
      population.quarantine(family, 1_000_000);
      population.rules().stream()
          .filter(rule -> rule != parent)
          .limit(10)
          .forEach(rule -> {
            for (int k = 0; k < 10; k++) {
              rule.evidence.add(k % 2 == 0 ? -0.1 : -0.12, k);
            }
            population.learned(rule);
          });
      population.renew(700 + round);
      assertThat(members()).isZero();
    }
  }

  @Test
  void aLongerQuarantineIsNotCutShort() {
    population.quarantine(family, 10_000);
    population.quarantine(family, 500);
    population.renew(600);

    assertThat(population.immigrate(foreign)).isFalse();
  }
}
