package mycelial.agent.keeper;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.memory.Caution;
import mycelial.memory.CautionSettings;
import mycelial.memory.Cautions;
import mycelial.memory.Memory;
import mycelial.memory.TradeRecord;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryCaution.Region;

/** Knows of which states learners have been warned, and tells what has changed. */
final class Warnings {
  private final Memory memory;
  private final Cautions cautions;
  private final Map<Pair, Map<Side, Caution>> given = new TreeMap<>();

  Warnings(Memory memory, CautionSettings settings) {
    this.memory = memory;
    this.cautions = new Cautions(memory, settings);
  }

  /** What learners must be told first of a memory that holds trades already. */
  List<MemoryCaution> ofThePast(double now) {
    Map<Pair, TreeSet<Side>> traded = new TreeMap<>();
    for (TradeRecord trade : memory.snapshot().trades()) {
      traded.computeIfAbsent(trade.pair(), pair -> new TreeSet<>()).add(trade.side());
    }
    return traded.entrySet().stream()
        .flatMap(pair -> pair.getValue().stream().map(side -> news(pair.getKey(), side, now)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is to be told since a trade has been remembered. */
  Optional<MemoryCaution> after(TradeRecord trade, double now) {
    return Cautions.restOn(trade) ? news(trade.pair(), trade.side(), now) : Optional.empty();
  }

  private Optional<MemoryCaution> news(Pair pair, Side side, double now) {
    Caution found = cautions.of(pair, side, now);
    Map<Side, Caution> sides = given.computeIfAbsent(pair, key -> new EnumMap<>(Side.class));
    if (Objects.equals(found, sides.get(side))) {
      return Optional.empty();
    }
    if (found == null) {
      sides.remove(side);
      return Optional.of(new MemoryCaution(pair, side, List.of()));
    }
    sides.put(side, found);
    return Optional.of(new MemoryCaution(pair, side, List.of(region(found))));
  }

  private static Region region(Caution caution) {
    return new Region(
        caution.newest().tradeId(),
        caution.regime(),
        caution.inside().trades(),
        caution.inside().failures(),
        caution.until(),
        caution.reason());
  }
}
