package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The public endpoints that tell prices. Safe for use by several threads. */
final class MarketApi {
  private static final Set<Integer> INTERVALS = Set.of(1, 5, 15, 30, 60, 240, 1440, 10_080, 21_600);
  private static final int OHLC_ROWS = 720;
  private static final int TRADE_ROWS = 1000;
  private static final int SPREAD_ROWS = 200;

  private final StubState state;
  private final StubMarket market;

  MarketApi(StubState state) {
    this.state = state;
    this.market = state.market();
  }

  private int pair(Context context) {
    String name = context.queryParam("pair");
    if (name == null) {
      throw new Refusal("EGeneral:Invalid arguments");
    }
    return state.pairCalled(name).orElseThrow(() -> new Refusal("EQuery:Unknown asset pair"));
  }

  private static long whole(@Nullable String text, long usual) {
    if (text == null || text.isEmpty()) {
      return usual;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal("EGeneral:Invalid arguments");
    }
  }

  ObjectNode ohlc(Context context) {
    int pair = pair(context);
    int minutes = (int) whole(context.queryParam("interval"), 1);
    if (!INTERVALS.contains(minutes)) {
      throw new Refusal("EGeneral:Invalid arguments");
    }
    long since = whole(context.queryParam("since"), 0);
    double time = state.known(pair);
    int length = minutes * 60;
    long running = Math.floorDiv((long) time, length) * length;
    List<Candle> candles = new ArrayList<>();
    long beginning = Math.ceilDiv(market.firstTime(), length) * length;
    for (long start = Math.max(running - OHLC_ROWS * (long) length, beginning);
        start <= running;
        start += length) {
      if (start > since || start == running) {
        candles.add(market.candle(pair, start, length, time));
      }
    }
    return answer(market.pairs().get(pair), candles, running - length);
  }

  private ObjectNode answer(StubPair pair, List<Candle> candles, long last) {
    String path = "/0/public/OHLC/" + pair.id();
    Optional<StubFault> fault =
        state.faults().strikes(StubFault.Place.CANDLES, state.now(), pair.id(), path);
    List<Candle> told =
        fault.map(f -> Spoiler.rows(f.kind(), candles, pair.ticks(1))).orElse(candles);
    ArrayNode rows = Json.array();
    told.forEach(candle -> rows.add(row(pair, candle)));
    boolean wrong = fault.map(StubFault::kind).filter(StubFault.Kind.WRONG_KEY::equals).isPresent();
    ObjectNode result = Json.object();
    result.set(wrong ? "USDTZUSD" : pair.id(), rows);
    return result.put("last", last);
  }

  private static ArrayNode row(StubPair pair, Candle candle) {
    ArrayNode row = Json.array().add(candle.start());
    row.add(pair.price(candle.open())).add(pair.price(candle.high()));
    row.add(pair.price(candle.low())).add(pair.price(candle.close()));
    row.add(candle.count() == 0 ? "0.0" : pair.price(candle.vwap()));
    return row.add(StubPair.quantity(candle.units())).add(candle.count());
  }

  ObjectNode ticker(List<Integer> pairs) {
    ObjectNode result = Json.object();
    for (int pair : pairs) {
      result.set(market.pairs().get(pair).id(), ticker(pair));
    }
    return result;
  }

  private ObjectNode ticker(int index) {
    StubPair pair = market.pairs().get(index);
    double time = state.known(index);
    StubMarket.BidAsk quote = state.quote(index, time);
    long midnight = (long) time / 86_400 * 86_400;
    Candle today = market.candle(index, Math.max(market.firstTime(), midnight), 86_400, time);
    Candle day = market.day(index, time);
    ObjectNode row = Json.object();
    row.set("a", PublicApi.texts(pair.longPrice(quote.ask()), "1", "1.000"));
    row.set("b", PublicApi.texts(pair.longPrice(quote.bid()), "1", "1.000"));
    row.set("c", PublicApi.texts(pair.longPrice(day.close()), "0.00009443"));
    String volume = StubPair.quantity(today.units());
    row.set("v", PublicApi.texts(volume, StubPair.quantity(day.units())));
    row.set("p", both(pair, today.vwap(), day.vwap()));
    row.putArray("t").add(today.count()).add(day.count());
    row.set("l", both(pair, today.low(), day.low()));
    row.set("h", both(pair, today.high(), day.high()));
    return row.put("o", pair.longPrice(today.open()));
  }

  private static ArrayNode both(StubPair pair, long today, long day) {
    return PublicApi.texts(pair.longPrice(today), pair.longPrice(day));
  }

  ObjectNode trades(Context context) {
    int index = pair(context);
    StubPair pair = market.pairs().get(index);
    long until = (long) (state.known(index) * 1e9);
    int most = (int) Math.min(TRADE_ROWS, whole(context.queryParam("count"), TRADE_ROWS));
    long since = whole(context.queryParam("since"), -1);
    List<StubTrade> trades;
    if (since < 0) {
      List<StubTrade> all = market.tradesNanos(index, until - 14_400_000_000_000L, until, 1 << 20);
      trades = all.subList(Math.max(0, all.size() - most), all.size());
    } else {
      long after = since < 100_000_000_000L ? since * 1_000_000_000L : since;
      trades = market.tradesNanos(index, after, until, most);
    }
    ArrayNode rows = Json.array();
    trades.forEach(trade -> rows.add(row(pair, trade)));
    ObjectNode result = Json.object();
    result.set(pair.id(), rows);
    long last = trades.isEmpty() ? Math.max(0, since) : trades.getLast().nanos();
    return result.put("last", String.valueOf(last));
  }

  private static ArrayNode row(StubPair pair, StubTrade trade) {
    ArrayNode row = Json.array().add(pair.longPrice(trade.ticks()));
    row.add(StubPair.quantity(trade.units()));
    row.add(BigDecimal.valueOf(trade.nanos() / 1000, 6));
    row.add(trade.buy() ? "b" : "s").add(trade.units() % 2 == 0 ? "m" : "l");
    return row.add("").add(trade.id());
  }

  ObjectNode depth(Context context) {
    int index = pair(context);
    StubPair pair = market.pairs().get(index);
    double time = state.known(index);
    int most = (int) Math.min(Book.DEPTH, whole(context.queryParam("count"), Book.DEPTH));
    Book book = Book.around(state.quote(index, time), state.options().seed() ^ (long) time);
    ObjectNode sides = Json.object();
    sides.set("asks", levels(pair, book.asks(), most, (long) time));
    sides.set("bids", levels(pair, book.bids(), most, (long) time));
    ObjectNode result = Json.object();
    result.set(pair.id(), sides);
    return result;
  }

  private static ArrayNode levels(StubPair pair, List<Book.Level> levels, int most, long time) {
    ArrayNode rows = Json.array();
    for (Book.Level level : levels.subList(0, Math.min(most, levels.size()))) {
      ArrayNode row = rows.addArray().add(pair.longPrice(level.ticks()));
      row.add(new BigDecimal(StubPair.quantity(level.units())).setScale(3).toPlainString());
      row.add(time);
    }
    return rows;
  }

  ObjectNode spread(Context context) {
    int index = pair(context);
    StubPair pair = market.pairs().get(index);
    double until = state.known(index);
    long since = whole(context.queryParam("since"), 0);
    long step = state.options().tickerSeconds();
    ArrayNode rows = Json.array();
    for (int back = SPREAD_ROWS; back >= 0; back--) {
      long time = ((long) until / step - back) * step;
      if (time > since && time >= market.firstTime()) {
        StubMarket.BidAsk quote = state.quote(index, (double) time);
        ArrayNode row = rows.addArray().add(time).add(pair.longPrice(quote.bid()));
        row.add(pair.longPrice(quote.ask()));
      }
    }
    ObjectNode result = Json.object();
    result.set(pair.id(), rows);
    return result.put("last", (long) until);
  }
}
