package mycelial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.TailRow;
import org.junit.jupiter.api.Test;

final class EquityCurveTest {
  private final EquityCurve curve = new EquityCurve();

  private double[] add(double time, double baseline) {
    return curve.add(new TailRow(1, new TreeMap<>(Map.of("time", time, "baseline", baseline))));
  }

  @Test
  void measuresDrawdownFromTheHighestPointSoFar() {
    add(0, 100);
    add(1, 120);
    assertThat(add(2, 90)[5]).isEqualTo(25);
    assertThat(add(3, 108)[5]).isEqualTo(10);

    assertThat(curve.deepest(0)).isEqualTo(25);
    assertThat(curve.drawdown(0)).isEqualTo(10);
    assertThat(curve.start(0)).isEqualTo(100);
    assertThat(curve.equity(0)).isEqualTo(108);
  }

  @Test
  void saysNothingOfAStreamThatIsNotStored() {
    assertThat(add(0, 100)[2]).isNaN();
    assertThat(curve.equity(1)).isNaN();
    assertThat(curve.points().get(0).get(2).isNull()).isTrue();
  }

  @Test
  void staysSmallAndKeepsTheLastEquityAndTheDeepestDrawdown() {
    add(0, 1000);
    for (int i = 1; i < 10 * EquityCurve.MOST; i++) {
      add(i, i == 12_345 ? 500 : 1000 + i % 7);
    }

    assertThat(curve.points().size()).isBetween(EquityCurve.MOST / 2, EquityCurve.MOST + 1);
    double deepest = 0;
    for (var point : curve.points()) {
      deepest = Math.max(deepest, point.get(5).asDouble());
    }
    assertThat(deepest).isCloseTo(100 * 506.0 / 1006, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(curve.points().get(curve.points().size() - 1).get(0).asInt())
        .isEqualTo(10 * EquityCurve.MOST - 1);
  }
}
