package mycelial.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.memory.Recollection.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the shipped settings. */
final class RecallTest {
  private static Recollection recall(List<TradeRecord> trades) {
    return new Recall(Memories.of(trades), Memories.SHIPPED)
        .recall(Memories.BITCOIN, Side.BUY, Memories.flat(0.35));
  }

  private static List<TradeRecord> both(List<TradeRecord> one, List<TradeRecord> other) {
    List<TradeRecord> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  @Test
  void keepsWhereNothingIsRemembered() {
    Recollection found = recall(List.of());

    assertThat(found.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(found.factor()).isEqualTo(1);
    assertThat(found.reason())
        .isEqualTo(
            "too little is remembered: 0 trades within 0.25 that count as 0.0, 6.0 are needed");
  }

  @Test
  void keepsWhileTooFewAreRememberedHoweverManyOfThemFailed() {
    assertThat(recall(Memories.buys(Memories.BITCOIN, 0, 5, 5)).verdict()).isEqualTo(Verdict.KEEP);
    assertThat(recall(Memories.buys(Memories.BITCOIN, 0, 6, 6)).verdict())
        .isEqualTo(Verdict.REFUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "15,  8, KEEP,   1",
    "15, 10, KEEP,   1",
    "15, 11, LOWER,  0.7246",
    "15, 12, LOWER,  0.4348",
    "15, 13, LOWER,  0.1449",
    "15, 14, REFUSE, 0",
    "15, 15, REFUSE, 0",
    "6,   4, KEEP,   1",
    "6,   5, LOWER,  0.2899",
    "6,   6, REFUSE, 0"
  })
  void lowersAndRefusesByTheShareOfFailures(
      int trades, int failures, Verdict verdict, double factor) {
    Recollection found = recall(Memories.buys(Memories.BITCOIN, 0, trades, failures));

    assertThat(found.verdict()).isEqualTo(verdict);
    assertThat(found.factor()).isCloseTo(factor, within(5e-5));
    assertThat(found.failures()).isEqualTo(failures);
    assertThat(found.neighbours()).hasSize(trades);
  }

  @Test
  void saysWhyInWords() {
    assertThat(recall(Memories.buys(Memories.BITCOIN, 0, 15, 12)).reason())
        .isEqualTo("12 of the 15 nearest trades lost, 80 % by weight, at -0.56 % on the average");
  }

  @Test
  void keepsWhatLosesOftenButPays() {
    List<TradeRecord> trades = new ArrayList<>(Memories.buys(Memories.BITCOIN, 0, 12, 12));
    for (int i = 0; i < 3; i++) {
      trades.add(Memories.trade(100 + i, 0.3, 0.05));
    }

    Recollection found = recall(trades);

    assertThat(found.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(found.reason()).endsWith("at +0.20 % on the average, but they paid on the whole");
  }

  @Test
  void countsOtherPairsLess() {
    assertThat(recall(Memories.buys(Memories.ETHER, 0, 11, 11)).verdict()).isEqualTo(Verdict.KEEP);
    assertThat(recall(Memories.buys(Memories.ETHER, 0, 12, 12)).verdict())
        .isEqualTo(Verdict.REFUSE);

    List<TradeRecord> ownWins = Memories.buys(Memories.BITCOIN, 0, 4, 0);
    List<TradeRecord> othersFail = Memories.buys(Memories.ETHER, 100, 8, 8);
    assertThat(recall(both(ownWins, othersFail)).reason())
        .startsWith("8 of the 12 nearest trades lost, 50 % by weight");
  }

  @Test
  void countsTheSwarmsTradesOnly() {
    List<TradeRecord> analysts = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      analysts.add(
          new TradeRecord(
              "b" + i,
              Memories.BITCOIN,
              Side.BUY,
              SignalSource.BASELINE,
              i,
              Memories.flat(0.35),
              -0.01));
    }

    assertThat(recall(analysts).neighbours()).isEmpty();
    assertThat(recall(analysts).verdict()).isEqualTo(Verdict.KEEP);
  }

  @Test
  void leavesALicenceAloneWhileThePairsTradesPayInOtherStates() {
    List<TradeRecord> trades = new ArrayList<>(Memories.buys(Memories.BITCOIN, 0, 8, 8));
    for (int i = 0; i < 6; i++) {
      trades.add(Memories.trade(100 + i, 0.9, 0.02));
    }

    Recollection found = recall(trades);

    assertThat(found.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(found.failures()).isEqualTo(8);
    assertThat(found.reason()).endsWith(", but the pair's trades paid on the whole");
  }

  @Test
  void doesNotLookBeyondItsRadius() {
    List<TradeRecord> far = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      far.add(Memories.trade(i, 0.61, -0.01));
    }

    assertThat(recall(far).neighbours()).isEmpty();
    assertThat(recall(far).verdict()).isEqualTo(Verdict.KEEP);
  }

  @Test
  void looksAtTheNearestOnly() {
    List<TradeRecord> trades = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      trades.add(Memories.trade(i, 0.5, -0.01));
    }
    trades.addAll(Memories.buys(Memories.BITCOIN, 100, 15, 0));

    assertThat(recall(trades).failures()).isZero();
  }

  @Test
  void keepsWhereHalfOfTheRanksAreMissing() {
    Recall recall =
        new Recall(Memories.of(Memories.buys(Memories.BITCOIN, 0, 15, 15)), Memories.SHIPPED);

    Recollection found =
        recall.recall(Memories.BITCOIN, Side.BUY, EntryVector.of(Map.of(Feature.RSI, 0.3)));

    assertThat(found.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(found.reason()).contains("half of its ranks are missing");
  }

  @Test
  void refusesThresholdsInTheWrongOrder() {
    assertThatThrownBy(() -> new RecallSettings(15, 0.25, 6, 0.5, 0.9, 0.9))
        .hasMessage("lower share 0.9 is out of its range");
    assertThatThrownBy(() -> new RecallSettings(0, 0.25, 6, 0.5, 0.6, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
