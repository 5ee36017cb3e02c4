package mycelial.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Against lists, filters and two passes. */
final class OccasionsTest {
  private static final int BARS = 600;

  /** A bar with what entering after it earned, and the rank of the source that is looked at. */
  private record Chance(int bar, float gain, short rank) {}

  private final Occasions occasions = new Occasions(BARS);

  private List<Chance> chances(int horizon, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Chance> all = new ArrayList<>();
    occasions.clear(horizon);
    for (int bar = 0; bar < BARS; bar++) {
      if (random.nextInt(10) == 0) {
        continue; // a quiet bar
      }
      short rank =
          random.nextInt(8) == 0
              ? PairHistory.ABSENT
              : (short) random.nextInt(PairHistory.RANK_STEPS + 1);
      float gain = (float) Math.clamp(random.nextGaussian() / 2 + (rank > 800 ? 0.4 : 0), -1, 1);
      occasions.ranks()[all.size()] = rank;
      occasions.add(bar, gain);
      all.add(new Chance(bar, gain, rank));
    }
    occasions.complete();
    return all;
  }

  private static List<Chance> beyond(List<Chance> all, double quantile, boolean above) {
    return all.stream()
        .filter(chance -> chance.rank() >= 0)
        .filter(
            chance -> above ? chance.rank() / 1000.0 > quantile : chance.rank() / 1000.0 < quantile)
        .toList();
  }

  private static double mean(List<Chance> of, ToDoubleFunction<Chance> what) {
    return of.stream().mapToDouble(what).average().orElse(0);
  }

  private static double spread(List<Chance> of) {
    double mean = mean(of, Chance::gain);
    return Math.sqrt(mean(of, c -> (c.gain() - mean) * (c.gain() - mean)));
  }

  private static double score(List<Chance> left, List<Chance> all, int horizon, boolean first) {
    if (left.size() < Insight.FEWEST_OCCASIONS) {
      return 0;
    }
    double lead = mean(left, Chance::gain) - (first ? mean(all, Chance::gain) : 0);
    double scale = Math.max(Occasions.LEAST_SPREAD, spread(first ? all : left));
    return lead / scale * Math.sqrt(left.size() / (double) horizon);
  }

  private static double apart(List<Chance> left, int horizon) {
    List<Chance> taken = new ArrayList<>();
    for (Chance chance : left) {
      if (taken.isEmpty() || chance.bar() - taken.getLast().bar() >= horizon) {
        taken.add(chance);
      }
    }
    return taken.size() < Insight.FEWEST_OCCASIONS
        ? 0
        : mean(taken, Chance::gain)
            / Math.max(Occasions.LEAST_SPREAD, spread(taken))
            * Math.sqrt(taken.size());
  }

  @Test
  void findsTheLevelThatTryingThemAllFinds() {
    for (int seed = 0; seed < 20; seed++) {
      for (boolean first : new boolean[] {true, false}) {
        int horizon = 1 + seed;
        List<Chance> all = chances(horizon, seed);
        double best = 0;
        for (int level = 0; level < QuantileGrid.SIZE; level++) {
          for (boolean above : new boolean[] {true, false}) {
            double quantile = QuantileGrid.level(level);
            best = Math.max(best, score(beyond(all, quantile, above), all, horizon, first));
          }
        }
        Occasions.Level found = occasions.best(first);
        double quantile = QuantileGrid.level(found.level());
        List<Chance> left = beyond(all, quantile, found.above());
        assertThat(found.score()).isCloseTo(best, offset(1e-6)).isPositive();
        assertThat(score(left, all, horizon, first)).isCloseTo(best, offset(1e-6));
      }
    }
  }

  @Test
  void narrowsToTheBarsOnWhichTheConditionHolds() {
    for (int level = 0; level < QuantileGrid.SIZE; level++) {
      for (boolean above : new boolean[] {true, false}) {
        List<Chance> left = beyond(chances(5, level), QuantileGrid.level(level), above);
        occasions.narrow(QuantileGrid.level(level), above);

        assertThat(occasions.count()).isEqualTo(left.size());
        for (int i = 0; i < left.size(); i++) {
          assertThat(occasions.bars()[i]).isEqualTo(left.get(i).bar());
        }
      }
    }
  }

  @Test
  void countsTradesThatDoNotOverlapNowAndAsIfNarrowed() {
    for (int horizon : new int[] {1, 7, 60, 300}) {
      List<Chance> all = chances(horizon, horizon);
      List<Chance> left = beyond(all, 0.8, true);

      assertThat(occasions.apart()).isCloseTo(apart(all, horizon), offset(1e-6));
      assertThat(occasions.apart(0.8, true)).isCloseTo(apart(left, horizon), offset(1e-6));
      occasions.narrow(0.8, true);
      assertThat(occasions.apart()).isCloseTo(apart(left, horizon), offset(1e-6));
    }
  }

  @Test
  void aFewOccasionsTellNothing() {
    occasions.clear(1);
    for (int i = 0; i < Insight.FEWEST_OCCASIONS - 1; i++) {
      occasions.ranks()[i] = (short) 900;
      occasions.add(i, 1);
    }
    occasions.complete();

    assertThat(occasions.apart()).isZero();
    assertThat(occasions.best(true)).isEqualTo(Occasions.Level.NONE);
    assertThat(occasions.best(false)).isEqualTo(Occasions.Level.NONE);
  }

  @Test
  void whatWasThereBeforeIsForgottenWhenItBeginsAnew() {
    chances(3, 1);
    occasions.clear(3);
    occasions.complete();

    assertThat(occasions.count()).isZero();
    assertThat(occasions.apart()).isZero();
  }
}
