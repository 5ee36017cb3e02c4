package mycelial.bench.live;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import mycelial.config.Configuration;
import mycelial.market.PairSpec;

/**
 * Candles of a minute of a market in which each pair falls and recovers again and again, so often
 * that both streams have something to say within minutes. Nobody ever traded at these prices.
 */
final class Swings {
  private static final long START = 1_772_323_200L; // 2026-03-01T00:00:00Z
  private static final int DAY = 1440;
  private static final int PERIOD = 7;
  private static final int FALLS = 3;
  private static final int RISES = 3;
  private static final double DEPTH = 0.03;
  private static final double NOISE = 0.0006;
  private static final double FIRST_PRICE = 100;

  private Swings() {}

  /** Writes a file of that many days for each configured pair. */
  static void write(Path folder, long seed, int days) throws IOException {
    Files.createDirectories(folder);
    List<PairSpec> specs =
        Configuration.defaults().pairs().stream().map(Configuration.defaults()::spec).toList();
    for (int pair = 0; pair < specs.size(); pair++) {
      PairSpec spec = specs.get(pair);
      Path file = folder.resolve(spec.pair().name() + "_1.csv");
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
        write(out, spec, pair, new Random(seed * 1_000 + pair), days * DAY);
      }
    }
  }

  private static void write(PrintWriter out, PairSpec spec, int pair, Random random, int minutes) {
    String price = "%." + spec.priceDecimals() + "f";
    String line = "%d," + String.join(",", List.of(price, price, price, price)) + ",%.8f,%d%n";
    double open = FIRST_PRICE;
    double depth = DEPTH;
    for (int minute = 0; minute < minutes; minute++) {
      int phase = (minute + pair * 5) % PERIOD;
      if (phase == 0) {
        depth = DEPTH * (0.8 + 0.4 * random.nextDouble());
      }
      double close = open * Math.exp(move(phase, depth) + NOISE * random.nextGaussian());
      double high = Math.max(open, close) * (1 + NOISE * random.nextDouble());
      double low = Math.min(open, close) * (1 - NOISE * random.nextDouble());
      double volume = (phase < FALLS ? 300 : 100) * (0.5 + random.nextDouble());
      out.printf(
          Locale.ROOT,
          line,
          START + 60L * minute,
          open,
          high,
          low,
          close,
          volume,
          20 + random.nextInt(40));
      open = close;
    }
  }

  private static double move(int phase, double depth) {
    if (phase < FALLS) {
      return -depth / FALLS;
    }
    return phase < FALLS + RISES ? depth / RISES : 0;
  }
}
