package mycelial.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kraken's public REST endpoints. Safe for use by several threads. */
final class PublicApi {
  private static final DateTimeFormatter RFC1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yy HH:mm:ss Z", Locale.ENGLISH);

  private final StubState state;
  private final MarketApi market;
  private final RateLimit limit;

  PublicApi(StubState state) {
    this.state = state;
    this.market = new MarketApi(state);
    this.limit = new RateLimit(state.options().callsPerSecond(), state.options().burst());
  }

  void register(RoutesConfig routes) {
    answer(routes, "Time", context -> time());
    answer(routes, "SystemStatus", context -> systemStatus());
    answer(routes, "Assets", context -> assets());
    answer(routes, "AssetPairs", this::assetPairs);
    answer(routes, "Ticker", context -> market.ticker(wanted(context.queryParam("pair"))));
    answer(routes, "OHLC", market::ohlc);
    answer(routes, "Trades", market::trades);
    answer(routes, "Depth", market::depth);
    answer(routes, "Spread", market::spread);
  }

  private void answer(RoutesConfig routes, String name, Function<Context, JsonNode> endpoint) {
    routes.get(
        "/0/public/" + name,
        context -> {
          if (!limit.allows(account(name, context), state.now())) {
            throw new Refusal("EAPI:Rate limit exceeded");
          }
          JsonNode result = endpoint.apply(context);
          context.contentType("application/json").result(Json.result(result));
        });
  }

  /** OHLC and Trades are counted for each pair, all else together. */
  private String account(String name, Context context) {
    String pair = context.queryParam("pair");
    boolean own = name.equals("OHLC") || name.equals("Trades");
    return context.ip() + (own ? " " + name + " " + pair : "");
  }

  private ObjectNode time() {
    long now = (long) state.now();
    ObjectNode result = Json.object().put("unixtime", now);
    return result.put(
        "rfc1123", RFC1123.format(Instant.ofEpochSecond(now).atOffset(ZoneOffset.UTC)));
  }

  private ObjectNode systemStatus() {
    double now = state.now();
    Instant time = Instant.ofEpochSecond((long) now).truncatedTo(ChronoUnit.SECONDS);
    return Json.object().put("status", state.faults().status(now)).put("timestamp", "" + time);
  }

  private ObjectNode assets() {
    ObjectNode result = Json.object();
    result.set("ZUSD", asset("USD", 4, 2));
    for (StubPair pair : state.market().pairs()) {
      String symbol = pair.wsname().substring(0, pair.wsname().indexOf('/'));
      result.set(pair.base(), asset(symbol, 10, 5));
    }
    return result;
  }

  private static ObjectNode asset(String name, int decimals, int shown) {
    ObjectNode asset = Json.object().put("aclass", "currency").put("altname", name);
    return asset.put("decimals", decimals).put("display_decimals", shown).put("status", "enabled");
  }

  private ObjectNode assetPairs(Context context) {
    ObjectNode result = Json.object();
    for (int pair : wanted(context.queryParam("pair"))) {
      StubPair row = state.market().pairs().get(pair);
      result.set(row.id(), AssetPairRow.of(row, state.faults().pairStatus(state.now())));
    }
    return result;
  }

  /** The pairs of a comma-separated list; all that are traded without one. */
  private List<Integer> wanted(@Nullable String list) {
    List<Integer> wanted = new ArrayList<>();
    if (list == null) {
      for (StubPair pair : state.market().pairs()) {
        state.pairCalled(pair.id()).ifPresent(wanted::add);
      }
      return wanted;
    }
    for (String name : list.split(",", -1)) {
      wanted.add(
          state.pairCalled(name).orElseThrow(() -> new Refusal("EQuery:Unknown asset pair")));
    }
    return wanted;
  }

  /** An array of texts. */
  static ArrayNode texts(String... values) {
    ArrayNode array = Json.array();
    for (String value : values) {
      array.add(value);
    }
    return array;
  }
}
