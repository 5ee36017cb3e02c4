package mycelial.learning;

import static mycelial.learning.TestBrains.BITCOIN;
import static mycelial.learning.TestBrains.ETHER;
import static mycelial.learning.TestBrains.condition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.Side;
import mycelial.market.Source;
import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

final class RuleTest {
  private static Rule rule(Side side, int horizon, List<Condition> conditions) {
    return new Rule("r1-1", BITCOIN, side, horizon, conditions, 0, null);
  }

  @Test
  void theEvidenceKeyIgnoresOrderNameAndHorizon() {
    Rule plain = TestBrains.rule("r1-1");
    List<Condition> turned = new ArrayList<>(plain.conditions()).reversed();
    Rule other = new Rule("r2-9", BITCOIN, Side.BUY, 5, turned, 3, "r1-1");
    assertThat(other.evidenceKey()).isEqualTo(plain.evidenceKey());
  }

  @Test
  void theEvidenceKeyIsTheSameInEveryRun() {
    assertThat(TestBrains.rule("r1-1").evidenceKey()).isEqualTo(7660876292883350457L);
  }

  @Test
  void theEvidenceKeyTellsApartWhatIsLookedAt() {
    Condition volume = condition(BITCOIN, Feature.VOLUME_Z, Comparison.ABOVE, 0.5);
    Set<Long> keys = new LinkedHashSet<>();
    keys.add(TestBrains.rule("r1-1").evidenceKey());
    keys.add(rule(Side.SELL, 30, TestBrains.rule("r").conditions()).evidenceKey());
    for (Condition rsi :
        List.of(
            condition(BITCOIN, Feature.RSI, Comparison.BELOW, 0.1),
            condition(BITCOIN, Feature.RSI, Comparison.ABOVE, 0.05),
            condition(ETHER, Feature.RSI, Comparison.BELOW, 0.05),
            condition(BITCOIN, Feature.PERCENT_B, Comparison.BELOW, 0.05))) {
      keys.add(rule(Side.BUY, 30, List.of(rsi, volume)).evidenceKey());
    }
    assertThat(keys).hasSize(6);
  }

  @Test
  void refusesWhatIsNoRule() {
    Condition rsi = condition(BITCOIN, Feature.RSI, Comparison.BELOW, 0.1);
    assertThatThrownBy(() -> rule(Side.BUY, 30, List.of(rsi))).hasMessageContaining("two or three");
    assertThatThrownBy(() -> rule(Side.BUY, 30, List.of(rsi, rsi))).hasMessageContaining("twice");
    assertThatThrownBy(() -> rule(Side.BUY, 0, TestBrains.rule("r").conditions()))
        .hasMessageContaining("horizon of 0");
  }

  @Test
  void theStyleDoesNotCutTheHorizonShort() {
    List<Condition> conditions = TestBrains.rule("r").conditions();
    assertThat(rule(Side.BUY, 5, conditions).strategyType()).isEqualTo(StrategyType.HFT);
    assertThat(rule(Side.BUY, 6, conditions).strategyType()).isEqualTo(StrategyType.DAY);
    assertThat(rule(Side.BUY, 1441, conditions).strategyType()).isEqualTo(StrategyType.SWING);
  }

  @Test
  void everythingBredIsARuleOfTheWatchListOnTheGrid() {
    Breeder breeder = new Breeder(TestBrains.settings(), new SplittableRandom(5));
    Rule rule = breeder.random();
    for (int i = 0; i < 2000; i++) {
      Rule next = i % 3 == 0 ? breeder.random() : breeder.mutate(rule);
      Rule mate = new Rule("m", next.pair(), next.side(), 5, rule.conditions(), 0, null);
      Rule child = breeder.cross(next, mate);
      assertThat(child.parentId()).isEqualTo(next.id());
      assertThat(child.generation()).isEqualTo(next.generation() + 1);
      for (Condition condition : child.conditions()) {
        assertThat(QuantileGrid.level(QuantileGrid.bucket(condition.quantile())))
            .isEqualTo(condition.quantile());
        assertThat(condition.source()).isInstanceOf(Source.PairState.class);
        Source.PairState state = (Source.PairState) condition.source();
        assertThat(TestBrains.settings().watchList()).contains(state.pair());
      }
      rule = next;
    }
  }

  @Test
  void aMutantDiffersAndNamesItsParent() {
    Breeder breeder = new Breeder(TestBrains.settings(), new SplittableRandom(6));
    Rule parent = TestBrains.rule("r7-0");
    int changed = 0;
    for (int i = 0; i < 100; i++) {
      Rule mutant = breeder.mutate(parent);
      assertThat(mutant.parentId()).isEqualTo("r7-0");
      assertThat(mutant.id()).startsWith("r7-");
      boolean same =
          mutant.evidenceKey() == parent.evidenceKey()
              && mutant.horizonMinutes() == parent.horizonMinutes();
      changed += same ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(90);
  }
}
