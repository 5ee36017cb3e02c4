package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.Arrival;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the connector makes of everything that an exchange can do to it, at speed 120. */
class ConnectorFaultsTest {
  private static final double SPEED = 120;
  private static final Pair SOLANA = new Pair("SOLUSD");

  private static Live live() throws InterruptedException {
    Live live =
        Live.with(
            new StubOptions().limit(0, 0),
            SPEED,
            usual -> new KrakenSettings(usual.rest(), usual.stream(), 5, 2, 15, 30, 900, 1, 42));
    live.await(it -> it.bars(SOLANA).size() >= 2);
    return live;
  }

  /** Bars in order, none missing, and all that may be traded on as the exchange has them. */
  private static void requireTruth(Live live, Pair pair) {
    List<Bar> told = live.bars(pair);
    KrakenPair listing = live.exchange().pairs().find(pair).orElseThrow();
    Map<Long, Bar> truth = new TreeMap<>();
    live.exchange()
        .history()
        .ohlc(listing, Interval.MINUTE, 0)
        .forEach(bar -> truth.put(bar.start(), bar));
    assertThat(told)
        .extracting(Bar::start)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates();
    for (int i = 0; i < told.size(); i++) {
      Bar bar = told.get(i);
      assertThat(bar.start()).isEqualTo(told.getFirst().start() + 60L * i);
      if (bar.isActionable()) {
        Bar real = truth.get(bar.start());
        assertThat(real != null && CandleCheck.agree(bar, real)).as("%s is %s", bar, real).isTrue();
      }
    }
  }

  private static void strike(Live live, StubFault.Kind kind, String target, int seconds)
      throws InterruptedException {
    double end = live.now() + seconds;
    live.stub().fail(kind, target, seconds);
    live.await(it -> it.now() > end);
    long closed = (long) live.now() + 240;
    live.await(it -> it.bars(SOLANA).getLast().end() > closed - 60);
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.Kind.class,
      names = {"SOCKET_DISCONNECT", "SOCKET_SILENCE", "SOCKET_GARBAGE", "OUTAGE", "FROZEN"})
  void losesAndDoublesNoBar(StubFault.Kind kind) throws InterruptedException {
    try (Live live = live()) {
      strike(live, kind, "", 300);
      requireTruth(live, SOLANA);
      requireTruth(live, Live.BITCOIN);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.Kind.class,
      names = {
        "NEGATIVE_PRICE",
        "HIGH_BELOW_LOW",
        "DUPLICATE",
        "CONFLICT",
        "REORDERED",
        "MISSING",
        "FUTURE",
        "OFF_GRID",
        "MILLISECONDS",
        "SPIKE",
        "FORMING_ONLY",
        "WRONG_KEY"
      })
  void isNotMisledByACandle(StubFault.Kind kind) throws InterruptedException {
    try (Live live = live()) {
      // A stream that leaves out messages without a word is only noticed when bars are compared,
      // and
      // where both sources tell two bars of a minute nobody can know which is true.
      boolean restAlone = kind == StubFault.Kind.MISSING || kind == StubFault.Kind.CONFLICT;
      strike(live, kind, restAlone ? "/0/public/OHLC" : "", 180);
      requireTruth(live, SOLANA);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.Kind.class,
      names = {"HTTP_500", "HTML_200", "RESET", "CUT_JSON", "BUSY", "RATE_LIMIT", "HANG"})
  void needsNoRestWhileTheStreamIsThere(StubFault.Kind kind) throws InterruptedException {
    try (Live live = live()) {
      strike(live, kind, "/0/public", 300);
      requireTruth(live, SOLANA);
      assertThat(live.access()).noneMatch(access -> access.cause().equals("lockout"));
    }
  }

  @Test
  void anOutageIsSaidAndLifted() throws InterruptedException {
    try (Live live = live()) {
      strike(live, StubFault.Kind.OUTAGE, "", 300);
      assertThat(live.access())
          .filteredOn(access -> access.cause().equals("feed") && access.pair() == null)
          .extracting(Arrival.Access::entries)
          .contains(false)
          .last()
          .isEqualTo(true);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StubFault.Kind.class,
      names = {"MAINTENANCE", "CANCEL_ONLY", "POST_ONLY", "LIMIT_ONLY"})
  void aMarketModeBarsEntriesWhileDataGoOn(StubFault.Kind kind) throws InterruptedException {
    try (Live live = live()) {
      strike(live, kind, "", 120);
      assertThat(live.access())
          .filteredOn(access -> access.cause().equals("exchange"))
          .extracting(Arrival.Access::entries)
          .containsSubsequence(false, true);
      requireTruth(live, SOLANA);
    }
  }

  @Test
  void aDelistedPairIsBarredAndTheOthersGoOn() throws InterruptedException {
    try (Live live = live()) {
      live.stub().fail(StubFault.Kind.DELISTED, "XXBTZUSD", 100_000);
      live.await(it ->
          it.access().stream()
              .anyMatch(access ->
                  access.cause().equals("exchange")
                      && Live.BITCOIN.equals(access.pair())
                      && !access.entries()));
      int before = live.bars(SOLANA).size();
      live.await(it -> it.bars(SOLANA).size() > before + 3);
      requireTruth(live, SOLANA);
    }
  }

  @Test
  void aLockoutIsWaitedOutAndSaidOnce() throws InterruptedException {
    try (Live live = live()) {
      live.stub().fail(StubFault.Kind.LOCKOUT, "/0/public", 120);
      live.await(it -> it.access().stream().anyMatch(access -> access.cause().equals("lockout")));
      double since = live.now();
      live.await(it ->
          it.access().stream()
              .anyMatch(access -> access.cause().equals("lockout") && access.entries()));
      assertThat(live.now() - since).isGreaterThan(840);
      assertThat(live.access()).filteredOn(access -> access.cause().equals("lockout")).hasSize(2);
      requireTruth(live, SOLANA);
    }
  }
}
