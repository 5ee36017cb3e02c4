package mycelial.feed.kraken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Bar;
import mycelial.market.Interval;
import org.knowm.xchange.kraken.dto.marketdata.KrakenPublicTrade;
import org.knowm.xchange.kraken.dto.marketdata.KrakenPublicTrades;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Past bars. Calls keep the exchange's limit, wait out what passes, and throw {@link
 * KrakenException} for the rest. Safe for use by several threads.
 */
public final class KrakenHistory {
  private static final Logger LOG = LoggerFactory.getLogger(KrakenHistory.class);
  private static final long NANOS = 1_000_000_000L;
  private final Guarded guarded;

  KrakenHistory(Guarded guarded) {
    this.guarded = guarded;
  }

  /**
   * Closed bars that start after an instant, in strictly increasing time: at most the newest 720. A
   * row without volume is a quiet bar; rows that cannot be bars are left out, and logged.
   *
   * @param since seconds since the epoch
   */
  public List<Bar> ohlc(KrakenPair pair, Interval interval, long since) {
    String id = pair.id();
    double asked = guarded.clock().seconds();
    OhlcAnswer answer = guarded.patiently(id, () -> guarded.rest().ohlc(id, interval, since));
    var bars = new TreeMap<Long, Bar>();
    for (Candle candle : answer.rows()) {
      long end = candle.start() + interval.seconds();
      if (candle.start() > since && candle.start() <= answer.last() && end <= asked) {
        take(candle, pair, interval, bars);
      }
    }
    return List.copyOf(bars.values());
  }

  private void take(Candle candle, KrakenPair pair, Interval interval, Map<Long, Bar> bars) {
    try {
      Bar bar = CandleCheck.bar(candle, interval, guarded.clock().seconds());
      Bar other = bars.putIfAbsent(bar.start(), bar);
      if (other != null && !CandleCheck.agree(bar, other)) {
        LOG.warn("{}: Kraken tells two bars of {}; the first counts", pair.pair(), bar.start());
      }
    } catch (IllegalArgumentException wrong) {
      LOG.warn("{}: a bar is left out: {}", pair.pair(), wrong.getMessage());
    }
  }

  /**
   * Closed bars made of trades, for what OHLC has no longer: a call brings 1,000 trades, so a day
   * of a busy pair takes minutes. Bars in which nothing traded are left out.
   *
   * @param from start of the first bar, seconds since the epoch
   * @param to where the last bar ends at the latest
   */
  public List<Bar> trades(KrakenPair pair, Interval interval, long from, long to) {
    var bars = new TradeBars(interval);
    long cursor = from * NANOS - 1;
    double end = Math.min((double) to, guarded.clock().seconds());
    boolean isOver = false;
    while (!isOver) {
      long since = cursor;
      KrakenPublicTrades page =
          guarded.patiently(pair.id(), () -> guarded.rest().trades(pair.id(), since));
      isOver = add(page, bars, end) || page.getLast() <= cursor;
      cursor = page.getLast();
    }
    return new ArrayList<>(bars.until(end));
  }

  /** Adds a page; true when it reaches the end. */
  private static boolean add(KrakenPublicTrades page, TradeBars bars, double end) {
    try {
      for (KrakenPublicTrade trade : page.getTrades()) {
        if (trade.getTime() >= end) {
          return true;
        }
        bars.add(trade.getTime(), trade.getPrice().doubleValue(), trade.getVolume().doubleValue());
      }
    } catch (IllegalArgumentException wrong) {
      throw new KrakenException(Kind.MALFORMED, "Trades: " + wrong.getMessage(), wrong);
    }
    return page.getTrades().isEmpty();
  }
}
