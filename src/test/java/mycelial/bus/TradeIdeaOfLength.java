package mycelial.bus;

import mycelial.market.EvidenceGrade;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;

/** An idea with a reason of so many letters. */
record TradeIdeaOfLength(int letters) {
  Envelope envelope() {
    TradeIdea idea =
        new TradeIdea(
            "idea",
            SignalSource.BASELINE,
            Samples.pairs().getFirst(),
            Side.BUY,
            60,
            StrategyType.GENERIC,
            EvidenceGrade.PROVEN,
            50,
            0,
            null,
            null,
            60,
            "x".repeat(letters));
    return new Envelope(1, 1, 1, Channel.of(Topic.BASELINE_TRADE_IDEAS), idea);
  }
}
