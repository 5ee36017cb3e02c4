package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
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

  /** The figures; fees are those of the closed trades and of the entries of what is held. */
  ObjectNode json(List<TailRow> held) {
    BigDecimal paid =
        held.stream()
            .map(row -> new BigDecimal(row.text("entry_fee")))
            .reduce(fees, BigDecimal::add);
    return Json.object()
        .put("trades", trades)
        .put("wins", wins)
        .put("realised", realised.toPlainString())
        .put("fees", paid.toPlainString());
  }
}
