package mycelial.feed.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Interval;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.kraken.dto.marketdata.KrakenOHLC;
import org.knowm.xchange.kraken.dto.marketdata.KrakenOHLCs;
import org.knowm.xchange.kraken.dto.marketdata.KrakenPublicTrades;
import org.knowm.xchange.kraken.dto.marketdata.KrakenTicker;

/**
 * Kraken's public REST endpoints, one attempt a call. XChange reads what is in an answer; it has
 * neither a deadline nor a cap of its own, so the calls are made without it. Safe for use by
 * several threads.
 */
final class KrakenRest {
  static final int MEGABYTE = 1 << 20;
  private static final String PUBLIC = "/0/public/";
  private static final int SMALL = MEGABYTE;
  private static final int BARS = 2 * MEGABYTE;
  private static final int PAIRS = 16 * MEGABYTE;
  private static final int COLUMNS = 8;
  private final HttpCalls calls;

  KrakenRest(HttpCalls calls) {
    this.calls = calls;
  }

  /** The exchange's time, whole seconds since the epoch. */
  long time() {
    JsonNode time = get("Time", "", SMALL).path("unixtime");
    if (!time.isIntegralNumber()) {
      throw new KrakenException(Kind.MALFORMED, "Time: the answer has no unixtime");
    }
    return time.longValue();
  }

  /** The exchange's status: online, maintenance, cancel_only, post_only, limit_only. */
  String status() {
    String status = Answers.text(get("SystemStatus", "", SMALL), "status");
    if (status == null) {
      throw new KrakenException(Kind.MALFORMED, "SystemStatus: the answer has no status");
    }
    return status;
  }

  /** Every pair's row by Kraken's id. Rows are read one by one, so that none spoils the others. */
  Map<String, JsonNode> assetPairs() {
    JsonNode result = get("AssetPairs", "", PAIRS);
    if (!result.isObject() || result.isEmpty()) {
      throw new KrakenException(Kind.MALFORMED, "AssetPairs: the answer has no pairs");
    }
    var rows = new TreeMap<String, JsonNode>();
    result.properties().forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
    return rows;
  }

  /** Bars that start after {@code since} (seconds since the epoch), the running one last. */
  OhlcAnswer ohlc(String id, Interval interval, long since) {
    String what = "OHLC of " + id;
    String query = "?pair=" + id + "&interval=" + interval.minutes() + "&since=" + since;
    JsonNode result = get("OHLC", query, BARS);
    JsonNode rows = Answers.onlyEntry(what, result);
    if (!rows.isArray() || !result.path("last").isIntegralNumber()) {
      throw new KrakenException(Kind.MALFORMED, what + ": the answer has no rows or no last");
    }
    ArrayNode usable = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> {
      if (hasNumbers(row)) {
        usable.add(row);
      }
    });
    ObjectNode clean = JsonNodeFactory.instance.objectNode();
    clean.set(id, usable);
    clean.set("last", result.get("last"));
    KrakenOHLCs read = Answers.as(what, clean, KrakenOHLCs.class);
    List<Candle> candles = read.getOHLCs().stream().map(KrakenRest::candle).toList();
    return new OhlcAnswer(candles, read.getLast(), rows.size() - usable.size());
  }

  private static Candle candle(KrakenOHLC row) {
    return new Candle(
        row.getTime(),
        row.getOpen().doubleValue(),
        row.getHigh().doubleValue(),
        row.getLow().doubleValue(),
        row.getClose().doubleValue(),
        row.getVolume().doubleValue(),
        row.getCount());
  }

  /** Whether XChange can read the row: it fails the whole answer for one that it cannot. */
  private static boolean hasNumbers(JsonNode row) {
    if (!row.isArray()
        || row.size() < COLUMNS
        || !row.get(0).isIntegralNumber()
        || !row.get(COLUMNS - 1).isIntegralNumber()) {
      return false;
    }
    for (int i = 1; i < COLUMNS - 1; i++) {
      if (number(row.get(i)) == null) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    try {
      return node.isValueNode() ? new BigDecimal(node.asText()) : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /** Up to 1,000 trades after {@code since}, nanoseconds since the epoch, and where to go on. */
  KrakenPublicTrades trades(String id, long sinceNanos) {
    String what = "Trades of " + id;
    JsonNode result = get("Trades", "?pair=" + id + "&since=" + sinceNanos, BARS);
    Answers.onlyEntry(what, result);
    return Answers.as(what, result, KrakenPublicTrades.class);
  }

  /** Best bid and ask of many pairs in one call, by the ids of the answer. */
  List<BestPrices> ticker(List<String> ids) {
    JsonNode result = get("Ticker", "?pair=" + String.join(",", ids), SMALL);
    var prices = new ArrayList<BestPrices>();
    for (Map.Entry<String, JsonNode> entry : result.properties()) {
      String what = "Ticker of " + entry.getKey();
      KrakenTicker ticker = Answers.as(what, entry.getValue(), KrakenTicker.class);
      if (ticker.getBid() != null && ticker.getAsk() != null) {
        double bid = ticker.getBid().getPrice().doubleValue();
        prices.add(new BestPrices(entry.getKey(), bid, ticker.getAsk().getPrice().doubleValue()));
      }
    }
    return prices;
  }

  private JsonNode get(String endpoint, String query, int cap) {
    return Answers.result(endpoint, calls.get(PUBLIC + endpoint + query, cap));
  }
}
