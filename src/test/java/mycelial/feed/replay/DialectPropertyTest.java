package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import mycelial.market.Bar;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DialectPropertyTest {
  private static final List<String> COLUMNS =
      List.of("time", "open", "high", "low", "close", "volume", "trades");

  @TempDir Path folder;

  @Test
  void readsBackAnySeriesWrittenInAnyDialect() {
    qt().withExamples(300)
        .forAll(longs().all())
        .checkAssert(seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Interval interval = Interval.values()[random.nextInt(Interval.values().length)];
          List<Bar> bars = series(random, interval);
          byte[] content = write(random, bars);
          Path path = Candles.write(folder, "XBTUSD_" + interval.minutes() + ".csv", content);
          assertThat(read(Candles.file(path, interval.minutes()))).isEqualTo(bars);
        });
  }

  private static List<Bar> read(CandleFile file) {
    List<Bar> bars = new ArrayList<>();
    try (CandleReader reader = CandleReader.open(file)) {
      for (Bar bar = reader.next(); bar != null; bar = reader.next()) {
        bars.add(bar);
      }
    }
    return bars;
  }

  private static List<Bar> series(SplittableRandom random, Interval interval) {
    List<Bar> bars = new ArrayList<>();
    long start = random.nextLong(2_000, 20_000) * 86_400;
    for (int i = random.nextInt(1, 60); i > 0; i--) {
      double low = random.nextDouble(1e-6, 70_000);
      double high = low * random.nextDouble(1, 1.5);
      double open = random.nextBoolean() ? low : (low + high) / 2;
      double close = random.nextBoolean() ? high : (low + high) / 2;
      double volume = random.nextInt(4) == 0 ? 0 : random.nextDouble(1e6);
      int trades = random.nextInt(5_000);
      bars.add(new Bar(start, interval, open, high, low, close, volume, trades, Bar.Kind.TRADED));
      start += (long) random.nextInt(1, 4) * interval.seconds();
    }
    return bars;
  }

  private static byte[] write(SplittableRandom random, List<Bar> bars) {
    List<String> columns = new ArrayList<>(COLUMNS);
    String separator = List.of(",", ";", "\t").get(random.nextInt(3));
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    String time = random.nextBoolean() ? "" : "000";
    String quote = random.nextBoolean() ? "" : "\"";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "\uFEFF");
    if (random.nextBoolean()) {
      columns.add("vwap");
      Collections.shuffle(columns, new Random(random.nextLong()));
      text.append(String.join(separator, columns)).append(end);
    }
    for (Bar bar : bars) {
      List<String> fields =
          columns.stream().map(name -> quote + field(bar, name, time) + quote).toList();
      text.append(String.join(separator, fields)).append(end);
    }
    if (random.nextBoolean()) {
      text.setLength(text.length() - end.length());
    }
    byte[] content = text.toString().getBytes(UTF_8);
    return random.nextBoolean() ? content : Candles.gzip(content);
  }

  private static String field(Bar bar, String name, String timeSuffix) {
    return switch (name) {
      case "time" -> bar.start() + timeSuffix;
      case "open" -> String.valueOf(bar.open());
      case "high" -> String.valueOf(bar.high());
      case "low" -> String.valueOf(bar.low());
      case "close" -> String.valueOf(bar.close());
      case "volume" -> String.valueOf(bar.volume());
      case "trades" -> String.valueOf(bar.trades());
      default -> "anything";
    };
  }
}
