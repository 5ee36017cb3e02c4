package mycelial.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Kraken's private REST endpoints, as far as they are needed: one account, whose requests have to
 * be signed. An order that is not for validation only is refused and never forgotten. Safe for use
 * by several threads.
 */
final class PrivateApi {
  private static final String PATH = "/0/private/";
  private static final Set<String> MOVE_MONEY =
      Set.of("AddOrder", "AddOrderBatch", "EditOrder", "AmendOrder", "Withdraw");
  private static final List<String> SIDES = List.of("buy", "sell");
  private static final List<String> TYPES = List.of("market", "limit");

  private final StubState state;
  private final Orders orders;
  private long lastNonce;

  PrivateApi(StubState state, Orders orders) {
    this.state = state;
    this.orders = orders;
  }

  void register(RoutesConfig routes) {
    routes.post(
        PATH + "{method}",
        context -> {
          JsonNode result = answer(context.pathParam("method"), context);
          context.contentType("application/json").result(Json.result(result));
        });
  }

  private JsonNode answer(String method, Context context) {
    boolean validates = parameter(context, "validate").equals("true");
    if (MOVE_MONEY.contains(method) && !(method.equals("AddOrder") && validates)) {
      orders.placed(method + " " + context.body());
      throw new Refusal("EGeneral:Permission denied");
    }
    authenticate(method, context);
    return switch (method) {
      case "AddOrder" -> validate(context);
      case "TradeVolume" -> tradeVolume(context);
      case "Balance" -> Json.object().put("ZUSD", "200000.0000").put("XXBT", "0.5000000000");
      default -> throw new Refusal("EGeneral:Unknown method");
    };
  }

  private static String parameter(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /** As documented: HMAC-SHA512 of the path and of SHA-256 of nonce and body. */
  private void authenticate(String method, Context context) {
    String key = state.options().key();
    if (key.isEmpty() || !key.equals(context.header("API-Key"))) {
      throw new Refusal("EAPI:Invalid key");
    }
    String nonce = parameter(context, "nonce");
    String expected = signature(PATH + method, nonce, context.body(), state.options().secret());
    if (!expected.equals(context.header("API-Sign"))) {
      throw new Refusal("EAPI:Invalid signature");
    }
    requireNew(nonce);
  }

  private synchronized void requireNew(String nonce) {
    try {
      long number = Long.parseLong(nonce);
      if (number <= lastNonce) {
        throw new Refusal("EAPI:Invalid nonce");
      }
      lastNonce = number;
    } catch (NumberFormatException e) {
      throw new Refusal("EAPI:Invalid nonce");
    }
  }

  /** The header API-Sign of a request; {@code secret} is in Base64. */
  static String signature(String path, String nonce, String body, String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] inner = digest.digest((nonce + body).getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA512"));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(inner));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256 and HMAC-SHA512", e);
    }
  }

  private ObjectNode validate(Context context) {
    int index = pair(parameter(context, "pair"));
    StubPair pair = state.market().pairs().get(index);
    String side = parameter(context, "type");
    String type = parameter(context, "ordertype");
    if (!SIDES.contains(side) || !TYPES.contains(type)) {
      throw new Refusal(
          "EGeneral:Invalid arguments:" + (SIDES.contains(side) ? "order" : "") + "type");
    }
    BigDecimal volume = number(parameter(context, "volume"), "volume");
    if (volume.scale() > pair.spec().lotDecimals()) {
      throw new Refusal("EGeneral:Invalid arguments:volume");
    }
    if (volume.compareTo(pair.spec().orderMinimum()) < 0) {
      throw new Refusal("EGeneral:Invalid arguments:volume minimum not met");
    }
    refuseByMode();
    String at = type.equals("market") ? "market" : "limit " + price(context, pair);
    String order =
        side + " " + volume.setScale(8).toPlainString() + " " + pair.altname() + " @ " + at;
    ObjectNode result = Json.object();
    result.putObject("descr").put("order", order);
    return result;
  }

  private static String price(Context context, StubPair pair) {
    BigDecimal price = number(parameter(context, "price"), "price");
    if (price.stripTrailingZeros().scale() > pair.spec().priceDecimals()) {
      throw new Refusal("EOrder:Invalid price");
    }
    return price.toPlainString();
  }

  private void refuseByMode() {
    String status = state.faults().status(state.now());
    if (status.equals("maintenance")) {
      throw new Refusal("EService:Unavailable");
    }
    if (!status.equals("online")) {
      throw new Refusal("EService:Market in " + status + " mode");
    }
  }

  private int pair(String name) {
    return state.pairCalled(name).orElseThrow(() -> new Refusal("EQuery:Unknown asset pair"));
  }

  private static BigDecimal number(String text, String name) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Refusal("EGeneral:Invalid arguments:" + name);
    }
    throw new Refusal("EGeneral:Invalid arguments:" + name);
  }

  private ObjectNode tradeVolume(Context context) {
    double volume = state.options().monthVolume();
    ObjectNode result = Json.object().put("currency", "ZUSD");
    result.put("volume", decimals(BigDecimal.valueOf(volume)));
    ObjectNode fees = result.putObject("fees");
    ObjectNode makers = result.putObject("fees_maker");
    for (String name : parameter(context, "pair").split(",", -1)) {
      if (!name.isEmpty()) {
        String id = state.market().pairs().get(pair(name)).id();
        fees.set(id, AssetPairRow.tier(AssetPairRow.TAKER, volume));
        makers.set(id, AssetPairRow.tier(AssetPairRow.MAKER, volume));
      }
    }
    return result;
  }

  /** A number as TradeVolume has it. */
  static String decimals(BigDecimal number) {
    return number.setScale(4, java.math.RoundingMode.HALF_EVEN).toPlainString();
  }
}
