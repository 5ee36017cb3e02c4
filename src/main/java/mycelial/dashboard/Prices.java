package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Quote;
import mycelial.message.MarketData;

/** The newest price of each pair, as heard on the bus. Safe for several threads. */
final class Prices {
  private record Price(double time, double price) {}

  private final Map<String, Price> newest = new TreeMap<>();
  private final Map<String, Price> changed = new TreeMap<>();

  /**
   * Takes a message of the market in.
   *
   * @param time schedule time at which it was published
   */
  synchronized void take(MarketData data, double time) {
    Quote quote = data.quote();
    Bar bar = data.bar();
    double price = quote != null ? quote.mid() : bar == null ? Double.NaN : bar.close();
    Price heard = new Price(time, price);
    if (!heard.equals(newest.put(data.pair().name(), heard))) {
      changed.put(data.pair().name(), heard);
    }
  }

  synchronized void tellChanged(ObjectNode update) {
    put(changed, update);
    changed.clear();
  }

  synchronized void tell(ObjectNode snapshot) {
    put(newest, snapshot);
  }

  private static void put(Map<String, Price> prices, ObjectNode into) {
    if (prices.isEmpty()) {
      return;
    }
    ObjectNode all = into.putObject("prices");
    prices.forEach((pair, price) -> all.putArray(pair).add(price.time()).add(price.price()));
  }
}
