package mycelial.memory;

import java.util.List;

/**
 * Everything that a memory holds, to be kept in a file and taken up again. Two memories with equal
 * snapshots answer every question alike.
 *
 * @param trades of both trade collections, oldest first
 * @param knowledge by learner
 */
public record MemorySnapshot(List<TradeRecord> trades, List<AgentKnowledge> knowledge) {
  /** What a colony without a past remembers. */
  public static final MemorySnapshot EMPTY = new MemorySnapshot(List.of(), List.of());

  /** Copies the lists. */
  public MemorySnapshot {
    trades = List.copyOf(trades);
    knowledge = List.copyOf(knowledge);
  }
}
