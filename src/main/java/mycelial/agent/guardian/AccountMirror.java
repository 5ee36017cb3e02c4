package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.message.MarketData;
import mycelial.message.TradeConfirmation;

/**
 * The account as the guardian reconstructs it from what it hears: cash, holdings, newest prices,
 * and what each pair has earned. Amounts are in quote currency.
 */
final class AccountMirror {
  private final Map<Pair, BigDecimal> holdings = new TreeMap<>();

  /** What the fills of each pair have brought in less what they have cost, fees included. */
  private final Map<Pair, BigDecimal> flows = new TreeMap<>();

  /** Looked up, never walked through. */
  private final Map<Pair, Double> prices = new HashMap<>();

  private final TreeSet<Pair> touched = new TreeSet<>();
  private BigDecimal cash;

  AccountMirror(BigDecimal capital) {
    cash = capital;
  }

  void take(TradeConfirmation fill) {
    cash = fill.cash();
    Pair pair = fill.pair();
    boolean buys = fill.side() == Side.BUY;
    BigDecimal signed = buys ? fill.quantity() : fill.quantity().negate();
    BigDecimal held = holdings.getOrDefault(pair, BigDecimal.ZERO).add(signed);
    if (held.signum() == 0) {
      holdings.remove(pair);
    } else {
      holdings.put(pair, held);
    }
    BigDecimal flow = signed.multiply(fill.price()).negate().subtract(fill.fee());
    flows.merge(pair, flow, BigDecimal::add);
    prices.putIfAbsent(pair, fill.price().doubleValue());
    touched.add(pair);
  }

  void take(MarketData data) {
    double price =
        data.quote() != null ? data.quote().mid() : data.bar() == null ? 0 : data.bar().close();
    if (price > 0) {
      prices.put(data.pair(), price);
      if (holdings.containsKey(data.pair())) {
        touched.add(data.pair());
      }
    }
  }

  /** The pairs whose P&L, and with it the equity, may have changed since the last call. */
  List<Pair> takeTouched() {
    List<Pair> pairs = List.copyOf(touched);
    touched.clear();
    return pairs;
  }

  BigDecimal equity() {
    BigDecimal equity = cash;
    for (Pair pair : holdings.keySet()) {
      equity = equity.add(value(pair));
    }
    return equity;
  }

  /** Realised and open P&L of a pair since the session began. */
  BigDecimal pnl(Pair pair) {
    return flows.getOrDefault(pair, BigDecimal.ZERO).add(value(pair));
  }

  private BigDecimal value(Pair pair) {
    Double price = prices.get(pair);
    BigDecimal held = holdings.get(pair);
    return price == null || held == null
        ? BigDecimal.ZERO
        : held.multiply(BigDecimal.valueOf(price));
  }
}
