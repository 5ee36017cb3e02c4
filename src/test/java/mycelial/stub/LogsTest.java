package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void tellEveryQuoteInForceAndEveryClosedBar() throws IOException {
    AtomicLong nanos = new AtomicLong();
    Path quotes = folder.resolve("quotes.csv");
    Path bars = folder.resolve("bars.csv");
    StubOptions options = new StubOptions().quoteLog(quotes).barLog(bars).nanoTime(nanos::get);
    try (StubExchange exchange = StubExchange.start(options)) {
      nanos.addAndGet(Duration.ofSeconds(605).toNanos());
      long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (Files.readAllLines(bars).size() < 1 + 17 * 10 && System.nanoTime() < patience) {
        Thread.onSpinWait();
      }
      List<String> lines = Files.readAllLines(quotes);
      assertThat(lines.getFirst()).isEqualTo("time,pair,bid,ask");
      String[] quote = lines.get(300).split(",", -1);
      StubQuote told =
          exchange.quote(new Pair(quote[1]), Double.parseDouble(quote[0])).orElseThrow();
      assertThat(Double.parseDouble(quote[2])).isEqualTo(told.bid());
      assertThat(Double.parseDouble(quote[3])).isEqualTo(told.ask());
    }
    List<String> lines = Files.readAllLines(bars);
    assertThat(lines.getFirst()).isEqualTo("time,pair,open,high,low,close,volume,trades");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(1 + 17 * 10);
    assertThat(lines.get(1)).startsWith((StubOptions.DEFAULT_START - 60) + ",XXBTZUSD,");
  }
}
