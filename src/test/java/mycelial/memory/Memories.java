package mycelial.memory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mycelial.market.Condition;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/** Trades and states that tests of the memory share. */
public final class Memories {
  /** A pair. */
  public static final Pair BITCOIN = new Pair("XXBTZUSD");

  /** Another pair. */
  public static final Pair ETHER = new Pair("XETHZUSD");

  /** As shipped. */
  public static final RecallSettings SHIPPED = new RecallSettings(15, 0.25, 6, 0.5, 0.67, 0.9);

  private Memories() {}

  /** The state in which every rank is the same. */
  public static EntryVector flat(double rank) {
    Map<Feature, Double> ranks = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (feature.isScaleFree()) {
        ranks.put(feature, rank);
      }
    }
    return EntryVector.of(ranks);
  }

  /** A state of the moment under a volatility. */
  public static EntryVector inRegime(double moment, double volatility) {
    Map<Feature, Double> ranks = new EnumMap<>(flat(moment).ranks());
    ranks.put(Feature.ATR_PRICE, volatility);
    ranks.put(Feature.BAND_WIDTH, volatility);
    return EntryVector.of(ranks);
  }

  /** A buy of bitcoin by the swarm; its id is its entry time. */
  public static TradeRecord trade(int time, double rank, double netReturn) {
    return trade(BITCOIN, Side.BUY, time, flat(rank), netReturn);
  }

  /** A trade of the swarm; its id is its entry time. */
  public static TradeRecord trade(
      Pair pair, Side side, int time, EntryVector entry, double netReturn) {
    return new TradeRecord("t" + time, pair, side, SignalSource.MYCELIAL, time, entry, netReturn);
  }

  /** A memory of these. */
  public static Memory of(List<TradeRecord> trades) {
    Memory memory = new Memory(1000);
    trades.forEach(memory::remember);
    return memory;
  }

  /** Buys of a pair in one state, of which the first ones failed, entered from a time on. */
  public static List<TradeRecord> buys(Pair pair, int from, int count, int failures) {
    return IntStream.range(0, count)
        .mapToObj(i -> trade(pair, Side.BUY, from + i, flat(0.3), i < failures ? -0.01 : 0.012))
        .toList();
  }

  /** The leading rule of a learner. */
  public static AgentKnowledge knowledge(int agent, String patternId, double score) {
    return new AgentKnowledge(
        agent,
        patternId,
        BITCOIN,
        Side.BUY,
        45,
        List.of(
            new Condition(BITCOIN, Feature.RSI, Condition.Comparison.BELOW, 0.2),
            new Condition(ETHER, Feature.VOLUME_Z, Condition.Comparison.ABOVE, 0.9)),
        12,
        0.004,
        score);
  }
}
