package mycelial.ledger;

import static mycelial.ledger.Samples.ADA;
import static mycelial.ledger.Samples.BTC;
import static mycelial.ledger.Samples.START;
import static mycelial.ledger.Samples.decimal;
import static mycelial.ledger.Samples.ledger;
import static mycelial.ledger.Samples.order;
import static mycelial.ledger.Samples.settings;
import static mycelial.ledger.Samples.specs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class LedgerRefusalTest {
  private static final Quote QUOTE = new Quote(START, 100);

  private static void assertRefused(Ledger ledger, Order order, String factor, Refusal reason) {
    BigDecimal cash = ledger.cash();
    long before = ledger.refusals().getOrDefault(reason, 0L);
    assertThat(ledger.open(order, QUOTE, START + 1.0, decimal(factor)))
        .isEqualTo(new OpenResult.Refused(reason));
    assertThat(ledger.refusals()).containsEntry(reason, before + 1);
    assertThat(ledger.cash()).isEqualTo(cash);
    ledger.checkInvariant();
  }

  private static void open(Ledger ledger, Order order) {
    assertThat(ledger.open(order, QUOTE, START + 1.0, BigDecimal.ONE))
        .isInstanceOf(OpenResult.Opened.class);
  }

  @Test
  void whileLongNothingIsOpened() {
    Ledger ledger = ledger(true);
    open(ledger, order(BTC, Side.BUY, 1));
    assertRefused(ledger, order(BTC, Side.BUY, 1), "1", Refusal.ALREADY_LONG);
    assertRefused(ledger, order(BTC, Side.SELL, 1), "1", Refusal.ALREADY_LONG);
  }

  @Test
  void whileShortNothingIsOpened() {
    Ledger ledger = ledger(true);
    open(ledger, order(BTC, Side.SELL, 1));
    assertRefused(ledger, order(BTC, Side.SELL, 1), "1", Refusal.ALREADY_SHORT);
    assertRefused(ledger, order(BTC, Side.BUY, 1), "1", Refusal.ALREADY_SHORT);
  }

  @Test
  void aSellWhileFlatDoesNothingWhereOnlyLongIsAllowed() {
    assertRefused(ledger(false), order(BTC, Side.SELL, 1), "1", Refusal.SHORT_NOT_ALLOWED);
  }

  @Test
  void withoutAnAtrNothingIsOpened() {
    Order cold = order(BTC, Side.BUY, 60, new EntrySnapshot(START, FeatureVector.EMPTY, 1));
    assertRefused(ledger(false), cold, "1", Refusal.NO_ATR);
    assertRefused(ledger(false), order(BTC, Side.BUY, 0), "1", Refusal.NO_ATR);
  }

  @Test
  void underTheSmallestQuantityNothingIsOpened() {
    // 5 ADA at 100.15 are 500.75
    assertRefused(ledger(false), order(ADA, Side.BUY, 1), "1", Refusal.UNDER_MINIMUM);
  }

  @Test
  void underTheSmallestValueNothingIsOpened() {
    assertRefused(ledger(false), order(BTC, Side.BUY, 1), "0.0009", Refusal.UNDER_MINIMUM);
  }

  @Test
  void aQuantityThatRoundsToNothingIsUnderTheMinimum() {
    Pair pair = new Pair("DEARUSD");
    PairSpec spec = new PairSpec(pair, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    Ledger ledger =
        new Ledger(
            SignalSource.BASELINE,
            "s",
            settings(false, "0.05", Interval.MINUTE),
            Map.of(pair, spec));
    assertThat(ledger.open(order(pair, Side.BUY, 1), new Quote(START, 501), START, BigDecimal.ONE))
        .isEqualTo(new OpenResult.Refused(Refusal.UNDER_MINIMUM));
  }

  @Test
  void withoutTheCashForValueAndFeeNothingIsOpened() {
    Ledger all =
        new Ledger(SignalSource.BASELINE, "s", settings(true, "1", Interval.MINUTE), specs());
    assertRefused(all, order(BTC, Side.BUY, 1), "1", Refusal.NO_CASH);
    assertRefused(all, order(BTC, Side.SELL, 1), "1", Refusal.NO_CASH);
  }

  @Test
  void theProceedsOfAShortSaleCannotBeSpent() {
    Ledger ledger =
        new Ledger(SignalSource.BASELINE, "s", settings(true, "0.6", Interval.MINUTE), specs());
    open(ledger, order(BTC, Side.SELL, 1));
    assertThat(ledger.cash()).isGreaterThan(decimal("15000"));
    assertRefused(ledger, order(ADA, Side.BUY, 1), "1", Refusal.NO_CASH);
  }

  @Test
  void everyReasonIsCountedFromZero() {
    assertThat(ledger(false).refusals()).hasSize(Refusal.values().length).containsValue(0L);
  }

  @Test
  void aQuoteFromTheFutureIsABug() {
    Ledger ledger = ledger(false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.open(order(BTC, Side.BUY, 1), QUOTE, START - 1.0, BigDecimal.ONE))
        .withMessageContaining("is not known yet at");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.close(BTC, QUOTE, START - 1.0, ExitReason.FLATTEN));
  }

  @Test
  void aCloseBeforeTheEntryChangesNothing() {
    Ledger ledger = ledger(false);
    open(ledger, order(BTC, Side.BUY, 1));
    BigDecimal cash = ledger.cash();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ledger.close(BTC, QUOTE, START + 0.5, ExitReason.FLATTEN))
        .withMessageContaining("cannot close");
    assertThat(ledger.cash()).isEqualTo(cash);
    assertThat(ledger.position(BTC)).isPresent();
    ledger.checkInvariant();
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    Ledger ledger = ledger(false);
    Order order = order(BTC, Side.BUY, 1);
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ledger.open(order, QUOTE, bad, BigDecimal.ONE))
          .withMessage("now " + bad + " is not a time (seconds since the epoch)");
    }
    for (String bad : new String[] {"0", "-1", "1.01"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ledger.open(order, QUOTE, START, decimal(bad)))
          .withMessage("size factor " + bad + " is not in 0 to 1");
    }
    assertThat(ledger.positions()).isEmpty();
  }

  @Test
  void aPairWithoutSpecificationIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ledger(false)
                .open(order(new Pair("NOPEUSD"), Side.BUY, 1), QUOTE, START, BigDecimal.ONE))
        .withMessageContaining("pair NOPEUSD is not in this ledger");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(false, "0", Interval.MINUTE))
        .withMessage("sizeFraction 0 is not above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(false, "1.5", Interval.MINUTE))
        .withMessage("sizeFraction 1.5 is above 1");
    PairSpec absurd = new PairSpec(BTC, 1, 8, BigDecimal.ZERO, BigDecimal.ZERO, decimal("0.9999"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Ledger(
                SignalSource.BASELINE,
                "s",
                settings(false, "1", Interval.MINUTE),
                Map.of(BTC, absurd)))
        .withMessageStartingWith("XXBTZUSD: halfSpread + slippage");
  }
}
