package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mycelial.agent.keeper.MemoryAgent;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Position;
import mycelial.market.SignalSource;
import mycelial.memory.Memory;
import mycelial.memory.MemoryCollection;
import mycelial.memory.TradeRecord;
import mycelial.storage.SessionInfo;
import mycelial.storage.Storage;
import mycelial.storage.StoredHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the colony's memory holds at the end of a session, and what trades.db holds of it. */
final class MemoryRebuiltTest {
  @TempDir Path folder;

  /** Hands on to a real storage what it records. */
  private static final class StoringRecorder extends Recorder {
    private final Storage storage;

    StoringRecorder(Storage storage) {
      this.storage = storage;
    }

    @Override
    public void opened(Position position) {
      super.opened(position);
      storage.opened(position);
    }

    @Override
    public void closed(ClosedTrade trade) {
      super.closed(trade);
      storage.closed(trade);
    }
  }

  /** Plays a session and returns its memory as it was at the end. */
  private Memory play(List<ClosedTrade> closed) {
    SessionInfo info =
        new SessionInfo("kit", "replay", 42, "synthetic", "c0ffee", "{\"files\":[]}", "test");
    List<MemoryAgent> keepers = new ArrayList<>();
    try (Storage storage = Storage.open(folder, info)) {
      ColonyKit.Outcome outcome =
          Fixtures.sample()
              .stores(() -> new StoringRecorder(storage))
              .run((colony, instants) -> keepers.add(colony.roster().memory()))
              .requireTraded();
      closed.addAll(outcome.stored().closed());
    }
    return keepers.getLast().memory();
  }

  @Test
  void isRebuiltFromTheSessionsTradesBitForBit() {
    List<ClosedTrade> closed = new ArrayList<>();
    Memory lived = play(closed);

    Memory rebuilt = new Memory(10_000);
    try (StoredHistory history = StoredHistory.open(folder)) {
      history.past("kit").records().forEach(rebuilt::remember);
    }

    assertThat(rebuilt.snapshot().trades()).isEqualTo(lived.snapshot().trades());
    assertThat(lived.size(MemoryCollection.TRADING_PATTERNS)).isPositive();
    assertThat(lived.size(MemoryCollection.FAILED_PATTERNS)).isPositive();
    assertThat(lived.size(MemoryCollection.AGENT_KNOWLEDGE)).isPositive();
    assertThat(lived.snapshot().trades())
        .extracting(TradeRecord::tradeId)
        .containsExactlyElementsOf(
            closed.stream()
                .filter(trade -> trade.reason() != ExitReason.SESSION_END)
                .filter(trade ->
                    trade.position().stream() == SignalSource.BASELINE
                        || trade.position().stream() == SignalSource.MYCELIAL)
                .map(trade -> trade.position().tradeId())
                .toList());
    lived
        .snapshot()
        .trades()
        .forEach(trade ->
            assertThat(trade.isFailure())
                .isEqualTo(
                    closed.stream()
                        .filter(each -> each.position().tradeId().equals(trade.tradeId()))
                        .noneMatch(ClosedTrade::isWin)));
  }
}
