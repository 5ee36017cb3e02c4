package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every market of returns shows, checked on ten days without anything planted. */
final class StylisedFactsTest {
  private static final List<double[]> RETURNS = new ArrayList<>();

  @BeforeAll
  static void generate() {
    Worlds.bars(Worlds.spec(WorldKind.NOISE, 11, 10))
        .values()
        .forEach(bars -> RETURNS.add(Worlds.returns(bars)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / StrictMath.sqrt(xx * yy);
  }

  @Test
  void tailsAreFat() {
    for (double[] returns : RETURNS) {
      double squares = mean(Arrays.stream(returns).map(r -> r * r).toArray());
      double fourths = mean(Arrays.stream(returns).map(r -> r * r * r * r).toArray());
      assertThat(fourths / (squares * squares)).isBetween(4.0, 30.0);
    }
  }

  @Test
  void volatilityClusters() {
    for (double[] returns : RETURNS) {
      double[] squares = Arrays.stream(returns).map(r -> r * r).toArray();
      double[] first = Arrays.copyOfRange(squares, 0, squares.length - 10);
      double[] later = Arrays.copyOfRange(squares, 10, squares.length);
      assertThat(correlation(first, later)).isGreaterThan(0.02);
    }
  }

  @Test
  void returnsThemselvesDoNotFollowFromTheLast() {
    for (double[] returns : RETURNS) {
      double[] first = Arrays.copyOfRange(returns, 0, returns.length - 1);
      double[] next = Arrays.copyOfRange(returns, 1, returns.length);
      assertThat(correlation(first, next)).isBetween(-0.06, 0.06);
    }
  }

  @Test
  void volatilityIsThatOfCrypto() {
    for (double[] returns : RETURNS) {
      double variance = mean(Arrays.stream(returns).map(r -> r * r).toArray());
      assertThat(StrictMath.sqrt(variance)).isBetween(0.0004, 0.0014);
    }
  }

  @Test
  void pairsMoveTogether() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < RETURNS.size(); i++) {
      for (int j = 0; j < i; j++) {
        double correlation = correlation(RETURNS.get(i), RETURNS.get(j));
        assertThat(correlation).isBetween(0.1, 0.9);
        sum += correlation;
        count++;
      }
    }
    assertThat(sum / count).isBetween(0.3, 0.6);
  }
}
