package mycelial.feed.kraken;

import java.util.ArrayList;
import java.util.List;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.Bar;
import mycelial.market.MarketUpdate;

/** Keeps everything that arrives. */
final class Sink implements Arrivals {
  private final List<Arrival> arrivals = new ArrayList<>();

  @Override
  public synchronized void offer(Arrival arrival) {
    arrivals.add(arrival);
  }

  synchronized List<Arrival> all() {
    return new ArrayList<>(arrivals);
  }

  List<MarketUpdate> updates() {
    return all().stream()
        .filter(Arrival.Market.class::isInstance)
        .map(arrival -> ((Arrival.Market) arrival).update())
        .toList();
  }

  List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    for (MarketUpdate update : updates()) {
      Bar bar = update.closed();
      if (bar != null) {
        bars.add(bar);
      }
    }
    return bars;
  }

  List<Arrival.Access> access() {
    return all().stream()
        .filter(Arrival.Access.class::isInstance)
        .map(Arrival.Access.class::cast)
        .toList();
  }
}
