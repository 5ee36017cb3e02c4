package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.EntrySnapshot;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Order;
import mycelial.ledger.Position;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.memory.TradeHistory.Past;
import mycelial.memory.TradeHistory.PastEntry;
import mycelial.memory.TradeHistory.PastTrade;
import mycelial.memory.TradeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredHistoryTest {
  private static final FeatureVector RANKED =
      new FeatureVector.Builder()
          .set(Feature.RSI, 31.5)
          .rank(Feature.RSI, 0.123)
          .set(Feature.VOLUME_Z, -0.5)
          .rank(Feature.VOLUME_Z, 0.9)
          .set(Feature.MACD, -2.25)
          .build();

  @TempDir Path folder;

  private static Position position(String id, SignalSource stream, double time) {
    Position plain = Records.position(id, stream, time);
    Order order = plain.order();
    Order ranked =
        new Order(
            order.pair(),
            order.side(),
            order.strategyType(),
            order.horizonMinutes(),
            order.agent(),
            order.patternId(),
            order.ideaId(),
            order.grade(),
            order.score(),
            order.crossMoat(),
            order.collision(),
            new EntrySnapshot(order.snapshot().barEnd(), RANKED, order.snapshot().volume()));
    return new Position(id, stream, ranked, plain.entry(), plain.plan());
  }

  private static ClosedTrade closed(String id, SignalSource stream, double time) {
    return Records.trade(position(id, stream, time), "45.80");
  }

  private void store(String session, ClosedTrade... trades) {
    try (Storage storage = Storage.open(folder, Records.session(session))) {
      for (ClosedTrade trade : trades) {
        storage.opened(trade.position());
      }
      for (ClosedTrade trade : trades) {
        storage.closed(trade);
      }
    }
  }

  private Past past(String session) {
    try (StoredHistory history = StoredHistory.open(folder)) {
      return history.past(session);
    }
  }

  private Past past() {
    try (StoredHistory history = StoredHistory.open(folder)) {
      return history.past(null);
    }
  }

  @Test
  void readsBackWhatAMemoryNeeds() {
    store("s", closed("b-1", SignalSource.BASELINE, Records.NOON + 0.015625));

    PastTrade trade = past().trades().getFirst();

    assertThat(trade.session()).isEqualTo("s");
    assertThat(trade.pnl()).isEqualByComparingTo("45.80");
    assertThat(trade.exitTime()).isEqualTo(Records.NOON + 0.015625 + 90.5);
    assertThat(trade.trade())
        .isEqualTo(
            new TradeRecord(
                "b-1",
                Records.BTC,
                Side.BUY,
                SignalSource.BASELINE,
                Records.NOON + 0.015625,
                EntryVector.of(Map.of(Feature.RSI, 0.123, Feature.VOLUME_Z, 0.9)),
                0.0916));
  }

  @Test
  void readsTheMeasuringStreamsInTheOrderOfTheirClosing() {
    ClosedTrade first = closed("m-1", SignalSource.MYCELIAL, Records.NOON);
    ClosedTrade second = closed("b-1", SignalSource.BASELINE, Records.NOON + 5);
    store(
        "s",
        second,
        closed("s-1", SignalSource.SYNTHESIZED, Records.NOON),
        closed("a-1", SignalSource.ACCOUNT, Records.NOON),
        first);

    assertThat(past().records()).extracting(TradeRecord::tradeId).containsExactly("b-1", "m-1");
  }

  @Test
  void readsOneSessionOrAll() {
    store("s", closed("b-1", SignalSource.BASELINE, Records.NOON));
    store("t", closed("b-2", SignalSource.BASELINE, Records.NOON));

    assertThat(past("t").records()).extracting(TradeRecord::tradeId).containsExactly("b-2");
    assertThat(past().records()).hasSize(2);
    assertThat(past("u")).isEqualTo(new Past(java.util.List.of(), 0, 0));
  }

  @Test
  void skipsAndCountsRowsWithoutRanksAndTradesThatTheEndOfTheSessionCutOff() {
    ClosedTrade whole = closed("b-1", SignalSource.BASELINE, Records.NOON);
    ClosedTrade cut =
        new ClosedTrade(
            position("b-3", SignalSource.BASELINE, Records.NOON),
            whole.exit(),
            ExitReason.SESSION_END,
            whole.pnl());
    store("s", Records.trade("b-2"), whole, cut);

    Past past = past();

    assertThat(past.records()).extracting(TradeRecord::tradeId).containsExactly("b-1");
    assertThat(past.withoutRanks()).isEqualTo(1);
    assertThat(past.cutOff()).isEqualTo(1);
  }

  @Test
  void findsTheEntryOfATradeOpenOrClosedOfAnyLedger() {
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      storage.opened(position("a-1", SignalSource.ACCOUNT, Records.NOON));
    }
    try (StoredHistory history = StoredHistory.open(folder)) {
      assertThat(history.entry("a-1"))
          .contains(
              new PastEntry(
                  "s", "a-1", Records.BTC, Side.BUY, Records.NOON, EntryVector.of(RANKED)));
      assertThat(history.entry("a-2")).isEmpty();
    }
  }

  @Test
  void findsTheEntryOfAPairNearestInTime() {
    store(
        "s",
        closed("b-1", SignalSource.BASELINE, Records.NOON),
        closed("b-2", SignalSource.BASELINE, Records.NOON + 100));
    try (StoredHistory history = StoredHistory.open(folder)) {
      assertThat(history.entryNear(Records.BTC, Records.NOON + 49, null).map(PastEntry::tradeId))
          .contains("b-1");
      assertThat(history.entryNear(Records.BTC, Records.NOON + 51, null).map(PastEntry::tradeId))
          .contains("b-2");
      assertThat(history.entryNear(Records.BTC, 0, "s").map(PastEntry::tradeId)).contains("b-1");
      assertThat(history.entryNear(new Pair("SOLUSD"), 0, null)).isEqualTo(Optional.empty());
      assertThat(history.entryNear(Records.BTC, 0, "t")).isEqualTo(Optional.empty());
    }
  }

  @Test
  void refusesARowWhoseFeaturesAreSomethingElse() throws SQLException {
    store("s", closed("b-1", SignalSource.BASELINE, Records.NOON));
    for (String text :
        new String[] {"{\"rsi\":\"high\"}", "{\"moon\":1}", "{\"rsi\"", "{\"rsi\":[1,2]}"}) {
      try (Sqlite trades = Sqlite.trades(folder)) {
        trades.run("UPDATE positions SET features = '" + text + "'");
      }
      assertThatThrownBy(this::past)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("trades.db");
    }
  }

  @Test
  void thereMustBeADatabase() {
    assertThatThrownBy(() -> StoredHistory.open(folder.resolve("nowhere")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("does not exist");
  }
}
