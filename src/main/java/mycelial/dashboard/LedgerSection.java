package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.storage.SessionTail;
import mycelial.storage.TailRow;

/** Equity, figures of the streams, open positions and the newest trades. */
final class LedgerSection implements Section {
  private static final int NEWEST = 60;

  private final EquityCurve curve = new EquityCurve();
  private final Map<String, StreamTally> tallies = new LinkedHashMap<>();
  private final ArrayDeque<ObjectNode> newest = new ArrayDeque<>();
  private List<TailRow> open = List.of();
  private double equityAfter = Double.NEGATIVE_INFINITY;
  private long tradesAfter;

  LedgerSection() {
    EquityCurve.STREAMS.forEach(stream -> tallies.put(stream, new StreamTally()));
  }

  @Override
  public void read(SessionTail tail, ObjectNode update) {
    List<TailRow> points = tail.equity(equityAfter);
    List<TailRow> trades = tail.closed(tradesAfter);
    List<TailRow> held = tail.open();
    if (!points.isEmpty()) {
      ArrayNode added = update.putArray("equity");
      points.forEach(point -> added.add(EquityCurve.json(curve.add(point))));
      equityAfter = points.getLast().number("time");
    }
    if (!trades.isEmpty()) {
      ArrayNode added = update.putArray("trades");
      trades.forEach(trade -> added.add(take(trade)));
      tradesAfter = trades.getLast().number();
    }
    boolean moved = !held.equals(open);
    if (moved) {
      open = held;
      update.set("open", Json.rows(open));
    }
    if (moved || !points.isEmpty() || !trades.isEmpty()) {
      update.set("figures", figures());
    }
  }

  private ObjectNode take(TailRow trade) {
    StreamTally tally = tallies.get(trade.text("stream"));
    if (tally != null) {
      tally.add(trade);
    }
    ObjectNode node = Json.row(trade);
    newest.addLast(node);
    if (newest.size() > NEWEST) {
      newest.removeFirst();
    }
    return node;
  }

  private ObjectNode figures() {
    ObjectNode all = Json.object();
    for (int i = 0; i < EquityCurve.STREAMS.size(); i++) {
      String stream = EquityCurve.STREAMS.get(i);
      StreamTally tally = tallies.get(stream);
      List<TailRow> held = open.stream().filter(row -> row.text("stream").equals(stream)).toList();
      ObjectNode node = tally == null ? Json.object() : tally.json(held);
      node.put("open", held.size());
      if (!Double.isNaN(curve.equity(i))) {
        node.put("equity", curve.equity(i))
            .put("start", curve.start(i))
            .put("returnPct", 100 * (curve.equity(i) / curve.start(i) - 1))
            .put("drawdownPct", curve.drawdown(i))
            .put("maxDrawdownPct", curve.deepest(i));
      }
      all.set(stream, node);
    }
    return all;
  }

  /** Schedule time of the newest point; negative infinity before the first. */
  double time() {
    return curve.time();
  }

  @Override
  public void tell(ObjectNode snapshot) {
    snapshot.set("equity", curve.points());
    snapshot.set("figures", figures());
    snapshot.set("open", Json.rows(open));
    ArrayNode trades = snapshot.putArray("trades");
    newest.forEach(trades::add);
  }
}
