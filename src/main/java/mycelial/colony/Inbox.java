package mycelial.colony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.market.MarketUpdate;
import mycelial.market.Pair;

/**
 * What connectors have brought and the colony has not fetched yet. Bounded by what there is to
 * know: of each pair only the newest quote is kept. Safe for use by several threads.
 */
public final class Inbox implements Arrivals {
  private final List<Arrival> news = new ArrayList<>();
  private final Map<Pair, Arrival> quotes = new LinkedHashMap<>();
  private Runnable bell = () -> {};

  /** Has a bell rung whenever something arrives that does not wait for the next second. */
  synchronized void onNews(Runnable ring) {
    bell = ring;
  }

  @Override
  public void offer(Arrival arrival) {
    Runnable ring;
    synchronized (this) {
      boolean waited = !news.isEmpty() || !quotes.isEmpty();
      if (arrival instanceof Arrival.Market(MarketUpdate update) && update.closed() == null) {
        quotes.remove(update.pair());
        quotes.put(update.pair(), arrival);
      } else {
        news.add(arrival);
      }
      ring = waited && news.isEmpty() ? () -> {} : bell;
    }
    ring.run();
  }

  /** Whether there is more than quotes, which wait for the next whole second. */
  synchronized boolean hasNews() {
    return !news.isEmpty();
  }

  synchronized boolean isEmpty() {
    return news.isEmpty() && quotes.isEmpty();
  }

  /** Everything that has arrived, in order, quotes last. */
  synchronized List<Arrival> drain() {
    List<Arrival> all = new ArrayList<>(news);
    all.addAll(quotes.values());
    news.clear();
    quotes.clear();
    return all;
  }
}
