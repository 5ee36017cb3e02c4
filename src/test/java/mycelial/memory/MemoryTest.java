package mycelial.memory;

import static mycelial.memory.MemoryCollection.AGENT_KNOWLEDGE;
import static mycelial.memory.MemoryCollection.FAILED_PATTERNS;
import static mycelial.memory.MemoryCollection.TRADING_PATTERNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class MemoryTest {
  private static List<String> ids(List<Neighbour> neighbours) {
    return neighbours.stream().map(near -> near.trade().tradeId()).toList();
  }

  @Test
  void theCollectionsHaveTheirNames() {
    assertThat(MemoryCollection.values())
        .extracting(MemoryCollection::label)
        .containsExactly("trading_patterns", "failed_patterns", "agent_knowledge");
  }

  @Test
  void keepsEachTradeOnce() {
    Memory memory = new Memory(10);

    assertThat(memory.remember(Memories.trade(1, 0.5, 0.01))).isTrue();
    assertThat(memory.remember(Memories.trade(1, 0.5, 0.01))).isFalse();
    assertThat(memory.remember(Memories.trade(2, 0.5, -0.01))).isTrue();

    assertThat(memory.size(TRADING_PATTERNS)).isEqualTo(1);
    assertThat(memory.size(FAILED_PATTERNS)).isEqualTo(1);
  }

  @Test
  void aMarketThatIsPlayedTwiceIsNoNewExperience() {
    Memory memory = Memories.of(List.of(Memories.trade(1, 0.5, 0.01)));
    TradeRecord again =
        new TradeRecord(
            "other-session-1",
            Memories.BITCOIN,
            Side.BUY,
            SignalSource.MYCELIAL,
            1,
            Memories.flat(0.5),
            0.01);

    assertThat(memory.remember(again)).isFalse();
    assertThat(memory.size()).isEqualTo(1);
  }

  @Test
  void forgetsTheOldestFirst() {
    Memory memory = new Memory(3);
    for (int i = 1; i <= 5; i++) {
      memory.remember(Memories.trade(i, 0.5, i % 2 == 0 ? 0.01 : -0.01));
    }

    assertThat(memory.snapshot().trades())
        .extracting(TradeRecord::tradeId)
        .containsExactly("t3", "t4", "t5");
    assertThat(memory.size(FAILED_PATTERNS)).isEqualTo(2);
    assertThat(memory.size(TRADING_PATTERNS)).isEqualTo(1);
    assertThat(memory.forgotten()).isEqualTo(2);
  }

  @Test
  void refusesToHoldNothing() {
    assertThatThrownBy(() -> new Memory(0)).hasMessage("a memory of 0 trades holds none");
  }

  @Test
  void findsTheNearestFirstAndOfEquallyNearOnesTheOlder() {
    Memory memory =
        Memories.of(
            List.of(
                Memories.trade(1, 0.8, 0.01),
                Memories.trade(2, 0.5, -0.01),
                Memories.trade(3, 0.25, 0.01),
                Memories.trade(4, 0.5, 0.01),
                Memories.trade(5, 0.75, 0.01)));

    assertThat(ids(memory.nearest(Side.BUY, Memories.flat(0.5), 5, 1)))
        .containsExactly("t2", "t4", "t3", "t5", "t1");
    assertThat(ids(memory.nearest(Side.BUY, Memories.flat(0.5), 3, 1)))
        .containsExactly("t2", "t4", "t3");
    assertThat(ids(memory.nearest(Side.BUY, Memories.flat(0.5), 5, 0.25)))
        .containsExactly("t2", "t4", "t3", "t5");
    assertThat(memory.nearest(Side.BUY, Memories.flat(0.5), 1, 1).getFirst().similarity())
        .isEqualTo(1);
  }

  @Test
  void looksAtTradesOfTheSameDirectionOnly() {
    TradeRecord sale = Memories.trade(Memories.BITCOIN, Side.SELL, 2, Memories.flat(0.5), 0.01);
    Memory memory = Memories.of(List.of(Memories.trade(1, 0.5, 0.01), sale));

    assertThat(ids(memory.nearest(Side.SELL, Memories.flat(0.5), 5, 1))).containsExactly("t2");
  }

  @Test
  void findsNothingNearAStateOfWhichTooLittleIsKnown() {
    Memory memory = Memories.of(Memories.buys(Memories.BITCOIN, 0, 5, 2));

    assertThat(memory.nearest(Side.BUY, EntryVector.of(Map.of(Feature.RSI, 0.3)), 5, 1)).isEmpty();
  }

  /** Ten obvious lines: sort everything by distance, the sort being stable. */
  @Test
  void findsWhatSortingEverythingFinds() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 50; round++) {
      List<TradeRecord> trades = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
        trades.add(Memories.trade(Memories.BITCOIN, side, i, coarse(random), 0.01));
      }
      EntryVector state = coarse(random);
      double radius = 0.2 + 0.6 * random.nextDouble();
      List<Neighbour> sorted =
          trades.stream()
              .filter(trade -> trade.side() == Side.BUY)
              .map(trade -> new Neighbour(trade, trade.entry().distance(state)))
              .filter(near -> near.distance() <= radius)
              .sorted(Comparator.comparingDouble(Neighbour::distance))
              .limit(12)
              .toList();

      assertThat(Memories.of(trades).nearest(Side.BUY, state, 12, radius)).isEqualTo(sorted);
    }
  }

  /** Ranks so coarse that many distances are equal, some absent. */
  private static EntryVector coarse(SplittableRandom random) {
    Map<Feature, Double> ranks = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.isScaleFree() && random.nextInt(5) > 0) {
        ranks.put(feature, random.nextInt(3) / 2.0);
      }
    }
    return EntryVector.of(ranks);
  }

  @Test
  void keepsOfEachLearnerWhatItHeldForItsBestLast() {
    Memory memory = new Memory(10);

    assertThat(memory.learn(Memories.knowledge(9, "r9-1", 50))).isTrue();
    assertThat(memory.learn(Memories.knowledge(3, "r3-4", 60))).isTrue();
    assertThat(memory.learn(Memories.knowledge(9, "r9-1", 50))).isFalse();
    assertThat(memory.learn(Memories.knowledge(9, "r9-7", 70))).isTrue();

    assertThat(memory.size(AGENT_KNOWLEDGE)).isEqualTo(2);
    assertThat(memory.snapshot().knowledge())
        .containsExactly(Memories.knowledge(3, "r3-4", 60), Memories.knowledge(9, "r9-7", 70));
  }

  @Test
  void isRebuiltFromItsSnapshotBitForBit() {
    Memory memory = Memories.of(Memories.buys(Memories.ETHER, 5, 20, 9));
    memory.learn(Memories.knowledge(9, "r9-1", 50));

    Memory again = new Memory(1000);
    again.restore(memory.snapshot());

    assertThat(again.snapshot()).isEqualTo(memory.snapshot());
    assertThat(again.size(FAILED_PATTERNS)).isEqualTo(9);
    assertThat(again.nearest(Side.BUY, Memories.flat(0.4), 7, 0.5))
        .isEqualTo(memory.nearest(Side.BUY, Memories.flat(0.4), 7, 0.5))
        .hasSize(7);
    assertThat(MemorySnapshot.EMPTY).isEqualTo(new Memory(1).snapshot());
  }
}
