package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import mycelial.feed.ListFeed;
import mycelial.feed.MarketFeed;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.PairNames;

/** Writes candle files for tests and reads them back. */
final class Candles {
  /** A start on the grid of every interval up to a day. */
  static final long T0 = 1_700_006_400;

  static final Pair XBT = new Pair("XXBTZUSD");
  static final Pair ETH = new Pair("XETHZUSD");
  static final PairNames NAMES = names();

  private Candles() {}

  private static PairNames names() {
    Map<String, Pair> names = new TreeMap<>();
    String[] same = {
      "SOLUSD", "ADAUSD", "DOTUSD", "MATICUSD", "UNIUSD", "LINKUSD", "AAVEUSD", "ATOMUSD",
      "ALGOUSD", "EOSUSD", "TRXUSD", "XTZUSD", "NEARUSD", "FILUSD", "XLMUSD", "DOGEUSD"
    };
    for (String name : same) {
      names.put(name, new Pair(name));
    }
    names.put("XXBTZUSD", XBT);
    names.put("XBTUSD", XBT);
    names.put("XETHZUSD", ETH);
    names.put("ETHUSD", ETH);
    names.put("XDGUSD", new Pair("DOGEUSD"));
    names.put("XXLMZUSD", new Pair("XLMUSD"));
    return new PairNames(names);
  }

  /** A row of a bar that begins some minutes after {@link #T0} and only knows one price. */
  static String flat(long minute, double price, double volume) {
    return (T0 + 60 * minute)
        + ","
        + price
        + ","
        + price
        + ","
        + price
        + ","
        + price
        + ","
        + volume;
  }

  static Bar bar(long minute, double price, double volume) {
    return new Bar(
        T0 + 60 * minute, Interval.MINUTE, price, price, price, price, volume, 0, Bar.Kind.TRADED);
  }

  static CandleFile file(Path path, int minutes) {
    return new CandleFile(path, XBT, Interval.ofMinutes(minutes));
  }

  static Path write(Path folder, String name, String... rows) {
    return write(folder, name, (String.join("\n", rows) + "\n").getBytes(UTF_8));
  }

  static Path write(Path folder, String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static CandleFolder.Selection between(long from, long to) {
    return new CandleFolder.Selection(OptionalLong.of(from), OptionalLong.of(to), List.of(), null);
  }

  static MarketFeed open(Path folder) {
    return CandleFolder.open(folder, CandleFolder.Selection.ALL, NAMES);
  }

  static ListFeed drain(Path folder, CandleFolder.Selection selection) {
    try (MarketFeed feed = CandleFolder.open(folder, selection, NAMES)) {
      return ListFeed.drain(feed);
    }
  }
}
