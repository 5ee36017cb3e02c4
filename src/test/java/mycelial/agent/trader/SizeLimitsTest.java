package mycelial.agent.trader;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.message.SystemControl.Scope;
import org.junit.jupiter.api.Test;

final class SizeLimitsTest {
  private final SizeLimits sizes = new SizeLimits(List.of(ETHER));

  @Test
  void nothingIsLimitedBeforeItIsSaid() {
    assertThat(sizes.factor(BITCOIN)).isEqualByComparingTo("1");
    assertThat(sizes.refusal(BITCOIN)).isNull();
    assertThat(sizes.refusal(ETHER)).isNull();
  }

  @Test
  void aPairsFactorIsItsOwnUntilAnotherIsSaid() {
    sizes.take(Scope.size(BITCOIN, 0.25));
    assertThat(sizes.factor(BITCOIN)).isEqualByComparingTo("0.25");
    assertThat(sizes.factor(ETHER)).isEqualByComparingTo("1");
    sizes.take(Scope.size(BITCOIN, 1));
    assertThat(sizes.factor(BITCOIN)).isEqualByComparingTo("1");
  }

  @Test
  void theSmallerOfPairAndAllCounts() {
    sizes.take(Scope.size(null, 0.5));
    sizes.take(Scope.size(BITCOIN, 0.25));
    assertThat(sizes.factor(BITCOIN)).isEqualByComparingTo("0.25");
    assertThat(sizes.factor(ETHER)).isEqualByComparingTo("0.5");
  }

  @Test
  void saysWhyNothingMayBeOpened() {
    sizes.take(Scope.size(BITCOIN, 0));
    sizes.take(Scope.size(ETHER, 0));
    assertThat(sizes.refusal(BITCOIN)).isEqualTo(Fate.HIBERNATED);
    assertThat(sizes.refusal(ETHER)).isEqualTo(Fate.RESTRICTED);
    sizes.take(Scope.size(null, 0));
    assertThat(sizes.refusal(BITCOIN)).isEqualTo(Fate.RESTRICTED);
  }
}
