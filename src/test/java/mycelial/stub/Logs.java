package mycelial.stub;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the exchange considers true: every quote from when it is in force until the
 * pair's next one, and every bar that has closed with a trade in it. Used by one thread.
 */
final class Logs implements AutoCloseable {
  private static final int FLUSH_SECONDS = 60;

  private final StubState state;
  private final @Nullable BufferedWriter quotes;
  private final @Nullable BufferedWriter bars;
  private final List<StubMarket.@Nullable BidAsk> last = new ArrayList<>();

  /**
   * @throws UncheckedIOException when a file cannot be made
   */
  Logs(StubState state) {
    this.state = state;
    quotes = open(state.options().quoteLog(), "time,pair,bid,ask");
    bars = open(state.options().barLog(), "time,pair,open,high,low,close,volume,trades");
    state.market().pairs().forEach(pair -> last.add(null));
  }

  private static @Nullable BufferedWriter open(@Nullable Path file, String header) {
    if (file == null) {
      return null;
    }
    try {
      BufferedWriter writer = Files.newBufferedWriter(file);
      writer.append(header).append('\n').flush();
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  /** What is new in a second. */
  void pass(long second) {
    try {
      if (quotes != null && second % state.options().tickerSeconds() == 0) {
        writeQuotes(quotes, second);
      }
      if (bars != null && second % state.market().baseSeconds() == 0) {
        writeBars(bars, second);
      }
      if (second % FLUSH_SECONDS == 0) {
        flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a log cannot be written", e);
    }
  }

  private void writeQuotes(BufferedWriter out, long second) throws IOException {
    List<StubPair> pairs = state.market().pairs();
    for (int i = 0; i < pairs.size(); i++) {
      StubPair pair = pairs.get(i);
      StubMarket.BidAsk quote = state.quote(i, state.faults().known(pair, (double) second));
      if (!quote.equals(last.get(i))) {
        last.set(i, quote);
        out.append(String.valueOf(second)).append(',').append(pair.pair().name()).append(',');
        out.append(pair.price(quote.bid())).append(',').append(pair.price(quote.ask()));
        out.append('\n');
      }
    }
  }

  private void writeBars(BufferedWriter out, long second) throws IOException {
    int length = state.market().baseSeconds();
    List<StubPair> pairs = state.market().pairs();
    for (int i = 0; i < pairs.size(); i++) {
      StubPair pair = pairs.get(i);
      Candle bar = state.market().candle(i, second - length, length, (double) second);
      if (bar.count() > 0) {
        out.append(String.valueOf(bar.start())).append(',').append(pair.pair().name());
        for (long price : new long[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
          out.append(',').append(pair.price(price));
        }
        out.append(',').append(StubPair.quantity(bar.units()));
        out.append(',').append(String.valueOf(bar.count())).append('\n');
      }
    }
  }

  private void flush() throws IOException {
    if (quotes != null) {
      quotes.flush();
    }
    if (bars != null) {
      bars.flush();
    }
  }

  @Override
  public void close() throws IOException {
    try (quotes;
        bars) {
      flush();
    }
  }
}
