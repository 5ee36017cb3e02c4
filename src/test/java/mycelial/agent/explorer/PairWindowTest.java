package mycelial.agent.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import mycelial.agent.Seeds;
import mycelial.market.Bar;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;

final class PairWindowTest {
  private static final double EXACT = 1e-9;

  private final List<Bar> bars = new ArrayList<>();

  private static Bar bar(int number, double open, double close, double volume) {
    return new Bar(
        60L * number,
        Interval.MINUTE,
        open,
        Math.max(open, close),
        Math.min(open, close),
        close,
        volume,
        1,
        Bar.Kind.TRADED);
  }

  /** A walk whose bars open where the last one closed, a tenth of them quiet. */
  private void walk(int count) {
    RandomGenerator random = Seeds.generator(5, count);
    double price = 100;
    for (int i = 0; i < count; i++) {
      double next = price * (1 + 0.01 * (random.nextDouble() - 0.5));
      if (i % 10 == 9) {
        bars.add(Bar.quiet(60L * i, Interval.MINUTE, price));
      } else {
        bars.add(bar(i, price, next, random.nextDouble(1, 50)));
        price = next;
      }
    }
  }

  private PairWindow window(int lookBack) {
    PairWindow window = new PairWindow(lookBack);
    bars.forEach(bar -> window.add(bar, false));
    return window;
  }

  /** The same, in ten obvious lines, over the last {@code all} bars. */
  private Standing naive(int all, int recent) {
    List<Bar> kept = bars.subList(bars.size() - all, bars.size());
    double[] turnover = new double[2];
    double[] squares = new double[2];
    double moves = 0;
    for (int i = 0; i < all; i++) {
      Bar bar = kept.get(i);
      double change = bar.close() / bar.open() - 1;
      moves += Math.abs(change);
      for (int part = 0; part < (i >= all - recent ? 2 : 1); part++) {
        turnover[part] += bar.close() * bar.volume();
        squares[part] += change * change;
      }
    }
    return new Standing(
        turnover[0] / all,
        turnover[1] / recent / (turnover[0] / all),
        StrictMath.sqrt(squares[0] / all),
        StrictMath.sqrt(squares[1] / recent / (squares[0] / all)),
        moves / turnover[0],
        kept.stream().filter(Bar::isQuiet).count() / (double) all,
        (kept.getLast().close() / kept.getFirst().open() - 1) / StrictMath.sqrt(squares[0]));
  }

  private static void assertSame(Standing actual, Standing expected) {
    assertThat(actual.turnover()).isCloseTo(expected.turnover(), within(EXACT));
    assertThat(actual.turnoverSurge()).isCloseTo(expected.turnoverSurge(), within(EXACT));
    assertThat(actual.volatility()).isCloseTo(expected.volatility(), within(EXACT));
    assertThat(actual.volatilitySurge()).isCloseTo(expected.volatilitySurge(), within(EXACT));
    assertThat(actual.illiquidity()).isCloseTo(expected.illiquidity(), within(EXACT));
    assertThat(actual.quietShare()).isCloseTo(expected.quietShare(), within(EXACT));
    assertThat(actual.drift()).isCloseTo(expected.drift(), within(EXACT));
  }

  @Test
  void addsUpWhatItHasSeenAsTheNaiveWayDoes() {
    walk(120);

    assertSame(window(120).standing(), naive(120, 30));
  }

  @Test
  void forgetsWhatLiesBeyondItsLookBack() {
    walk(1000); // slots of 5 bars, the newest just filled

    assertSame(window(60).standing(), naive(60, 15));
  }

  @Test
  void countsTheSlotThatIsBeingFilled() {
    walk(1002);

    assertSame(window(60).standing(), naive(57, 12));
  }

  @Test
  void isFullWhenItsLookBackHasBeenSeen() {
    walk(30);
    assertThat(window(60).fullness()).isEqualTo(0.5);
    walk(30);
    walk(30);
    assertThat(window(60).fullness()).isEqualTo(1);
  }

  @Test
  void beginsAnewAfterAGap() {
    walk(60);
    PairWindow window = window(60);
    Bar after = bar(5000, 10, 10.5, 2);
    window.add(after, true);

    assertThat(window.fullness()).isEqualTo(1.0 / 60);
    assertThat(window.standing().turnover()).isEqualTo(21);
    assertThat(window.standing().volatility()).isCloseTo(0.05, within(EXACT));
    assertThat(window.barEnd()).isEqualTo(after.end());
  }

  @Test
  void aPairThatNobodyTradesIsIlliquidAndMovesNowhere() {
    for (int i = 0; i < 20; i++) {
      bars.add(Bar.quiet(60L * i, Interval.MINUTE, 7));
    }
    Standing standing = window(12).standing();

    assertThat(standing.illiquidity()).isInfinite();
    assertThat(standing.quietShare()).isEqualTo(1);
    assertThat(standing.turnoverSurge()).isZero();
    assertThat(standing.drift()).isZero();
  }
}
