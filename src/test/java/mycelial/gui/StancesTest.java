package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.market.EvidenceGrade;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import org.junit.jupiter.api.Test;

final class StancesTest {
  private static Envelope idea(int source, Side side, double time) {
    TradeIdea idea =
        new TradeIdea(
            "idea-1",
            SignalSource.BASELINE,
            new Pair("XXBTZUSD"),
            side,
            60,
            StrategyType.DAY,
            EvidenceGrade.EXPLORATORY,
            50,
            0,
            null,
            null,
            (long) time,
            "a test");
    return new Envelope(source, 1, time, Channel.of(Topic.BASELINE_TRADE_IDEAS), idea);
  }

  @Test
  void theLastSideTakenCountsForAWhile() {
    Stances stances = new Stances();
    stances.hear(idea(7, Side.SELL, 1000));
    stances.hear(idea(7, Side.BUY, 1060));

    assertThat(stances.of(7, 1060 + Stances.LASTING_SECONDS)).isEqualTo(Side.BUY);
    assertThat(stances.of(7, 1061 + Stances.LASTING_SECONDS)).isNull();
    assertThat(stances.of(8, 1060)).isNull();
  }

  @Test
  void whoTakesNoSideKeepsNone() {
    Stances stances = new Stances();
    stances.hear(
        new Envelope(
            3,
            1,
            5,
            Channel.of(Topic.SYSTEM_CONTROL),
            new SystemControl(SystemControl.Command.HALT, SystemControl.Origin.RISK, "a test")));

    assertThat(stances.of(3, 5)).isNull();
  }
}
