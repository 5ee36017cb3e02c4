package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** One row of AssetPairs, with the fees as they were in November 2025. */
final class AssetPairRow {
  private static final int[] VOLUMES = {
    0, 10_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000
  };
  static final String[] TAKER = {
    "0.4", "0.35", "0.24", "0.22", "0.2", "0.18", "0.16", "0.14", "0.12", "0.1"
  };
  static final String[] MAKER = {
    "0.25", "0.2", "0.14", "0.12", "0.1", "0.08", "0.06", "0.04", "0.02", "0"
  };

  private AssetPairRow() {}

  static ObjectNode of(StubPair pair, String status) {
    ObjectNode row = Json.object();
    row.put("altname", pair.altname()).put("wsname", pair.wsname());
    row.put("aclass_base", "currency").put("base", pair.base());
    row.put("aclass_quote", "currency").put("quote", "ZUSD");
    row.put("lot", "unit").put("cost_decimals", 5);
    row.put("pair_decimals", pair.spec().priceDecimals());
    row.put("lot_decimals", pair.spec().lotDecimals()).put("lot_multiplier", 1);
    row.putArray("leverage_buy").add(2).add(3);
    row.putArray("leverage_sell").add(2).add(3);
    row.set("fees", fees(TAKER));
    row.set("fees_maker", fees(MAKER));
    row.put("fee_volume_currency", "ZUSD").put("margin_call", 80).put("margin_stop", 40);
    row.put("ordermin", pair.spec().orderMinimum().toPlainString());
    row.put("costmin", pair.spec().costMinimum().toPlainString());
    row.put("tick_size", BigDecimal.ONE.movePointLeft(pair.spec().priceDecimals()).toPlainString());
    row.put("status", status);
    row.put("execution_venue", "international");
    return row.put("long_position_limit", 250).put("short_position_limit", 200);
  }

  private static ArrayNode fees(String[] percents) {
    ArrayNode table = Json.array();
    for (int i = 0; i < VOLUMES.length; i++) {
      table.addArray().add(VOLUMES[i]).add(new BigDecimal(percents[i]));
    }
    return table;
  }

  /** The fee of an account with that 30-day volume, as TradeVolume tells it. */
  static ObjectNode tier(String[] percents, double volume) {
    int tier = 0;
    while (tier + 1 < VOLUMES.length && VOLUMES[tier + 1] <= volume) {
      tier++;
    }
    ObjectNode fee = Json.object().put("fee", decimals(percents[tier]));
    fee.put("minfee", decimals(percents[percents.length - 1]));
    fee.put("maxfee", decimals(percents[0]));
    if (tier + 1 < VOLUMES.length) {
      fee.put("nextfee", decimals(percents[tier + 1]));
      fee.put("nextvolume", VOLUMES[tier + 1] + ".0000");
    } else {
      fee.putNull("nextfee").putNull("nextvolume");
    }
    return fee.put("tiervolume", VOLUMES[tier] + ".0000");
  }

  private static String decimals(String percent) {
    return PrivateApi.decimals(new BigDecimal(percent));
  }
}
