package mycelial.ledger;

import static mycelial.ledger.Samples.ADA;
import static mycelial.ledger.Samples.BTC;
import static mycelial.ledger.Samples.DOGE;
import static mycelial.ledger.Samples.START;
import static mycelial.ledger.Samples.bar;
import static mycelial.ledger.Samples.ledger;
import static mycelial.ledger.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mycelial.market.Interval;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private static Quote quote(double offset, double mid) {
    return new Quote(START + offset, mid);
  }

  private static Position open(Ledger ledger, Order order, Quote quote) {
    OpenResult result = ledger.open(order, quote, quote.time() + 1, BigDecimal.ONE);
    assertThat(result).isInstanceOf(OpenResult.Opened.class);
    return ((OpenResult.Opened) result).position();
  }

  private static ClosedTrade close(Ledger ledger, Quote quote) {
    return ledger
        .close(Samples.BTC, quote, quote.time() + 1, ExitReason.OPPOSITE_IDEA)
        .orElseThrow();
  }

  @Test
  void aLongRoundTripByHand() {
    Ledger ledger = ledger(false);
    Position position = open(ledger, order(BTC, Side.BUY, 10), quote(0, 50_000));
    Fill entry = position.entry();
    assertThat(position.tradeId()).isEqualTo("s1-baseline-000001");
    assertThat(entry.mid()).isEqualTo("50000.0");
    assertThat(entry.price()).isEqualTo("50060.0");
    assertThat(entry.quantity()).isEqualTo("0.00998801");
    assertThat(entry.fee()).isEqualTo("1.99999912");
    assertThat(entry.time()).isEqualTo(START + 1.0);
    assertThat(entry.quoteTime()).isEqualTo(START);
    assertThat(ledger.cash()).isEqualByComparingTo("9498.00022028");
    // 0.00998801 x 50000 = 499.4005
    assertThat(ledger.equity()).isEqualByComparingTo("9997.40072028");
    assertThat(ledger.unrealisedPnl()).isEqualByComparingTo("-2.59927972");
    ledger.checkInvariant();

    ClosedTrade trade = close(ledger, quote(600, 51_000));
    assertThat(trade.exit().price()).isEqualTo("50938.8");
    assertThat(trade.exit().fee()).isEqualTo("2.03510898");
    assertThat(trade.pnl()).isEqualByComparingTo("4.742355088");
    assertThat(trade.fees()).isEqualByComparingTo("4.0351081");
    assertThat(trade.isWin()).isTrue();
    assertThat(trade.holdSeconds()).isEqualTo(600);
    assertThat(ledger.cash()).isEqualByComparingTo("10004.742355088");
    assertThat(ledger.equity()).isEqualByComparingTo(ledger.cash());
    assertThat(ledger.realisedPnl()).isEqualByComparingTo("4.742355088");
    assertThat(ledger.feesPaid()).isEqualByComparingTo("4.0351081");
    assertThat(ledger.trades()).isEqualTo(1);
    assertThat(ledger.wins()).isEqualTo(1);
    assertThat(ledger.positions()).isEmpty();
    ledger.checkInvariant();
  }

  @Test
  void aShortRoundTripByHand() {
    Ledger ledger = ledger(true);
    Position position = open(ledger, order(BTC, Side.SELL, 10), quote(0, 50_000));
    // sold at 50000 x 0.9988 = 49940.0; 500 / 49940 = 0.0100120144...
    assertThat(position.entry().price()).isEqualTo("49940.0");
    assertThat(position.entry().quantity()).isEqualTo("0.01001201");
    // 499.9997794 proceeds, fee 1.9999991176
    assertThat(position.entry().fee()).isEqualTo("1.99999912");
    assertThat(ledger.cash()).isEqualByComparingTo("10497.99978028");
    assertThat(ledger.freeCash()).isEqualByComparingTo("9498.00022148");
    assertThat(ledger.equity()).isEqualByComparingTo("9997.39928028");

    ClosedTrade trade = close(ledger, quote(600, 49_000));
    // bought back at 49000 x 1.0012 = 49058.8: 491.177196188, fee 1.964708784752
    assertThat(trade.exit().price()).isEqualTo("49058.8");
    assertThat(trade.pnl()).isEqualByComparingTo("4.857875312");
    assertThat(ledger.freeCash()).isEqualByComparingTo(ledger.cash());
    assertThat(ledger.cash()).isEqualByComparingTo("10004.857875312");
    ledger.checkInvariant();
  }

  @Test
  void aBarClosesAtTheStopWithCosts() {
    Ledger ledger = ledger(false);
    Position position = open(ledger, order(ADA, Side.BUY, 0.001), quote(0, 1.0));
    double stop = 1.0 - 3 * 0.001 * StrictMath.sqrt(60);
    assertThat(position.plan().stop()).isEqualTo(stop);
    assertThat(ledger.onBar(ADA, bar(0, 1.0, 1.0, 0.99, 0.99))).isEmpty();
    ClosedTrade trade = ledger.onBar(ADA, bar(60, 0.99, 0.99, 0.9, 0.95)).orElseThrow();
    assertThat(trade.reason()).isEqualTo(ExitReason.STOP);
    assertThat(trade.exit().mid()).isEqualTo("0.976762");
    // 0.976762 x 0.9985 = 0.975296857, down
    assertThat(trade.exit().price()).isEqualTo("0.975296");
    assertThat(trade.exit().time()).isEqualTo(START + 120.0);
    assertThat(trade.isWin()).isFalse();
    assertThat(ledger.wins()).isZero();
    ledger.checkInvariant();
  }

  @Test
  void aQuoteAtTheDeadlineClosesByHorizon() {
    Ledger ledger = ledger(false);
    open(ledger, order(ADA, Side.BUY, 0.001), quote(0, 1.0));
    assertThat(ledger.onQuote(ADA, quote(3599, 1.0))).isEmpty();
    ClosedTrade trade = ledger.onQuote(ADA, quote(3600, 1.0)).orElseThrow();
    assertThat(trade.reason()).isEqualTo(ExitReason.HORIZON);
  }

  @Test
  void aQuoteFromBeforeTheEntryJudgesNothing() {
    Ledger ledger = ledger(false);
    ledger.open(order(ADA, Side.BUY, 0.001), quote(0, 1.0), START + 2.0, BigDecimal.ONE);
    assertThat(ledger.onQuote(ADA, quote(1, 0.5))).isEmpty();
    assertThat(ledger.onQuote(ADA, quote(3, 0.5))).isPresent();
  }

  @Test
  void anOlderPriceDoesNotReplaceANewerMark() {
    Ledger ledger = ledger(false);
    open(ledger, order(BTC, Side.BUY, 1000), quote(0, 50_000));
    BigDecimal atEntry = ledger.equity();
    assertThat(ledger.onQuote(BTC, quote(30, 50_500))).isEmpty();
    BigDecimal marked = ledger.equity();
    assertThat(marked).isGreaterThan(atEntry);
    assertThat(ledger.onQuote(BTC, quote(20, 49_500))).isEmpty();
    assertThat(ledger.equity()).isEqualTo(marked);
  }

  @Test
  void aPositionIsMarkedToAPriceThatWasKnownBeforeItWasOpened() {
    Ledger ledger = ledger(false);
    ledger.onBar(BTC, bar(0, 50_000, 51_000, 50_000, 51_000));
    ledger.open(order(BTC, Side.BUY, 1000), quote(59, 50_000), START + 61.0, BigDecimal.ONE);
    // cash as in the round trip by hand + 0.00998801 x 51000
    assertThat(ledger.equity()).isEqualByComparingTo("10007.38873028");
  }

  @Test
  void drawdownIsMeasuredFromThePeakWhereMarked() {
    Ledger ledger = ledger(false);
    open(ledger, order(BTC, Side.BUY, 1000), quote(0, 50_000));
    ledger.markToMarket();
    // (10000 - 9997.40072028) / 10000
    assertThat(ledger.maxDrawdownPercent()).isEqualByComparingTo("0.02599280");
    ledger.onQuote(BTC, quote(60, 60_000));
    ledger.markToMarket();
    // peak 9498.00022028 + 599.2806 = 10097.28082028
    assertThat(ledger.maxDrawdownPercent()).isEqualByComparingTo("0.02599280");
    ledger.onQuote(BTC, quote(120, 55_000));
    ledger.markToMarket();
    // 49.94005 / 10097.28082028
    assertThat(ledger.maxDrawdownPercent()).isEqualByComparingTo("0.49458910");
    ledger.onQuote(BTC, quote(180, 45_000));
    ledger.onQuote(BTC, quote(240, 55_000));
    ledger.markToMarket();
    assertThat(ledger.maxDrawdownPercent()).isEqualByComparingTo("0.49458910");
  }

  @Test
  void theSizeFactorShrinksTheTrade() {
    Ledger ledger = ledger(false);
    OpenResult result =
        ledger.open(
            order(DOGE, Side.BUY, 0.001), quote(0, 0.1), START + 1.0, new BigDecimal("0.5"));
    // 250 / 0.10015 = 2496.25..., whole coins
    assertThat(((OpenResult.Opened) result).position().entry().quantity()).isEqualTo("2496");
  }

  @Test
  void theFeeFollowsTheVolumeOfThirtyDays() {
    LedgerSettings settings = Samples.settings(false, "0.9", Interval.MINUTE);
    Ledger ledger = new Ledger(SignalSource.MYCELIAL, "s", settings, Samples.specs());
    assertThat(feeRate(open(ledger, order(BTC, Side.BUY, 1000), quote(0, 50_000)).entry()))
        .isEqualByComparingTo("0.0040");
    assertThat(feeRate(close(ledger, quote(60, 50_000)).exit())).isEqualByComparingTo("0.0040");
    assertThat(feeRate(open(ledger, order(BTC, Side.BUY, 1000), quote(120, 50_000)).entry()))
        .isEqualByComparingTo("0.0035");
    double month = 30 * 86_400.0;
    assertThat(feeRate(close(ledger, quote(month - 2, 50_000)).exit()))
        .isEqualByComparingTo("0.0035");
    assertThat(feeRate(open(ledger, order(BTC, Side.BUY, 1000), quote(month, 50_000)).entry()))
        .isEqualByComparingTo("0.0040");
  }

  private static BigDecimal feeRate(Fill fill) {
    return fill.fee().divide(fill.notional(), 4, RoundingMode.HALF_EVEN);
  }

  @Test
  void positionsAreInPairOrder() {
    Ledger ledger = ledger(false);
    open(ledger, order(BTC, Side.BUY, 1000), quote(0, 50_000));
    open(ledger, order(ADA, Side.BUY, 0.01), quote(0, 1));
    assertThat(ledger.positions())
        .extracting(position -> position.order().pair())
        .containsExactly(ADA, BTC);
    assertThat(ledger.position(ADA)).isPresent();
    assertThat(ledger.position(DOGE)).isEmpty();
  }

  @Test
  void withoutAPositionNothingHappens() {
    Ledger ledger = ledger(false);
    assertThat(ledger.onBar(BTC, bar(0, 1, 2, 1, 2))).isEmpty();
    assertThat(ledger.onQuote(BTC, quote(0, 1))).isEmpty();
    assertThat(ledger.close(BTC, quote(0, 1), START, ExitReason.FLATTEN)).isEmpty();
    ledger.markToMarket();
    assertThat(ledger.equity()).isEqualTo("10000");
    assertThat(ledger.maxDrawdownPercent()).isZero();
    ledger.checkInvariant();
  }
}
