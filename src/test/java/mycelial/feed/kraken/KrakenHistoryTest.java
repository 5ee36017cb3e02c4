package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mycelial.config.Configuration;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.stub.StubExchange;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KrakenHistoryTest {
  private final StubExchange stub = StubExchange.start(new StubOptions().limit(0, 0).speed(60));
  private final ScaledClock clock = new ScaledClock(System::nanoTime, 60, stub.now());
  private final KrakenExchange exchange =
      KrakenExchange.open(
          new KrakenSettings(stub.url(), stub.webSocketUrl(), 20, 2, 15, 30, 900, 2, 42),
          clock,
          Configuration.defaults().specs().values(),
          Configuration.defaults().names());

  @AfterEach
  void close() {
    exchange.close();
    stub.close();
  }

  private KrakenPair bitcoin() {
    return exchange.pairs().find(Rig.PAIR).orElseThrow();
  }

  @Test
  void tellsTheNewest720ClosedBars() {
    KrakenPair bitcoin = bitcoin();
    List<Bar> bars = exchange.history().ohlc(bitcoin, Interval.MINUTE, 0);
    assertThat(bars).hasSize(720);
    assertThat((double) bars.getLast().end()).isBetween(clock.seconds() - 120, clock.seconds());
    for (int i = 1; i < bars.size(); i++) {
      assertThat(bars.get(i).start()).isEqualTo(bars.get(i - 1).end());
    }
  }

  @Test
  void makesTheSameBarsOfTrades() {
    KrakenPair bitcoin = bitcoin();
    List<Bar> bars = exchange.history().ohlc(bitcoin, Interval.MINUTE, 0);
    List<Bar> part = bars.subList(600, 640);
    List<Bar> made =
        exchange
            .history()
            .trades(bitcoin, Interval.MINUTE, part.getFirst().start(), part.getLast().end());
    assertThat(made).hasSameSizeAs(part);
    for (int i = 0; i < made.size(); i++) {
      Bar real = part.get(i);
      assertThat(made.get(i).close()).isEqualTo(real.close());
      assertThat(made.get(i).high()).isEqualTo(real.high());
      assertThat(made.get(i).volume()).isCloseTo(real.volume(), Offset.offset(1e-6));
    }
  }

  @Test
  void waitsOutWhatPasses() {
    KrakenPair bitcoin = bitcoin();
    stub.fail(StubFault.Kind.BUSY, "/0/public/OHLC", 4);
    assertThat(exchange.history().ohlc(bitcoin, Interval.MINUTE, 0)).isNotEmpty();
  }

  @Test
  void tellsAtOnceWhatDoesNotPass() {
    KrakenPair bitcoin = bitcoin();
    stub.fail(StubFault.Kind.UNKNOWN_PAIR, "/0/public/OHLC", 3600);
    assertThatThrownBy(() -> exchange.history().ohlc(bitcoin, Interval.MINUTE, 0))
        .isInstanceOfSatisfying(
            KrakenException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.REQUEST));
  }
}
