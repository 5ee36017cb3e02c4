package mycelial.feed.kraken;

import mycelial.feed.Arrivals;
import mycelial.market.Bar;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one pair. Guarded by its {@link MarketDesk}. */
final class PairDesk implements SpikeGuard.Watcher {
  private static final String PRICE = "price";
  private static final double MIXING = 31;
  private final KrakenPair listing;
  private final AccessBook access;
  private final FeedCounts counts;
  private final BarOutlet outlet;
  private final BarAssembler bars;
  private final QuoteDesk quotes;
  private final Freshness barFreshness;
  private final Freshness quoteFreshness;
  private double asked;

  PairDesk(
      KrakenPair listing,
      KrakenSettings settings,
      BarRules rules,
      Surroundings around,
      double now) {
    this.listing = listing;
    this.access = around.access();
    this.counts = around.counts();
    this.outlet = new BarOutlet(listing.pair(), rules, around.sink());
    this.bars = new BarAssembler(listing, rules, outlet, this, counts);
    this.quotes = new QuoteDesk(listing.pair(), around.sink(), counts);
    this.barFreshness = new Freshness(settings.pairStaleSeconds(), now);
    this.quoteFreshness = new Freshness(settings.pairStaleSeconds(), now);
  }

  /** What every pair's desk works with. */
  record Surroundings(Arrivals sink, AccessBook access, FeedCounts counts) {}

  KrakenPair listing() {
    return listing;
  }

  Pair pair() {
    return listing.pair();
  }

  BarAssembler bars() {
    return bars;
  }

  void begin(@Nullable Bar last, double now) {
    bars.begin(last, now);
  }

  /** A bar so far came; true when it says something new. */
  boolean candle(Candle candle, double now) {
    bars.candle(candle, now);
    return barFreshness.told(fingerprint(candle), now);
  }

  /** Best prices came; true when they say something new. */
  boolean prices(BestPrices prices, double now) {
    return quotes.prices(prices, outlet.lastClose(), now)
        && quoteFreshness.told(prices.bid() + MIXING * prices.ask(), now);
  }

  /** Rows came from REST; true when they say something new. */
  boolean rows(OhlcAnswer answer, double wasAsked, double now) {
    bars.rows(answer, wasAsked, now);
    return !answer.rows().isEmpty() && barFreshness.told(fingerprint(answer.rows().getLast()), now);
  }

  private static double fingerprint(Candle candle) {
    return candle.start() + MIXING * candle.volume() + candle.close();
  }

  /** Time goes on: quotes that wait, and data that has become old. */
  void tick(double now) {
    quotes.flush(now);
    if (barFreshness.isStale(now) && quoteFreshness.isStale(now)) {
      double age = Math.min(barFreshness.age(now), quoteFreshness.age(now));
      access.bar("feed", pair(), "its data has not changed for " + (long) age + " s");
    } else {
      access.lift("feed", pair(), "its data is fresh");
    }
  }

  /** When REST was asked last, seconds since the epoch. */
  double asked() {
    return asked;
  }

  void isAsked(double now) {
    asked = now;
  }

  @Override
  public void held(Bar bar, double lastClose) {
    counts.warn("bar held back", pair() + ": from " + lastClose + " to " + bar);
    access.bar(
        PRICE, pair(), "a bar left the last close " + lastClose + " by more than 90 percent");
  }

  @Override
  public void confirmed(Bar bar) {
    access.lift(PRICE, pair(), "the move to " + bar.close() + " is confirmed");
  }

  @Override
  public void rejected(Bar bar) {
    counts.warn("bar rejected", pair() + ": nothing confirms " + bar);
    access.lift(PRICE, pair(), "the price is back; the bar that left it was dropped");
  }
}
