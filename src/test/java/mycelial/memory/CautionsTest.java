package mycelial.memory;

import static mycelial.memory.Memories.BITCOIN;
import static mycelial.memory.Memories.ETHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mycelial.market.Condition;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CautionsTest {
  private static final CautionSettings SETTINGS = new CautionSettings(2, 0.8, 24);
  private static final int DAY = 86_400;

  private final List<TradeRecord> trades = new ArrayList<>();

  /** Buys under a volatility, a minute apart; the moment is always the same. */
  private void swarm(Pair pair, int from, double volatility, double... returns) {
    for (int i = 0; i < returns.length; i++) {
      trade(SignalSource.MYCELIAL, pair, from + 60 * i, volatility, returns[i]);
    }
  }

  private void trade(
      SignalSource stream, Pair pair, int time, double volatility, double netReturn) {
    trades.add(
        new TradeRecord(
            "m" + time,
            pair,
            Side.BUY,
            stream,
            time,
            Memories.inRegime(0.4, volatility),
            netReturn));
  }

  private @Nullable Caution find(double now) {
    return new Cautions(Memories.of(trades), SETTINGS).of(BITCOIN, Side.BUY, now);
  }

  private Caution found(double now) {
    return Objects.requireNonNull(find(now));
  }

  @Test
  void warnsOfARegimeInWhichTheSwarmFailedWhileItPaidElsewhere() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, -0.005, 0.01);
    swarm(BITCOIN, 2000, 0.1, -0.02, -0.02);

    Condition regime = found(3000).regime();

    assertThat(regime.comparison()).isEqualTo(Condition.Comparison.BELOW);
    assertThat(regime.quantile()).isCloseTo(0.3, within(1e-12));
    assertThat(found(3000).newest().tradeId()).isEqualTo("m2060");
    assertThat(found(3000).reason())
        .isEqualTo(
            "2 of 2 trades entered where XXBTZUSD.atr_price < q0.30 lost, -2.00 % on the average;"
                + " elsewhere 1 of 4, +0.63 %");
  }

  @Test
  void warnsOfAWildRegimeAsOfACalmOne() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, -0.005, 0.01);
    swarm(BITCOIN, 2000, 0.9, -0.02, -0.02);

    assertThat(found(3000).regime())
        .isEqualTo(new Condition(BITCOIN, Feature.ATR_PRICE, Condition.Comparison.ABOVE, 0.7));
  }

  @Test
  void saysNothingBeforeItHasSeenEnoughOfBoth() {
    swarm(BITCOIN, 1000, 0.1, -0.02, -0.02, -0.02);
    swarm(BITCOIN, 2000, 0.5, 0.01);
    assertThat(find(3000)).isNull();

    swarm(BITCOIN, 2060, 0.5, 0.01);
    assertThat(find(3000)).isNotNull();
  }

  @Test
  void warnsOfTheWorseRegimeThoughTradesLoseElsewhereToo() {
    swarm(BITCOIN, 1000, 0.5, -0.02, -0.02, 0.01, -0.02);
    swarm(BITCOIN, 2000, 0.1, -0.02, -0.02);

    assertThat(find(3000)).isNotNull();
  }

  @Test
  void saysNothingWhereLessIsLostThanIsEarnedElsewhere() {
    swarm(BITCOIN, 1000, 0.5, 0.02, 0.02, 0.02);
    swarm(BITCOIN, 2000, 0.1, -0.01, -0.01);

    assertThat(find(3000)).isNull();
  }

  @Test
  void takesItBackWhenSuccessesComeIn() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, 0.01);
    swarm(BITCOIN, 2000, 0.2, -0.02, -0.02);
    assertThat(find(3000)).isNotNull();

    swarm(BITCOIN, 2500, 0.1, 0.01);
    assertThat(find(3000)).isNull();
  }

  @Test
  void drawsTheLineWhereMostWouldHaveBeenSavedInTheOutermostThird() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, 0.01, 0.01);
    swarm(BITCOIN, 2000, 0.1, -0.02, -0.02);
    swarm(BITCOIN, 3000, 0.3, -0.02, -0.02);

    assertThat(found(4000).inside()).isEqualTo(new Caution.Group(4, 4, -0.08));
    assertThat(found(4000).regime().quantile()).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void leavesOtherPairsDirectionsAndStreamsAside() {
    swarm(ETHER, 1000, 0.5, 0.01, 0.01, 0.01);
    swarm(ETHER, 2000, 0.1, -0.02, -0.02);
    for (int i = 0; i < 4; i++) {
      trade(SignalSource.BASELINE, BITCOIN, 1000 + i, 0.5, 0.01);
      trade(SignalSource.BASELINE, BITCOIN, 2000 + i, 0.1, -0.02);
    }
    Cautions cautions = new Cautions(Memories.of(trades), SETTINGS);

    assertThat(cautions.of(BITCOIN, Side.BUY, 3000)).isNull();
    assertThat(cautions.of(ETHER, Side.BUY, 3000)).isNotNull();
    assertThat(cautions.of(ETHER, Side.SELL, 3000)).isNull();
  }

  @Test
  void lapsesTheLaterTheMoreFailuresItRestsOn() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, 0.01);
    swarm(BITCOIN, 2000, 0.1, -0.02, -0.02);

    assertThat(found(3000).until()).isEqualTo(2060 + 2.0 * DAY);
    swarm(BITCOIN, DAY / 2, 0.12, -0.02);
    assertThat(found(DAY / 2 + 60).until()).isEqualTo(3.5 * DAY);
  }

  @Test
  void countsTheTradesOfTheLastHoursOnly() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, 0.01);
    swarm(BITCOIN, 2000, 0.1, -0.02, -0.02);

    assertThat(find(1060 + DAY - 1)).isNotNull();
    assertThat(find(2060 + DAY)).isNull();
  }

  @Test
  void neverSpeaksWithAMinimumOfZero() {
    swarm(BITCOIN, 1000, 0.5, 0.01, 0.01, 0.01);
    swarm(BITCOIN, 2000, 0.1, -0.02, -0.02);

    assertThat(
            new Cautions(Memories.of(trades), new CautionSettings(0, 0.8, 24))
                .of(BITCOIN, Side.BUY, 3000))
        .isNull();
  }
}
