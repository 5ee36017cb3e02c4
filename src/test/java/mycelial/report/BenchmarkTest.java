package mycelial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mycelial.ledger.PriceBucket;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;

final class BenchmarkTest {
  private static final Pair ONE = new Pair("ONEUSD");
  private static final Pair TWO = new Pair("TWOUSD");

  private static PriceBucket bucket(Pair pair, long time, double close) {
    return new PriceBucket(pair, time, 300, close, close, close, close, 1, 5, 0);
  }

  @Test
  void holdsEqualPartsAndPaysOnBothSides() {
    List<PriceBucket> prices =
        List.of(
            bucket(ONE, 0, 100), bucket(ONE, 300, 200), bucket(TWO, 0, 10), bucket(TWO, 600, 5));

    Benchmark held = Benchmark.hold("both", List.of(ONE, TWO), prices, 1000, 0.01);

    assertThat(held.curve().times()).containsExactly(300.0, 600.0, 900.0);
    assertThat(held.curve().values().get(0)).isCloseTo(1000 / 1.01, within(1e-9));
    assertThat(held.curve().values().get(1)).isCloseTo(1500 / 1.01, within(1e-9));
    assertThat(held.pnl()).isCloseTo(1250 / 1.01 * 0.99 - 1000, within(1e-9));
  }
}
