package mycelial.colony;

import java.util.EnumMap;
import java.util.Map;
import mycelial.agent.trader.TradingAgent;
import mycelial.market.SignalSource;

/**
 * How the streams stand, for charts and headings; read between steps.
 *
 * @param time schedule time, seconds since the epoch
 * @param trading whether warming up is over
 * @param halted whether the account may open no position
 * @param profits equity less capital by stream, quote currency, as last marked to market
 */
public record Standing(
    double time, boolean trading, boolean halted, Map<SignalSource, Double> profits) {

  /** How a started colony stands. */
  public static Standing of(Colony colony) {
    RunCounters run = colony.counters();
    TradingAgent trader = colony.roster().trader();
    Map<SignalSource, Double> profits = new EnumMap<>(SignalSource.class);
    for (SignalSource source : SignalSource.values()) {
      var ledger = trader.ledger(source);
      profits.put(source, PropertyList.cents(ledger.realisedPnl().add(ledger.unrealisedPnl())));
    }
    return new Standing(run.now(), run.now() >= run.tradingFrom(), trader.isHalted(), profits);
  }
}
