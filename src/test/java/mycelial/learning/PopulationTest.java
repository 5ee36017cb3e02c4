package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import mycelial.market.Side;
import org.junit.jupiter.api.Test;

final class PopulationTest {
  private final FeatureTable table =
      new FeatureTable(List.of(BITCOIN, ETHER), new SignalHistory(3600));
  private final Population population =
      new Population(TestBrains.settings(), new SplittableRandom(3), table, null);

  private static void lose(LivingRule rule, int times) {
    for (int i = 0; i < times; i++) {
      rule.evidence.add(i % 2 == 0 ? -0.01 : -0.012, i);
    }
  }

  @Test
  void aLosingRuleIsReplacedByAnotherWithoutOutcomes() {
    LivingRule loser = population.rules().get(4);
    lose(loser, 10);
    population.learned(loser);
    population.renew(600);
    LivingRule next = population.rules().get(4);
    assertThat(next.rule.id()).isNotEqualTo(loser.rule.id());
    assertThat(next.evidence.outcomes()).isZero();
    assertThat(population.retired()).isEqualTo(1);
    assertThat(population.rules()).hasSize(40);
  }

  @Test
  void aRuleThatDoesNotFireForADayIsReplaced() {
    LivingRule idler = population.rules().getFirst();
    for (int i = 0; i < 1439; i++) {
      assertThat(population.fires(0)).isFalse();
    }
    population.renew(1);
    assertThat(population.rules().getFirst()).isSameAs(idler);
    assertThat(population.fires(0)).isFalse();
    population.renew(2);
    assertThat(population.rules().getFirst()).isNotSameAs(idler);
  }

  @Test
  void anImmigrantTakesAFreePlaceUnderANameOfItsOwnAndStartsAtZero() {
    Rule foreign = TestBrains.rule("r99-5");
    assertThat(population.immigrate(foreign)).isTrue();
    for (int i = 0; i < 20; i++) {
      lose(population.rules().get(i), 10);
      population.learned(population.rules().get(i));
    }
    population.renew(600);
    LivingRule settled =
        population.rules().stream()
            .filter(rule -> "r99-5".equals(rule.rule.parentId()))
            .findFirst()
            .orElseThrow();
    assertThat(settled.rule.id()).startsWith("r7-");
    assertThat(settled.rule.conditions()).isEqualTo(foreign.conditions());
    assertThat(settled.rule.generation()).isEqualTo(1);
    assertThat(settled.evidence.outcomes()).isZero();
    assertThat(population.immigrate(foreign)).as("it lives already").isFalse();
  }

  @Test
  void childrenComeFromRulesThatEarned() {
    LivingRule good = population.rules().getLast();
    for (int i = 0; i < 4; i++) {
      good.evidence.add(i % 2 == 0 ? 0.02 : 0.03, i);
    }
    for (int i = 0; i < 30; i++) {
      lose(population.rules().get(i), 10);
      population.learned(population.rules().get(i));
    }
    population.renew(600);
    List<LivingRule> children =
        population.rules().stream().filter(rule -> rule.rule.parentId() != null).toList();
    assertThat(children).isNotEmpty();
    assertThat(children).allMatch(child -> good.rule.id().equals(child.rule.parentId()));
  }

  @Test
  void aForcedImmigrantTakesThePlaceOfTheWeakestWithoutALicence() {
    LivingRule weakest = population.rules().get(9);
    lose(weakest, 3);
    weakest.licence = weakest.licence.granted("l-1", 1, 3);
    LivingRule next = population.rules().get(5);
    lose(next, 2);
    assertThat(population.settle(TestBrains.rule("r99-5"), 600)).isTrue();

    LivingRule settled = population.rules().get(5);
    assertThat(settled.rule.parentId()).isEqualTo("r99-5");
    assertThat(settled.evidence.outcomes()).isZero();
    assertThat(settled.fittedFrom).as("nobody knows who saw what of it").isZero();
    assertThat(next.doomed).as("its open trade is given up").isTrue();
    assertThat(population.rules().get(9)).isSameAs(weakest);
    assertThat(population.settle(TestBrains.rule("r99-5"), 660)).as("it lives here").isFalse();
  }

  @Test
  void twoForcedImmigrantsOfOneInstantBothStay() {
    Rule other =
        new Rule(
            "r98-1",
            BITCOIN,
            Side.BUY,
            30,
            TestBrains.rule("r98-1").conditions().reversed(),
            0,
            null);
    Rule first = TestBrains.rule("r99-5");
    assertThat(population.settle(first, 600)).isTrue();
    assertThat(population.settle(other, 600)).as("a twin").isFalse();
    Breeder peer = new Breeder(TestBrains.settings(99, List.of(BITCOIN)), new SplittableRandom(8));
    assertThat(population.settle(peer.random(), 600)).isTrue();
    assertThat(population.rules().stream().filter(rule -> rule.rule.parentId() != null)).hasSize(2);
  }

  @Test
  void aChildCarriesOnSinceWhenItsLineHasBeenLookedAt() {
    for (LivingRule rule : population.rules()) {
      lose(rule, 10);
      population.learned(rule);
    }
    population.renew(6000);
    assertThat(population.rules()).as("new lines").allMatch(rule -> rule.fittedFrom == 6000);
    LivingRule good = population.rules().getLast();
    for (int i = 0; i < 4; i++) {
      good.evidence.add(i % 2 == 0 ? 0.02 : 0.03, i);
    }
    for (int i = 0; i < 30; i++) {
      lose(population.rules().get(i), 10);
      population.learned(population.rules().get(i));
    }
    population.renew(9000);
    for (int i = 0; i < 30; i++) {
      LivingRule born = population.rules().get(i);
      assertThat(born.fittedFrom).isEqualTo(born.rule.parentId() == null ? 9000.0 : 6000.0);
    }
    assertThat(population.rules()).anyMatch(rule -> rule.rule.parentId() != null);
  }

  @Test
  void onlyAFewImmigrantsWait() {
    Breeder peer = new Breeder(TestBrains.settings(99, List.of(BITCOIN)), new SplittableRandom(8));
    long taken = 0;
    for (int i = 0; i < 50; i++) {
      taken += population.immigrate(peer.random()) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(8);
  }
}
