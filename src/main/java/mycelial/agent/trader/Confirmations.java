package mycelial.agent.trader;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiConsumer;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.Fill;
import mycelial.ledger.Ledger;
import mycelial.ledger.Order;
import mycelial.ledger.Position;
import mycelial.market.FeatureVector;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Message;
import mycelial.message.SynthesizedTrade;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;

/**
 * Publishes every fill, and every closed collision trade with the P&L of the three measuring
 * streams.
 */
final class Confirmations implements Books.FillListener {
  private final BiConsumer<Channel, Message> publish;
  private final Map<SignalSource, Ledger> ledgers;

  Confirmations(BiConsumer<Channel, Message> publish, Map<SignalSource, Ledger> ledgers) {
    this.publish = publish;
    this.ledgers = ledgers;
  }

  @Override
  public void opened(Position position, Ledger ledger) {
    Order order = position.order();
    String reason = order.grade() + " idea " + order.ideaId();
    confirm(position, TradeConfirmation.Action.OPEN, position.entry(), ledger, reason);
  }

  @Override
  public void closed(ClosedTrade trade, Ledger ledger) {
    confirm(
        trade.position(),
        TradeConfirmation.Action.CLOSE,
        trade.exit(),
        ledger,
        trade.reason().name());
    if (trade.position().stream() == SignalSource.SYNTHESIZED) {
      log(trade);
    }
  }

  private void confirm(
      Position position, TradeConfirmation.Action action, Fill fill, Ledger ledger, String reason) {
    publish.accept(
        Channel.of(Topic.TRADE_CONFIRMATIONS),
        new TradeConfirmation(
            position.stream(),
            position.tradeId(),
            action,
            position.order().pair(),
            fill.side(),
            fill.quantity(),
            fill.price(),
            fill.fee(),
            ledger.cash(),
            reason,
            action == TradeConfirmation.Action.OPEN
                ? position.order().snapshot().features()
                : FeatureVector.EMPTY));
  }

  private void log(ClosedTrade trade) {
    Position position = trade.position();
    publish.accept(
        Channel.of(Topic.SYNTHESIZED_TRADE_LOG),
        new SynthesizedTrade(
            position.tradeId(),
            position.order().pair(),
            position.entry().time(),
            trade.exit().time(),
            position.entry().price(),
            trade.exit().price(),
            trade.pnl(),
            pnl(SignalSource.BASELINE),
            pnl(SignalSource.MYCELIAL),
            pnl(SignalSource.SYNTHESIZED)));
  }

  private BigDecimal pnl(SignalSource source) {
    Ledger ledger = ledgers.get(source);
    if (ledger == null) {
      throw new IllegalStateException("no ledger for " + source);
    }
    return ledger.realisedPnl();
  }
}
