package mycelial.agent.learner;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeardCautionsTest {
  private final HeardCautions cautions = new HeardCautions();
  private FeatureVector state = FeatureVector.EMPTY;

  private static FeatureVector ranked(double rank) {
    FeatureVector.Builder features = new FeatureVector.Builder();
    for (Feature feature : Feature.values()) {
      if (feature.isScaleFree()) {
        features.set(feature, 7).rank(feature, rank);
      }
    }
    return features.build();
  }

  private void state(double rank) {
    state = ranked(rank);
  }

  private @Nullable Region against(Pair pair, Side side, double now) {
    cautions.observe(BITCOIN, state, now);
    return cautions.against(pair, side, now);
  }

  private void warn(Region... regions) {
    cautions.hear(new MemoryCaution(BITCOIN, Side.BUY, List.of(regions)));
  }

  private static Region above(double rank) {
    return new Region(
        "t",
        new Condition(BITCOIN, Feature.ATR_PRICE, Comparison.ABOVE, rank),
        5,
        4,
        10_000,
        "4 of 5 lost");
  }

  @Test
  void appliesInTheStateThatItIsAbout() {
    warn(above(0.9), above(0.8));
    state(0.85);

    assertThat(against(BITCOIN, Side.BUY, 10)).isEqualTo(above(0.8));
    assertThat(against(BITCOIN, Side.SELL, 10)).isNull();
    assertThat(against(ETHER, Side.BUY, 10)).isNull();
    state(0.6);
    assertThat(against(BITCOIN, Side.BUY, 10 + HeardCautions.LINGERS + 1)).isNull();
    assertThat(cautions.applied()).isEqualTo(1);
  }

  @Test
  void lingersWhileTheMoveCarriesThePairOutOfTheState() {
    warn(above(0.8));
    state(0.9);
    cautions.observe(BITCOIN, state, -900);
    state(0.5);

    assertThat(against(BITCOIN, Side.BUY, -900 + HeardCautions.LINGERS)).isNotNull();
    assertThat(against(BITCOIN, Side.BUY, -899 + HeardCautions.LINGERS)).isNull();
  }

  @Test
  void lapsesAtItsTime() {
    warn(above(0.8));
    state(0.9);

    assertThat(against(BITCOIN, Side.BUY, 9_999)).isNotNull();
    assertThat(against(BITCOIN, Side.BUY, 10_000)).isNull();
  }

  @Test
  void isReplacedByTheNextOfItsPairAndDirection() {
    warn(above(0.8));
    warn();
    state(0.9);

    assertThat(against(BITCOIN, Side.BUY, 10)).isNull();
  }

  @Test
  void saysNothingOfAStateThatIsHardlyKnown() {
    warn(above(0.8));

    assertThat(against(BITCOIN, Side.BUY, 10)).isNull();
  }
}
