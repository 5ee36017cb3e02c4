package mycelial.bus;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import mycelial.market.Bar;
import mycelial.market.Interval;

/** The members of a bar while they are being read; each must come once. */
final class BarFields {
  private static final int ALL = 0xff;

  private long start;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;
  private int trades;
  private Bar.Kind kind = Bar.Kind.TRADED;
  private int seen;

  void read(JsonParser json, String name) throws IOException {
    json.nextToken();
    switch (name) {
      case "start" -> start = Tokens.whole(json, mark(name, 0));
      case "open" -> open = Tokens.number(json, mark(name, 1));
      case "high" -> high = Tokens.number(json, mark(name, 2));
      case "low" -> low = Tokens.number(json, mark(name, 3));
      case "close" -> close = Tokens.number(json, mark(name, 4));
      case "volume" -> volume = Tokens.number(json, mark(name, 5));
      case "trades" -> trades = Tokens.integer(json, mark(name, 6));
      case "kind" -> kind = kindOf(Tokens.text(json, mark(name, 7)));
      default -> throw new MalformedMessageException("unknown field 'bar." + name + "'");
    }
  }

  private String mark(String name, int bit) {
    if ((seen & 1 << bit) != 0) {
      throw new MalformedMessageException("field 'bar." + name + "' comes twice");
    }
    seen |= 1 << bit;
    return name;
  }

  private static Bar.Kind kindOf(String text) {
    return switch (text) {
      case "TRADED" -> Bar.Kind.TRADED;
      case "QUIET" -> Bar.Kind.QUIET;
      case "LATE" -> Bar.Kind.LATE;
      default -> throw new MalformedMessageException("unknown kind of bar '" + text + "'");
    };
  }

  void requireAll() {
    if (seen != ALL) {
      throw new MalformedMessageException("bar lacks a field");
    }
  }

  Bar toBar(Interval interval) {
    return new Bar(start, interval, open, high, low, close, volume, trades, kind);
  }
}
