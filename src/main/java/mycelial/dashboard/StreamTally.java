package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import mycelial.storage.TailRow;

/** What the closed trades of a stream add up to; amounts are exact, in quote currency. */
final class StreamTally {
  private int trades;
  private int wins;
  private BigDecimal realised = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;

  void add(TailRow trade) {
    BigDecimal pnl = new BigDecimal(trade.text("pnl"));
    trades++;
    if (pnl.signum() > 0) {
      wins++;
    }
    realised = realised.add(pnl);
    fees =
        fees.add(new BigDecimal(trade.text("entry_fee")))
            .add(new BigDecimal(trade.text("exit_fee")));
  }

  ObjectNode json() {
    return Json.object()
        .put("trades", trades)
        .put("wins", wins)
        .put("realised", realised.toPlainString())
        .put("fees", fees.toPlainString());
  }
}
