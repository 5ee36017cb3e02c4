package mycelial.colony;

import java.util.Locale;
import java.util.stream.Collectors;
import mycelial.agent.trader.TradingAgent;
import mycelial.ledger.Ledger;
import mycelial.ledger.Position;
import mycelial.market.SignalSource;

/** What the trader can tell of its ledgers. */
final class TraderProperties {
  private TraderProperties() {}

  static void add(TradingAgent trader, PropertyList list) {
    list.add("Halted", "whether the account may open no position", trader::isHalted);
    for (SignalSource source : SignalSource.values()) {
      ledger(name(source), trader.ledger(source), list);
    }
    list.add("Baseline ideas", "heard, once each", () -> trader.ideas(SignalSource.BASELINE));
    list.add("Mycelial ideas", "heard, once each", () -> trader.ideas(SignalSource.MYCELIAL));
    list.add("Collisions", "both streams agreed", () -> trader.collisionCounts().matched());
    list.add("Conflicts", "the streams disagreed", () -> trader.collisionCounts().conflicts());
    list.add("Near misses", "agreed, but too late", () -> trader.collisionCounts().nearMisses());
    list.add("Unmatched", "ideas without a partner", () -> trader.collisionCounts().expired());
  }

  private static String name(SignalSource source) {
    String label = source.label();
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  private static void ledger(String name, Ledger ledger, PropertyList list) {
    list.add(
        name + " P&L",
        "realised and open, after costs, quote currency",
        () -> PropertyList.cents(ledger.realisedPnl().add(ledger.unrealisedPnl())));
    list.add(
        name + " equity",
        "marked to market, quote currency",
        () -> PropertyList.cents(ledger.equity()));
    list.add(name + " cash", "quote currency", () -> PropertyList.cents(ledger.cash()));
    list.add(name + " trades", "closed", ledger::trades);
    list.add(name + " open", "positions held", () -> positions(ledger));
  }

  private static String positions(Ledger ledger) {
    return ledger.positions().isEmpty()
        ? "none"
        : ledger.positions().stream()
            .map(TraderProperties::words)
            .collect(Collectors.joining("; "));
  }

  private static String words(Position position) {
    return position.order().side()
        + " "
        + position.entry().quantity().toPlainString()
        + " "
        + position.order().pair()
        + " at "
        + position.entry().price().toPlainString();
  }
}
