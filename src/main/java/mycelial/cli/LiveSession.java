package mycelial.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;
import mycelial.colony.Chronicle;
import mycelial.colony.ExchangePacer;
import mycelial.colony.LiveMarket;
import mycelial.colony.Pacer;
import mycelial.colony.ReplayPacer;
import mycelial.colony.SessionFolder;
import mycelial.config.Configuration;
import mycelial.feed.ArrivalJson;
import mycelial.feed.MarketFeed;
import mycelial.feed.replay.Grade;
import mycelial.market.Interval;
import mycelial.storage.JournalEntry;
import mycelial.storage.JournalReader;
import org.jspecify.annotations.Nullable;

/**
 * What a session on a live market is made of.
 *
 * @param configuration what is in force, with the exchange's own pairs and fees
 * @param market the market
 * @param past opens the past that a new session warms up on
 * @param warmUpSeconds how long that past is
 * @param worth what its candles are worth, or null where a journal holds it
 * @param pacer when instants may happen
 */
record LiveSession(
    Configuration configuration,
    LiveMarket market,
    Supplier<MarketFeed> past,
    long warmUpSeconds,
    @Nullable Worth worth,
    Pacer pacer) {

  /**
   * Where and how a live session is asked for.
   *
   * @param url of the exchange, or null for the configured one
   * @param speed the exchange's seconds for each second on the wall
   * @param warmUp a folder of past candles, or null for what the exchange has
   * @param leastGrade of those candles, or null when any will do
   * @param interval length of the bars
   * @param seconds how long trading goes on
   * @param validate whether the exchange checks the account's orders
   */
  record Wish(
      @Nullable URI url,
      double speed,
      @Nullable Path warmUp,
      @Nullable Grade leastGrade,
      Interval interval,
      long seconds,
      boolean validate) {
    /** Asks the exchange for its time and its pairs. */
    LiveMarkets open(Common common) {
      LiveMarkets markets = new LiveMarkets(common.configuration(), url, speed);
      if (validate) {
        markets.validateOrders(common.secrets());
      }
      return markets;
    }
  }

  /**
   * A new session; asks the exchange for its time, pairs and past.
   *
   * @throws mycelial.feed.kraken.KrakenException when it cannot be reached
   * @throws mycelial.feed.BadDataException when the past cannot be used, or is worth less than
   *     asked
   */
  static LiveSession begin(String id, Common common, Wish wish) {
    LiveMarkets markets = wish.open(common);
    markets.overrides(common.secrets()).forEach(common::override);
    Configuration configuration = common.configuration();
    Path folder = SessionFolder.sessions(common.dataDir).resolve(id);
    LiveMarkets.Known known = LiveMarkets.Known.nothing();
    long origin;
    LiveMarkets.Past pasts = markets.past(wish.warmUp(), wish.interval(), configuration, folder);
    pasts.worth().require(wish.leastGrade());
    try (MarketFeed past = pasts.feed().get()) {
      origin = past.firstTime();
      for (OptionalLong next = past.nextTime(); next.isPresent(); next = past.nextTime()) {
        past.next().forEach(known::take);
      }
    }
    long now = (long) markets.clock().seconds();
    long trading = now - Math.floorMod(now, 60) + 60;
    LiveMarket market =
        markets
            .market(wish.interval(), origin, pasts.worth(), trading, wish.seconds())
            .over(markets.line(configuration, common.secrets(), wish.interval(), known));
    return new LiveSession(
        configuration,
        market,
        pasts.feed(),
        trading - origin,
        pasts.worth(),
        new ExchangePacer(markets.clock(), origin));
  }

  /** A session that has been: to go on where the market is now, or only to be played again. */
  static LiveSession again(Beginning begun, Common common, Wish wish, LiveMarket market) {
    Configuration configuration = common.configuration();
    long warmUp = market.end() - wish.seconds() - market.origin();
    if (begun.mode() == Chronicle.Mode.REPLAYED) {
      return new LiveSession(
          configuration, market, LiveSession::never, warmUp, null, new ReplayPacer());
    }
    LiveMarkets.Known known = LiveMarkets.Known.nothing();
    try (JournalReader journal = JournalReader.open(begun.folder())) {
      for (JournalEntry next = journal.next(); next != null; next = journal.next()) {
        if (next.kind() == JournalEntry.Kind.ARRIVAL) {
          known.take(ArrivalJson.read(next.body()));
        }
      }
    }
    LiveMarkets markets = wish.open(common);
    return new LiveSession(
        configuration,
        market.over(markets.line(configuration, common.secrets(), wish.interval(), known)),
        LiveSession::never,
        warmUp,
        null,
        new ExchangePacer(markets.clock(), market.origin()));
  }

  private static MarketFeed never() {
    throw new IllegalStateException("a journal holds its own past");
  }

  /** What it is connected to, for the session's row. */
  String inputs() {
    return "live: " + String.join("; ", market.description());
  }
}
