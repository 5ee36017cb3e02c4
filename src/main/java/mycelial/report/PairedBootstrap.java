package mycelial.report;

import java.util.List;
import mycelial.analysis.BlockLength;
import mycelial.analysis.StationaryBootstrap;
import mycelial.analysis.StudentT;
import org.jspecify.annotations.Nullable;

/**
 * Compares two gates over the same time by a paired stationary block bootstrap. The time is cut
 * into buckets; a draw takes whole blocks of buckets, with what both gates traded in them. The
 * bootstrap gives the standard error; interval and p come from Student's t with one degree of
 * freedom less than there are blocks with trades of the scarcer gate, because the plain percentiles
 * of a bootstrap err too often on few trades (src/docs/synergy.md has the measurement).
 */
final class PairedBootstrap {
  static final double ALPHA = 0.05;
  private static final double POWER = 0.8;
  private static final int LEAST_DEGREES = 3;
  private static final int MOST_BUCKETS = 2000;
  private static final double SHORTEST_BUCKET = 300;

  private final double from;
  private final double days;
  private final double bucketSeconds;
  private final int buckets;
  private final int draws;
  private final long seed;
  private final double holdSeconds;

  /**
   * @param from begin of the traded period, seconds since the epoch
   * @param to its end
   * @param holdSeconds mean holding time: trades that overlap are not independent, so that a block
   *     is at least as long
   */
  PairedBootstrap(double from, double to, double holdSeconds, int draws, long seed) {
    this.from = from;
    this.days = Math.max(to - from, SHORTEST_BUCKET) / 86_400;
    this.bucketSeconds = Math.max(SHORTEST_BUCKET, (to - from) / MOST_BUCKETS);
    this.buckets = Math.max(1, (int) Math.ceil((to - from) / bucketSeconds));
    this.holdSeconds = holdSeconds;
    this.draws = draws;
    this.seed = seed;
  }

  /** Length of a bucket, seconds. */
  double bucketSeconds() {
    return bucketSeconds;
  }

  double days() {
    return days;
  }

  Comparison compare(Gate left, Gate right, double smallest) {
    Sums one = sums(left);
    Sums other = sums(right);
    @Nullable Double leftMean = left.trades().isEmpty() ? null : left.meanReturn();
    @Nullable Double rightMean = right.trades().isEmpty() ? null : right.meanReturn();
    Comparison.@Nullable Effect test = null;
    Comparison.@Nullable DailyEffect perDay = null;
    String why = "";
    if (leftMean == null || rightMean == null) {
      why = (leftMean == null ? left : right).name() + " has no trade";
    } else {
      double block = block(one, other, leftMean, rightMean);
      int degrees = Math.min(one.blocks(block), other.blocks(block)) - 1;
      Spread spread = spread(one, other, block);
      if (degrees < LEAST_DEGREES) {
        why = "the trades lie in fewer than " + (LEAST_DEGREES + 1) + " separate stretches of time";
      } else if (!(spread.mean() > 0) || !(spread.perDay() > 0)) {
        why = "both gates let the same trades through";
      } else {
        test = effect(leftMean - rightMean, spread.mean(), degrees, smallest, block);
        perDay = daily((left.pnl() - right.pnl()) / days, spread.perDay(), degrees);
      }
    }
    return new Comparison(
        right.name(),
        left.count(),
        right.count(),
        leftMean,
        rightMean,
        left.pnl() / days,
        right.pnl() / days,
        test,
        perDay,
        test == null ? 1 : test.p(),
        why);
  }

  private static Comparison.Effect effect(
      double effect, double error, int degrees, double smallest, double block) {
    double critical = StudentT.quantile(1 - ALPHA / 2, degrees);
    return new Comparison.Effect(
        effect,
        effect - critical * error,
        effect + critical * error,
        StudentT.twoSided(effect / error, degrees),
        1 - StudentT.below(critical - smallest / error, degrees),
        (critical + StudentT.quantile(POWER, degrees)) * error,
        block);
  }

  private static Comparison.DailyEffect daily(double effect, double error, int degrees) {
    double reach = StudentT.quantile(1 - ALPHA / 2, degrees) * error;
    return new Comparison.DailyEffect(
        effect, effect - reach, effect + reach, StudentT.twoSided(effect / error, degrees));
  }

  /** By Politis and White on the linearised difference, whose long-run variance is sought. */
  private double block(Sums left, Sums right, double leftMean, double rightMean) {
    double[] influence = new double[buckets];
    for (int i = 0; i < buckets; i++) {
      influence[i] =
          (left.returns[i] - leftMean * left.weight[i]) / left.total()
              - (right.returns[i] - rightMean * right.weight[i]) / right.total();
    }
    double held = holdSeconds / bucketSeconds;
    return Math.max(1, Math.min(Math.max(BlockLength.of(influence), held), buckets / 8.0));
  }

  private record Spread(double mean, double perDay) {}

  /** Standard errors of both differences. */
  private Spread spread(Sums left, Sums right, double block) {
    Moments mean = new Moments();
    Moments perDay = new Moments();
    new StationaryBootstrap(buckets, block, seed)
        .draw(
            draws,
            places -> {
              double[] one = left.at(places);
              double[] other = right.at(places);
              perDay.add((one[2] - other[2]) / days);
              if (one[0] > 0 && other[0] > 0) {
                mean.add(one[1] / one[0] - other[1] / other[0]);
              }
            });
    return new Spread(mean.deviation(), perDay.deviation());
  }

  private static final class Moments {
    private double count;
    private double mean;
    private double squares;

    void add(double value) {
      count++;
      double step = value - mean;
      mean += step / count;
      squares += step * (value - mean);
    }

    double deviation() {
      return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    }
  }

  private Sums sums(Gate gate) {
    return new Sums(gate.trades());
  }

  /** Weights, returns and profits of a gate by bucket. */
  private final class Sums {
    private final double[] weight = new double[buckets];
    private final double[] returns = new double[buckets];
    private final double[] pnl = new double[buckets];

    Sums(List<GatedTrade> trades) {
      for (GatedTrade trade : trades) {
        int place = (int) ((trade.time() - from) / bucketSeconds);
        int bucket = Math.max(0, Math.min(buckets - 1, place));
        weight[bucket] += trade.weight();
        returns[bucket] += trade.weight() * trade.returnPercent();
        pnl[bucket] += trade.weight() * trade.pnl();
      }
    }

    double total() {
      double sum = 0;
      for (double value : weight) {
        sum += value;
      }
      return sum;
    }

    double[] at(int[] places) {
      double[] sum = new double[3];
      for (int place : places) {
        sum[0] += weight[place];
        sum[1] += returns[place];
        sum[2] += pnl[place];
      }
      return sum;
    }

    /** How many stretches of a block's length hold trades. */
    int blocks(double length) {
      int found = 0;
      int last = -1;
      for (int i = 0; i < buckets; i++) {
        int block = (int) (i / length);
        if (weight[i] > 0 && block != last) {
          found++;
          last = block;
        }
      }
      return found;
    }
  }
}
