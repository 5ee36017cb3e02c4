package mycelial.ledger;

import static mycelial.ledger.Samples.BTC;
import static mycelial.ledger.Samples.START;
import static mycelial.ledger.Samples.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.EvidenceGrade;
import mycelial.market.FeatureVector;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import org.junit.jupiter.api.Test;

final class RecordChecksTest {
  private static final double[] NO_NUMBERS = {-1, Double.NaN, Double.POSITIVE_INFINITY};

  private static Fill fill(double time, String quantity, String price, String fee) {
    return new Fill(
        time, START, Side.BUY, decimal(quantity), decimal(price), decimal(price), decimal(fee));
  }

  @Test
  void aFillHasAQuantityAPriceAndNoNegativeFee() {
    assertThat(fill(START, "2", "3.5", "0").notional()).isEqualByComparingTo("7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fill(START, "0", "3", "0"))
        .withMessage("quantity 0 is not above zero");
    assertThatIllegalArgumentException().isThrownBy(() -> fill(START, "1", "-3", "0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fill(START, "1", "3", "-0.1"))
        .withMessage("fee -0.1 is below zero");
  }

  @Test
  void aFillIsNotBeforeItsPriceWasKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fill(START - 1.0, "1", "3", "0"))
        .withMessageContaining("which was not known yet");
  }

  @Test
  void noTimeIsRefusedEverywhere() {
    for (double bad : NO_NUMBERS) {
      assertThatIllegalArgumentException().isThrownBy(() -> fill(bad, "1", "3", "0"));
      assertThatIllegalArgumentException().isThrownBy(() -> new EquityPoint(bad, Map.of()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new CollisionRecord(BTC, Side.BUY, "b", "m", bad, 1, "OPENED"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ExitPlan(Side.BUY, 1, 2, bad))
          .withMessage("deadline " + bad + " is not a time (seconds since the epoch)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new EntrySnapshot(START, FeatureVector.EMPTY, bad));
    }
  }

  @Test
  void anOrderHasAHorizonAndAScore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order(0, 50))
        .withMessage("horizon 0 is not a minute or more");
    for (double bad : new double[] {-0.1, 100.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> order(1, bad))
          .withMessage("score " + bad + " is not between 0 and 100");
    }
    assertThat(order(1, 100).score()).isEqualTo(100);
  }

  private static Order order(int horizonMinutes, double score) {
    return new Order(
        BTC,
        Side.BUY,
        StrategyType.DAY,
        horizonMinutes,
        "agent",
        null,
        "idea",
        EvidenceGrade.PROVEN,
        score,
        0,
        true,
        new EntrySnapshot(START, FeatureVector.EMPTY, 0));
  }

  @Test
  void aTradeIsClosedOnTheOtherSide() {
    Fill entry = fill(START, "1", "3", "0");
    Position position =
        new Position(
            "t", SignalSource.ACCOUNT, order(1, 1), entry, new ExitPlan(Side.BUY, 1, 4, START));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClosedTrade(position, entry, ExitReason.STOP, BigDecimal.ONE))
        .withMessageContaining("cannot close");
  }

  @Test
  void anEquityPointCopiesItsAmounts() {
    Map<SignalSource, BigDecimal> amounts = new TreeMap<>();
    amounts.put(SignalSource.MYCELIAL, BigDecimal.TEN);
    amounts.put(SignalSource.BASELINE, BigDecimal.ONE);
    EquityPoint point = new EquityPoint(START, amounts);
    amounts.clear();
    assertThat(point.equity().keySet())
        .containsExactly(SignalSource.BASELINE, SignalSource.MYCELIAL);
  }
}
