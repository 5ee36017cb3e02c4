package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StubFaultsTest {
  private static final String OHLC = "/0/public/OHLC?pair=XBTUSD";
  private static final int ROWS = 721;

  private final AtomicLong nanos = new AtomicLong();
  private final StubExchange exchange =
      StubExchange.start(new StubOptions().limit(0, 0).nanoTime(nanos::get));
  private final Probe probe = new Probe(exchange);

  @AfterEach
  void stop() {
    probe.close();
    exchange.close();
  }

  private void pass(long seconds) {
    nanos.addAndGet(seconds * 1_000_000_000L);
  }

  /** Fields of the last closed row: 0 time, 1 open, 2 high, 3 low, 4 close. */
  @ParameterizedTest
  @CsvSource({
    "NEGATIVE_PRICE, 721, 4, -1.0",
    "HIGH_BELOW_LOW, 721, 2, below",
    "DUPLICATE, 722, 0, before",
    "CONFLICT, 722, 0, before",
    "MISSING, 720, 0, 120",
    "FUTURE, 721, 0, -86340",
    "OFF_GRID, 721, 0, 53",
    "FORMING_ONLY, 1, 0, 0",
    "SPIKE, 721, 4, above"
  })
  void candlesAreSpoilt(StubFault.Kind kind, int rows, int field, String what)
      throws IOException, InterruptedException {
    exchange.fail(kind, "XXBTZUSD", 3600);
    JsonNode told = probe.rows(OHLC);
    assertThat(told).hasSize(rows);
    JsonNode row = told.get(Math.max(0, rows - 2));
    long running = (long) exchange.now() / 60 * 60;
    switch (what) {
      case "below" -> assertThat(row.get(2).asDouble()).isLessThan(row.get(3).asDouble());
      case "above" -> assertThat(row.get(4).asDouble()).isGreaterThan(row.get(3).asDouble() * 15);
      case "before" -> assertThat(row.get(0)).isEqualTo(told.get(rows - 3).get(0));
      case "-1.0" -> assertThat(row.get(field).asText()).isEqualTo(what);
      default -> assertThat(running - row.get(0).asLong()).isEqualTo(Long.parseLong(what));
    }
    assertThat(probe.rows("/0/public/OHLC?pair=ETHUSD")).hasSize(ROWS);
  }

  @Test
  void candlesAreReversedOrInMillisecondsOrUnderAnotherKey()
      throws IOException, InterruptedException {
    exchange.fail(StubFault.Kind.REORDERED, "", 3600);
    JsonNode told = probe.rows(OHLC);
    assertThat(told.get(0).get(0).asLong()).isGreaterThan(told.get(1).get(0).asLong());
    exchange.heal();
    exchange.fail(StubFault.Kind.MILLISECONDS, "/0/public/OHLC/XXBT*", 3600);
    assertThat(probe.rows(OHLC).get(0).get(0).asLong()).isGreaterThan(1_000_000_000_000L);
    exchange.heal();
    exchange.fail(StubFault.Kind.WRONG_KEY, "", 3600);
    assertThat(probe.json(OHLC).path("result").has("XXBTZUSD")).isFalse();
  }

  @Test
  void aFrozenMarketStandsStillAndGoesOn() throws IOException, InterruptedException {
    exchange.fail(StubFault.Kind.FROZEN, "XXBTZUSD", 600);
    JsonNode before = probe.rows(OHLC);
    pass(300);
    assertThat(probe.rows(OHLC)).isEqualTo(before);
    assertThat(probe.rows("/0/public/Ticker?pair=XBTUSD"))
        .isEqualTo(probe.rows("/0/public/Ticker?pair=XBTUSD"));
    pass(301);
    JsonNode after = probe.rows(OHLC);
    assertThat(after.get(720).get(0).asLong() - before.get(720).get(0).asLong()).isEqualTo(600);
  }

  @Test
  void aDelistedPairIsNotKnownAnyMore() throws IOException, InterruptedException {
    exchange.fail(StubFault.Kind.DELISTED, "SOLUSD", 1e9);
    assertThat(probe.get("/0/public/OHLC?pair=SOLUSD").body()).contains("Unknown asset pair");
    assertThat(probe.json("/0/public/AssetPairs").path("result").has("SOLUSD")).isFalse();
    assertThat(probe.json("/0/public/AssetPairs").path("result").has("ADAUSD")).isTrue();
  }

  @Test
  void theExchangeSaysThatItIsInMaintenance() throws IOException, InterruptedException {
    try (Probe.Stream stream = probe.stream()) {
      stream.next("channel", "status");
      exchange.fail(StubFault.Kind.MAINTENANCE, "", 3600);
      pass(2);
      assertThat(stream.next("channel", "status").at("/data/0/system").asText())
          .isEqualTo("maintenance");
    }
    assertThat(probe.json("/0/public/SystemStatus").at("/result/status").asText())
        .isEqualTo("maintenance");
  }

  @Test
  void callsBeyondTheLimitAreRefusedForThatPairAlone() throws IOException, InterruptedException {
    try (StubExchange strict =
            StubExchange.start(new StubOptions().limit(1, 3).nanoTime(nanos::get));
        Probe caller = new Probe(strict)) {
      for (int i = 0; i < 3; i++) {
        assertThat(caller.get(OHLC).body()).contains("result");
      }
      assertThat(caller.get(OHLC).body()).contains("EAPI:Rate limit exceeded");
      assertThat(caller.get("/0/public/OHLC?pair=ETHUSD").body()).contains("result");
      pass(1);
      assertThat(caller.get(OHLC).body()).contains("result");
    }
  }

  @Test
  void theDefaultPlanHasEveryKindAndEndsQuietly() {
    List<StubFault> faults =
        FaultParser.read("default24h", StubOptions.DEFAULT_START, 5, exchange.pairs());
    Set<StubFault.Kind> kinds = EnumSet.noneOf(StubFault.Kind.class);
    faults.forEach(fault -> kinds.add(fault.kind()));
    assertThat(kinds).containsExactlyInAnyOrder(StubFault.Kind.values());
    double lastHour = StubOptions.DEFAULT_START + 23 * 3600.0;
    Predicate<StubFault> late =
        fault -> fault.until() > lastHour && fault.kind() != StubFault.Kind.DELISTED;
    assertThat(faults).noneMatch(late);
    assertThat(FaultParser.read("default24h", 0, 5, exchange.pairs()))
        .isNotEqualTo(FaultParser.read("default24h", 0, 6, exchange.pairs()));
  }

  @Test
  void aPlanIsReadLineByLine() {
    List<StubFault> faults =
        FaultParser.parse(
            List.of("# nothing", "", "at 1h30m for 5m http-500 on /0/public rate 0.5"), 100);
    assertThat(faults)
        .containsExactly(new StubFault(StubFault.Kind.HTTP_500, 5_500, 5_800, "/0/public", 0.5));
    assertThatThrownBy(() -> FaultParser.parse(List.of("at 1h for 5m nonsense"), 0))
        .hasMessageStartingWith("line 1: 'nonsense' is none of http-500, html-502");
    assertThatThrownBy(() -> FaultParser.parse(List.of("", "at once"), 0))
        .hasMessageStartingWith("line 2: expected: at 1h30m");
    assertThatThrownBy(() -> FaultParser.parse(List.of("at 0s for 0s hang"), 0))
        .hasMessage("line 1: hang: it is over before it begins");
  }

  @Test
  void aRandomFaultStrikesAtItsRate() throws IOException, InterruptedException {
    FaultPlan plan = new FaultPlan(1, FaultParser.parse(List.of("at 0s for 1h hang rate 0.25"), 0));
    int struck = 0;
    for (int i = 0; i < 1000; i++) {
      struck += plan.strikes(StubFault.Place.HTTP, 10, "/0/public/Time").isPresent() ? 1 : 0;
    }
    assertThat(struck).isBetween(200, 300);
  }
}
