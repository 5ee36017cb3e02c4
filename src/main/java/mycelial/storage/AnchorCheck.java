package mycelial.storage;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.Finding.Level;

/** Compares the stored trades with the anchors in {@code trades.db} and beside it. */
final class AnchorCheck {
  private final Query query;
  private final Path file;
  private final List<Finding> findings = new ArrayList<>();

  AnchorCheck(Query query, Path file) {
    this.query = query;
    this.file = file;
  }

  List<Finding> findings() {
    Map<String, TradeChain> anchors = new TreeMap<>();
    if (!query.has("anchors")) {
      return List.of(); // of a version that knew none
    }
    query
        .list("SELECT session, trades, chain FROM anchors", AnchorCheck::anchor)
        .forEach(each -> anchors.put(each.session(), each.chain()));
    anchors.forEach((session, chain) -> compare(session, chain, "of the database"));
    Anchor.noted(file).ifPresent(noted -> beside(noted, anchors));
    return List.copyOf(findings);
  }

  private static Anchor.Noted anchor(ResultSet row) throws SQLException {
    TradeChain chain = new TradeChain(row.getLong("trades"), row.getString("chain"));
    return new Anchor.Noted(row.getString("session"), chain);
  }

  /** The file may lag behind the database by one commit, never the other way round. */
  private void beside(Anchor.Noted noted, Map<String, TradeChain> anchors) {
    if (!noted.chain().equals(anchors.get(noted.session()))) {
      compare(noted.session(), noted.chain(), "beside the database");
    }
  }

  private void compare(String session, TradeChain anchor, String where) {
    List<TradeChain> chain = TradeChain.stored(query, session);
    if (chain.size() < anchor.trades()) {
      error(
          "session %s: the anchor %s counts %d closed trades, %d are stored: %d are lost"
              .formatted(
                  session, where, anchor.trades(), chain.size(), anchor.trades() - chain.size()));
    } else if (anchor.trades() > 0
        && !chain.get((int) anchor.trades() - 1).link().equals(anchor.link())) {
      error(
          "session %s: one of the first %d closed trades is not as it was written, or one of them is"
                  .formatted(session, anchor.trades())
              + " lost");
    }
  }

  private void error(String text) {
    findings.add(new Finding(Level.ERROR, "trades.db, " + text + "."));
  }
}
