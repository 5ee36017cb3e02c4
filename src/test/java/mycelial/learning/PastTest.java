package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;

final class PastTest {
  private static final int BARS = 10;
  private final Past past = new Past(2, BARS, Interval.MINUTE);
  private final short[] ranks = new short[BARS];

  private void add(int pair, long minute, double close, double rank) {
    Bar bar =
        new Bar(
            60 * (minute - 1), Interval.MINUTE, close, close, close, close, 1, 1, Bar.Kind.TRADED);
    FeatureVector features =
        new FeatureVector.Builder().set(Feature.RSI, 50).rank(Feature.RSI, rank).build();
    past.add(pair, bar, features);
  }

  private short rank(int pair, int bar) {
    past.ranks(pair, Feature.RSI, new int[] {bar}, 1, ranks);
    return ranks[0];
  }

  @Test
  void keepsTheNewestBarsOfAllPairsInOnePlace() {
    for (int minute = 100; minute < 125; minute++) {
      add(0, minute, minute, minute / 1000.0);
      add(1, minute, 2 * minute, 0.5);
    }

    assertThat(past.end(BARS - 1)).isEqualTo(60 * 124);
    assertThat(past.close(0, BARS - 1)).isEqualTo(124);
    assertThat(past.close(1, 0)).isEqualTo(2 * 115);
    assertThat(rank(0, 3)).isEqualTo((short) 118);
  }

  @Test
  void aGapIsNoBarAndOldBarsDoNotShineThrough() {
    for (int minute = 100; minute < 110; minute++) {
      add(0, minute, minute, 0.1);
      add(1, minute, minute, 0.2);
    }
    add(0, 115, 115, 0.3);

    assertThat(past.close(0, 0)).isEqualTo(106);
    assertThat(past.close(0, 5)).isNaN();
    assertThat(rank(0, 5)).isEqualTo(PairHistory.ABSENT);
    assertThat(rank(0, BARS - 1)).isEqualTo((short) 300);
    assertThat(past.close(1, BARS - 1)).as("the other pair has no bar yet").isNaN();
    assertThat(rank(1, BARS - 1)).isEqualTo(PairHistory.ABSENT);
  }

  @Test
  void aQuietBarWasNoOccasion() {
    past.add(0, Bar.quiet(60, Interval.MINUTE, 10), FeatureVector.EMPTY);

    assertThat(past.close(0, BARS - 1)).isNaN();
  }
}
