package mycelial.feed.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import mycelial.market.Bar;

/**
 * Writes candles in Kraken's form, without a header, times in seconds; packed where the name ends
 * in {@code .gz}. Used by one thread.
 */
final class CandleWriter implements AutoCloseable {
  private final BufferedWriter out;

  /** Begins a file. */
  CandleWriter(Path file, boolean packed) throws IOException {
    OutputStream stream = Files.newOutputStream(file);
    out =
        new BufferedWriter(
            new OutputStreamWriter(
                packed ? new GZIPOutputStream(stream) : stream, StandardCharsets.US_ASCII));
  }

  void write(Bar bar) throws IOException {
    out.write(Long.toString(bar.start()));
    number(bar.open());
    number(bar.high());
    number(bar.low());
    number(bar.close());
    number(bar.volume());
    out.write(',');
    out.write(Integer.toString(bar.trades()));
    out.write('\n');
  }

  /** The shortest decimals that mean the same number. */
  private void number(double value) throws IOException {
    out.write(',');
    out.write(value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
