package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.MarketData;
import mycelial.message.TradeConfirmation;

/**
 * The account as the guardian reconstructs it from what it hears: cash, holdings, newest prices.
 */
final class AccountMirror {
  private final Map<Pair, BigDecimal> holdings = new TreeMap<>();

  /** Looked up, never walked through. */
  private final Map<Pair, Double> prices = new HashMap<>();

  private BigDecimal cash;
  private boolean changed;

  AccountMirror(BigDecimal capital) {
    cash = capital;
  }

  void take(TradeConfirmation fill) {
    cash = fill.cash();
    BigDecimal signed = fill.side() == Side.BUY ? fill.quantity() : fill.quantity().negate();
    BigDecimal held = holdings.getOrDefault(fill.pair(), BigDecimal.ZERO).add(signed);
    if (held.signum() == 0) {
      holdings.remove(fill.pair());
    } else {
      holdings.put(fill.pair(), held);
    }
    changed = true;
  }

  void take(MarketData data) {
    double price =
        data.quote() != null ? data.quote().mid() : data.bar() == null ? 0 : data.bar().close();
    if (price > 0) {
      prices.put(data.pair(), price);
      changed |= holdings.containsKey(data.pair());
    }
  }

  /** Whether equity may differ from what it was at the last call. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  BigDecimal equity() {
    BigDecimal equity = cash;
    for (Map.Entry<Pair, BigDecimal> holding : holdings.entrySet()) {
      Double price = prices.get(holding.getKey());
      if (price != null) {
        equity = equity.add(holding.getValue().multiply(BigDecimal.valueOf(price)));
      }
    }
    return equity;
  }
}
