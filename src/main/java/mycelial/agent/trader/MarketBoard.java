package mycelial.agent.trader;

import java.util.HashMap;
import java.util.Map;
import mycelial.ledger.EntrySnapshot;
import mycelial.market.Bar;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.message.MarketData;
import org.jspecify.annotations.Nullable;

/**
 * The newest quote and the newest closed bar of every pair, as the trader knows them; looked up,
 * never walked through.
 */
final class MarketBoard {
  private static final EntrySnapshot NOTHING = new EntrySnapshot(0, FeatureVector.EMPTY, 0);

  private final Map<Pair, Quote> quotes = new HashMap<>();
  private final Map<Pair, EntrySnapshot> snapshots = new HashMap<>();

  void take(MarketData data) {
    Bar bar = data.bar();
    if (bar != null) {
      snapshots.put(data.pair(), new EntrySnapshot(bar.end(), data.features(), bar.volume()));
    }
    if (data.quote() != null) {
      quotes.put(data.pair(), data.quote());
    }
  }

  /** The newest quote that is not older than the limit, or null. */
  @Nullable Quote fresh(Pair pair, double now, double limitSeconds) {
    Quote quote = quotes.get(pair);
    return quote != null && now - quote.time() <= limitSeconds ? quote : null;
  }

  /** The newest quote, however old, or null. */
  @Nullable Quote newest(Pair pair) {
    return quotes.get(pair);
  }

  EntrySnapshot snapshot(Pair pair) {
    return snapshots.getOrDefault(pair, NOTHING);
  }
}
