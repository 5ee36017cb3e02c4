package mycelial.ledger;

import static mycelial.ledger.Samples.ADA;
import static mycelial.ledger.Samples.START;
import static mycelial.ledger.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mycelial.market.Bar;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class ShadowBookTest {
  private final List<ClosedTrade> outcomes = new ArrayList<>();

  private ShadowBook book(Ledger ledger) {
    return new ShadowBook(
        Map.of(SignalSource.BASELINE, ledger, SignalSource.ACCOUNT, ledger), outcomes::add);
  }

  private static Quote quote(double offset, double mid) {
    return new Quote(START + offset, mid);
  }

  @Test
  void whatALedgerTradesAloneComesToTheSame() {
    for (int seed = 0; seed < 200; seed++) {
      outcomes.clear();
      SplittableRandom random = new SplittableRandom(seed);
      Ledger ledger = Samples.ledger(false);
      ShadowBook shadows = book(Samples.ledger(false));
      Quote entry = quote(0, 1);
      ledger.open(Samples.order(ADA, Side.BUY, 0.001), entry, START + 1, BigDecimal.ONE);
      shadows.open(SignalSource.BASELINE, Samples.order(ADA, Side.BUY, 0.001), entry, START + 1);
      List<ClosedTrade> traded = new ArrayList<>();
      double price = 1;
      for (int minute = 0; minute < 70; minute++) {
        double next = price * (1 + 0.004 * random.nextGaussian());
        Bar bar = bar(60L * minute, price, Math.max(price, next), Math.min(price, next), next);
        Quote quote = quote(60 * minute + 60, next);
        ledger.onBar(ADA, bar).ifPresent(traded::add);
        shadows.onBar(ADA, bar);
        ledger.onQuote(ADA, quote).ifPresent(traded::add);
        shadows.onQuote(ADA, quote);
        price = next;
      }
      assertThat(traded).hasSize(1);
      assertThat(outcomes).hasSize(1);
      assertThat(outcomes.getFirst().exit()).isEqualTo(traded.getFirst().exit());
      assertThat(outcomes.getFirst().reason()).isEqualTo(traded.getFirst().reason());
      assertThat(outcomes.getFirst().pnl()).isEqualTo(traded.getFirst().pnl());
      assertThat(shadows.positions()).isZero();
    }
  }

  @Test
  void entersAnIdeaWhateverIsHeldAlready() {
    ShadowBook shadows = book(Samples.ledger(false));
    for (int i = 0; i < 50; i++) {
      shadows.open(
          SignalSource.BASELINE, Samples.order(ADA, Side.BUY, 0.001), quote(0, 1), START + 1);
    }

    assertThat(shadows.positions()).isEqualTo(50);
  }

  @Test
  void aSellWhileFlatHasNoOutcomeUnlessShortsAreConfigured() {
    ShadowBook longOnly = book(Samples.ledger(false));
    longOnly.open(
        SignalSource.BASELINE, Samples.order(ADA, Side.SELL, 0.001), quote(0, 1), START + 1);
    ShadowBook both = book(Samples.ledger(true));
    both.open(SignalSource.BASELINE, Samples.order(ADA, Side.SELL, 0.001), quote(0, 1), START + 1);

    assertThat(longOnly.positions()).isZero();
    assertThat(both.positions()).isEqualTo(1);
  }

  @Test
  void theAccountHasNoIdeasOfItsOwn() {
    ShadowBook shadows = book(Samples.ledger(false));
    shadows.open(SignalSource.ACCOUNT, Samples.order(ADA, Side.BUY, 0.001), quote(0, 1), START + 1);

    assertThat(shadows.positions()).isZero();
  }

  @Test
  void anOppositeIdeaOfTheStreamClosesAllOfItsPositions() {
    ShadowBook shadows = book(Samples.ledger(false));
    shadows.open(
        SignalSource.BASELINE, Samples.order(ADA, Side.BUY, 0.001), quote(0, 1), START + 1);
    shadows.closeOpposite(SignalSource.MYCELIAL, ADA, Side.BUY, quote(60, 1.1), START + 61);
    assertThat(outcomes).isEmpty();

    shadows.closeOpposite(SignalSource.BASELINE, ADA, Side.BUY, quote(60, 1.1), START + 61);

    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.getFirst().reason()).isEqualTo(ExitReason.OPPOSITE_IDEA);
    assertThat(outcomes.getFirst().exit().mid()).isEqualByComparingTo("1.1");
  }

  @Test
  void whatIsOpenAtTheEndIsClosedAtTheNewestQuote() {
    ShadowBook shadows = book(Samples.ledger(false));
    shadows.open(
        SignalSource.BASELINE, Samples.order(ADA, Side.BUY, 0.001), quote(0, 1), START + 1);
    shadows.end(pair -> quote(30, 1.05), START + 40);

    assertThat(outcomes)
        .singleElement()
        .extracting(ClosedTrade::reason)
        .isEqualTo(ExitReason.SESSION_END);
    assertThat(shadows.positions()).isZero();
  }
}
