package mycelial.memory;

import static mycelial.memory.Memories.BITCOIN;
import static mycelial.memory.Memories.ETHER;
import static mycelial.memory.Memories.flat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class CautionsTest {
  private static final CautionSettings SETTINGS = new CautionSettings(0.25, 4, 0.8, 24);
  private static final int DAY = 86_400;

  private static TradeRecord swarms(Pair pair, int time, double rank, double netReturn) {
    return new TradeRecord(
        "m" + time, pair, Side.BUY, SignalSource.MYCELIAL, time, flat(rank), netReturn);
  }

  /** Losses in a state, entered from a time on, a minute apart. */
  private static List<TradeRecord> losses(Pair pair, int from, int count, double rank) {
    List<TradeRecord> trades = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trades.add(swarms(pair, from + 60 * i, rank, -0.01));
    }
    return trades;
  }

  private static List<Caution> warn(List<TradeRecord> trades, double now) {
    return new Cautions(Memories.of(trades), SETTINGS).of(BITCOIN, Side.BUY, now);
  }

  @Test
  void warnsOfAStateInWhichTheSwarmFailedOftenEnough() {
    List<Caution> cautions = warn(losses(BITCOIN, 1000, 4, 0.9), 2000);

    assertThat(cautions).hasSize(1);
    assertThat(cautions.getFirst().recalled()).isEqualTo(4);
    assertThat(cautions.getFirst().failures()).isEqualTo(4);
    assertThat(cautions.getFirst().reason())
        .isEqualTo("4 of 4 trades entered within 0.25 of m1180 lost, -1.00 % on the average");
    assertThat(cautions.getFirst().covers(flat(0.8))).isTrue();
    assertThat(cautions.getFirst().covers(flat(0.4))).isFalse();
    assertThat(warn(losses(BITCOIN, 1000, 3, 0.9), 2000)).isEmpty();
  }

  @Test
  void endsHalfWayToASuccessThatIsTooMuch() {
    List<TradeRecord> trades = new ArrayList<>(losses(BITCOIN, 1000, 4, 0.9));
    trades.add(swarms(BITCOIN, 1300, 0.75, 0.02));
    trades.add(swarms(BITCOIN, 1360, 0.7, 0.02));

    Caution caution = warn(trades, 2000).getFirst();

    assertThat(caution.recalled()).isEqualTo(5);
    assertThat(caution.covers(flat(0.73))).isTrue();
    assertThat(caution.covers(flat(0.72))).isFalse();
  }

  @Test
  void takesEquallyNearTradesTogether() {
    List<TradeRecord> trades = new ArrayList<>(losses(BITCOIN, 1000, 4, 0.9));
    trades.add(swarms(BITCOIN, 1300, 0.75, 0.001));
    trades.add(swarms(BITCOIN, 1360, 0.75, 0.001));

    Caution caution = warn(trades, 2000).getFirst();

    assertThat(caution.recalled()).isEqualTo(4);
    assertThat(caution.covers(flat(0.83))).isTrue();
    assertThat(caution.covers(flat(0.82))).isFalse();
  }

  @Test
  void saysNothingWhereItPaidOnTheWhole() {
    List<TradeRecord> trades = new ArrayList<>(losses(BITCOIN, 1000, 4, 0.9));
    trades.add(0, swarms(BITCOIN, 900, 0.9, 0.1));

    assertThat(warn(trades, 2000)).isEmpty();
  }

  @Test
  void tellsARegimeFromAnotherInTheSameStateOfTheMoment() {
    List<TradeRecord> trades = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      trades.add(
          new TradeRecord(
              "calm" + i,
              BITCOIN,
              Side.BUY,
              SignalSource.MYCELIAL,
              1000 + 120 * i,
              Memories.inRegime(0.1, 0.3),
              0.01));
      trades.add(
          new TradeRecord(
              "wild" + i,
              BITCOIN,
              Side.BUY,
              SignalSource.MYCELIAL,
              1060 + 120 * i,
              Memories.inRegime(0.1, 0.75),
              -0.01));
    }

    List<Caution> cautions = warn(trades, 3000);

    assertThat(cautions).hasSize(1);
    assertThat(cautions.getFirst().covers(Memories.inRegime(0.15, 0.8))).isTrue();
    assertThat(cautions.getFirst().covers(Memories.inRegime(0.1, 0.35))).isFalse();
  }

  @Test
  void leavesOtherPairsDirectionsAndStreamsAside() {
    List<TradeRecord> trades = new ArrayList<>(losses(ETHER, 1000, 9, 0.9));
    trades.addAll(Memories.buys(BITCOIN, 5000, 9, 9));

    assertThat(warn(trades, 6000)).isEmpty();
    assertThat(new Cautions(Memories.of(trades), SETTINGS).of(ETHER, Side.BUY, 6000)).hasSize(1);
    assertThat(new Cautions(Memories.of(trades), SETTINGS).of(ETHER, Side.SELL, 6000)).isEmpty();
  }

  @Test
  void lapsesTheLaterTheMoreFailuresItRestsOn() {
    List<TradeRecord> trades = losses(BITCOIN, 1000, 4, 0.9);

    assertThat(warn(trades, 1180 + 4 * DAY - 1)).hasSize(1);
    assertThat(warn(trades, 1180 + 4 * DAY)).isEmpty();
    List<TradeRecord> renewed = new ArrayList<>(trades);
    renewed.add(swarms(BITCOIN, 5 * DAY, 0.88, -0.01));
    assertThat(warn(renewed, 5 * DAY + 60).getFirst().until()).isEqualTo(10.0 * DAY);
  }

  @Test
  void namesAStateOnceHoweverManyFailuresLieInIt() {
    List<TradeRecord> trades = new ArrayList<>(losses(BITCOIN, 1000, 20, 0.9));
    trades.addAll(losses(BITCOIN, 5000, 5, 0.1));

    List<Caution> cautions = warn(trades, 6000);

    assertThat(cautions).extracting(Caution::failures).containsExactly(20, 5);
  }
}
