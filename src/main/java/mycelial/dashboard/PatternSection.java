package mycelial.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.PatternTail;
import mycelial.storage.TailRow;

/** The patterns that the session has archived. Used by the poller's thread. */
final class PatternSection {
  private static final int NEWEST = 400;

  private final ArrayDeque<ObjectNode> newest = new ArrayDeque<>();
  private final Map<String, Long> moats = new TreeMap<>();
  private long after;
  private long archived;

  void read(PatternTail tail, NewsSection news, ObjectNode update) {
    List<TailRow> rows = tail.after(after);
    if (rows.isEmpty()) {
      return;
    }
    ArrayNode added = update.putArray("patterns");
    for (TailRow row : rows) {
      archived++;
      moats.merge(row.text("moat"), 1L, Long::sum);
      ObjectNode node = node(row, news);
      newest.addLast(node);
      added.add(node);
    }
    while (newest.size() > NEWEST) {
      newest.removeFirst();
    }
    while (added.size() > NEWEST) {
      added.remove(0);
    }
    after = rows.getLast().number();
    update.set("patternCounts", counts());
  }

  private static ObjectNode node(TailRow row, NewsSection news) {
    ObjectNode node = Json.row(row);
    JsonNode features = Json.parse(row.text("raw_features"));
    node.remove("raw_features");
    node.set("features", features);
    double since = news.provenSince(row.text("pattern_id"));
    if (!Double.isNaN(since)) {
      node.put("provenSince", since);
    }
    return node;
  }

  private ObjectNode counts() {
    ObjectNode node = Json.object().put("archived", archived);
    node.set("moats", Json.MAPPER.valueToTree(moats));
    return node;
  }

  void tell(NewsSection news, ObjectNode snapshot) {
    ArrayNode all = snapshot.putArray("patterns");
    for (ObjectNode node : newest) {
      double since = news.provenSince(node.path("pattern_id").asText());
      all.add(Double.isNaN(since) ? node : node.put("provenSince", since));
    }
    snapshot.set("patternCounts", counts());
  }
}
