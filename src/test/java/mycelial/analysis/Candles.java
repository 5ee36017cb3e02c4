package mycelial.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mycelial.market.Bar;
import mycelial.market.Interval;

/** One-minute candles for tests: real ones where they lie beside the project, and a random walk. */
final class Candles {
  private static final String FOLDER = "shared/data/a_binance_1m_2021-05_top";

  private Candles() {}

  /** Consecutive real candles from the start of a file, up to its first hole. */
  static Optional<List<Bar>> real(String file, int limit) throws IOException {
    for (String up : List.of("..", "../..")) {
      Path path = Path.of(up, FOLDER, file);
      if (Files.exists(path)) {
        try (Stream<String> lines = Files.lines(path)) {
          return Optional.of(consecutive(lines.limit(limit).map(Candles::parse).toList()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Bar> consecutive(List<Bar> bars) {
    List<Bar> result = new ArrayList<>();
    for (Bar bar : bars) {
      if (!result.isEmpty() && result.getLast().end() != bar.start()) {
        break;
      }
      result.add(bar);
    }
    return result;
  }

  private static Bar parse(String line) {
    String[] fields = line.split(",", -1);
    return new Bar(
        Long.parseLong(fields[0]),
        Interval.MINUTE,
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        Double.parseDouble(fields[5]),
        Integer.parseInt(fields[6]),
        Bar.Kind.TRADED);
  }

  /** A random walk that starts at that price. */
  static List<Bar> walk(int count, double price, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bar> bars = new ArrayList<>();
    double open = price;
    for (int i = 0; i < count; i++) {
      double close = open * (1 + 0.001 * random.nextGaussian());
      double high = Math.max(open, close) * (1 + 0.0005 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.0005 * random.nextDouble());
      double volume = 100 * random.nextDouble();
      bars.add(
          new Bar(60L * i, Interval.MINUTE, open, high, low, close, volume, 1, Bar.Kind.TRADED));
      open = close;
    }
    return bars;
  }

  /** The same bar with every price multiplied. */
  static Bar scaled(Bar bar, double factor) {
    return new Bar(
        bar.start(),
        bar.interval(),
        bar.open() * factor,
        bar.high() * factor,
        bar.low() * factor,
        bar.close() * factor,
        bar.volume(),
        bar.trades(),
        bar.kind());
  }
}
