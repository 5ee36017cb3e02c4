package mycelial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The axis of values, whatever they are. */
class LineChartTest {
  private static String drawn(double... values) {
    List<Double> times = List.of(0.0, 3600.0, 7200.0);
    List<Double> all = List.of(values[0], values[1], values[2]);
    LineChart.Line line = new LineChart.Line("baseline", new EquityCurve(times, all));
    return LineChart.draw("equity", List.of(line), 300).toString();
  }

  @Test
  @Timeout(10)
  void isFlatWhereValuesDifferOnlyByRoundingErrors() {
    assertThat(drawn(10_000, Math.nextUp(10_000.0), 10_000)).hasSizeLessThan(20_000);
    assertThat(drawn(10_000, 10_000, 10_000)).contains("10");
    assertThat(drawn(0, 1e-15, -1e-15)).hasSizeLessThan(20_000);
  }

  @Test
  @Timeout(10)
  void hasAFewRoundStepsOtherwise() {
    String chart = drawn(9_350.94, 10_488.4, 10_000);
    assertThat(chart.split("text-anchor=\"end\"", -1).length - 1).isBetween(6, 20);
  }
}
