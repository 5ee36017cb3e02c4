package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mycelial.ledger.ExitReason;
import mycelial.market.SignalSource;
import mycelial.storage.SessionSummary.StreamFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TradeQueriesTest {
  @TempDir Path folder;

  private TradeQueries stored() {
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      storage.closed(Records.trade("t-1"));
      storage.closed(Records.trade(Records.position("t-2"), "-4.25"));
      storage.opened(Records.position("t-3"));
      storage.idea(Records.idea("i-1"));
      storage.collision(Records.collision(2.5));
      storage.equity(Records.equity(Records.NOON, "10000.50"));
    }
    try (Storage other = Storage.open(folder, Records.session("other"))) {
      other.closed(Records.trade("t-4"));
    }
    return TradeQueries.open(folder);
  }

  @Test
  void givesTradesBackExactly() {
    try (TradeQueries queries = stored()) {
      assertThat(queries.trades("s")).hasSize(2);
      StoredTrade trade = queries.trades("s").getFirst();
      assertThat(trade.tradeId()).isEqualTo("t-1");
      assertThat(trade.quantity()).isEqualTo("5.0");
      assertThat(trade.fees()).isEqualTo("4.20");
      assertThat(trade.pnl()).isEqualTo("45.80");
      assertThat(trade.reason()).isEqualTo(ExitReason.TARGET);
      assertThat(trade.exitTime()).isEqualTo(Records.NOON + 90.5);
    }
  }

  @Test
  void givesIdeasCollisionsAndEquityBackAsTheyWere() {
    try (TradeQueries queries = stored()) {
      assertThat(queries.ideas("s")).containsExactly(Records.idea("i-1"));
      assertThat(queries.collisions("s")).containsExactly(Records.collision(2.5));
      assertThat(queries.equity("s")).containsExactly(Records.equity(Records.NOON, "10000.50"));
    }
  }

  @Test
  void givesMessagesBackInTheOrderOfTimeByChannelAndPair() {
    List<StoredMessage> said =
        List.of(
            message(1, "prospecting-proposals:HFT", "{\"pair\":\"XXBTZUSD\"}"),
            message(2, "prospecting-proposals:DAY", "{\"pair\":\"XETHZUSD\"}"),
            message(3, "memory-query", "{\"pair\":\"XXBTZUSD\"}"));
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      said.reversed().forEach(storage::message);
    }
    try (TradeQueries queries = TradeQueries.open(folder)) {
      assertThat(queries.messages("s", MessageFilter.ALL)).isEqualTo(said);
      assertThat(queries.messages("s", new MessageFilter("prospecting-proposals", null, 9)))
          .isEqualTo(said.subList(0, 2));
      assertThat(queries.messages("s", new MessageFilter("prospecting-proposals:DAY", null, 9)))
          .isEqualTo(said.subList(1, 2));
      assertThat(queries.messages("s", new MessageFilter(null, "XXBTZUSD", 9)))
          .containsExactly(said.get(0), said.get(2));
      assertThat(queries.messages("s", new MessageFilter(null, null, 1)))
          .isEqualTo(said.subList(0, 1));
      assertThat(queries.messages("other", MessageFilter.ALL)).isEmpty();
      assertThat(queries.messageCounts("s"))
          .isEqualTo(
              Map.of(
                  "memory-query", 1L,
                  "prospecting-proposals:DAY", 1L,
                  "prospecting-proposals:HFT", 1L));
    }
  }

  private static StoredMessage message(int seq, String channel, String body) {
    return new StoredMessage(Records.NOON + seq, 130, "explorer-1", seq, channel, body);
  }

  @Test
  void sumsASessionUp() {
    try (TradeQueries queries = stored()) {
      SessionSummary summary = queries.summary("s");
      assertThat(summary.streams())
          .containsEntry(
              SignalSource.BASELINE,
              new StreamFigures(2, 1, new BigDecimal("41.55"), new BigDecimal("8.40"), 1))
          .containsEntry(SignalSource.ACCOUNT, StreamFigures.NONE);
      assertThat(summary.ideas())
          .isEqualTo(Map.of(SignalSource.BASELINE, 0L, SignalSource.MYCELIAL, 1L));
      assertThat(summary.collisions()).isEqualTo(Map.of("OPENED", 1L));
    }
  }

  @Test
  void listsTheSessionsInTheOrderOfTheirStart() {
    try (TradeQueries queries = stored()) {
      assertThat(queries.sessions())
          .extracting(session -> session.info().id())
          .containsExactlyInAnyOrder("s", "other");
      assertThat(queries.sessions())
          .isSortedAccordingTo(Comparator.comparing(StoredSession::startedAt));
    }
  }
}
