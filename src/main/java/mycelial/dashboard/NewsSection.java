package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.SessionTail;
import mycelial.storage.TailRow;

/**
 * What agents said off the trading path: proposals, deployments, commands, recalls that changed a
 * decision, series that went missing, proofs. Of each kind the newest are kept.
 */
final class NewsSection implements Section {
  private static final int MOST = 300;

  /** Rows of each kind by a key; a newer one takes the place of an older one. */
  private final Map<String, Map<String, ObjectNode>> kinds = new TreeMap<>();

  private final Map<String, TailRow> undecided = new LinkedHashMap<>();
  private final Map<String, Double> proven = new TreeMap<>();
  private long after = -1;
  private long shares;

  @Override
  public void read(SessionTail tail, ObjectNode update) {
    if (after < 0) {
      after = tail.beforeMessages();
    }
    long newest = tail.lastMessage();
    if (newest > after) {
      tail.messages(after).forEach(row -> take(row, update));
      after = newest;
    }
    List.copyOf(undecided.values()).forEach(answer -> decide(tail, answer, update));
  }

  private void take(TailRow row, ObjectNode update) {
    ObjectNode body = body(row);
    String pair = body.path("pair").asText();
    switch (row.text("channel")) {
      case "system-control" -> control(row, body, update);
      case "system-build-request" -> put("builds", key(row), body, update);
      case "memory-answer" -> {
        put("recalls", body.path("queryId").asText(), body, update);
        undecided.put(body.path("queryId").asText(), row);
      }
      case "memory-caution" ->
          put("cautions", pair + " " + body.path("side").asText(), body, update);
      case "pattern-confirmed" -> {
        proven.putIfAbsent(body.path("patternId").asText(), row.number("epoch_time"));
        update.put("proven", proven.size());
      }
      default -> {
        if (row.text("channel").startsWith("prospecting-proposals")) {
          put("proposals", row.text("agent") + " " + pair, body, update);
        } else {
          put("missing", row.text("channel") + " " + body.path("field").asText(), body, update);
        }
      }
    }
  }

  private static String key(TailRow row) {
    return String.valueOf(row.number());
  }

  private static ObjectNode body(TailRow row) {
    ObjectNode node = Json.parse(row.text("body")).deepCopy();
    return node.put("n", row.number())
        .put("time", row.number("epoch_time"))
        .put("agent", row.text("agent"))
        .put("channel", row.text("channel"));
  }

  /** Exchanges of rules are asked for by the hundred; they are counted. */
  private void control(TailRow row, ObjectNode body, ObjectNode update) {
    if (body.path("command").asText().equals("FORCE_SHARE")) {
      shares++;
      update.put("shares", shares);
    } else {
      put("controls", key(row), body, update);
    }
  }

  private void put(String kind, String key, ObjectNode body, ObjectNode update) {
    Map<String, ObjectNode> known = kinds.computeIfAbsent(kind, each -> new LinkedHashMap<>());
    known.remove(key);
    known.put(key, body);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
    body.put("key", key);
    update.withArray(kind).add(body);
  }

  /** Memory's answer changes a decision that is announced later. */
  private void decide(SessionTail tail, TailRow answer, ObjectNode update) {
    ObjectNode recall = body(answer);
    String id = recall.path("queryId").asText();
    tail.decision(id, answer.number())
        .ifPresent(decision -> {
          undecided.remove(id);
          ObjectNode made = body(decision);
          recall.put("decision", made.path("finding").asText());
          recall.put("decisionReason", made.path("reason").asText());
          recall.set("decisionScore", made.path("score"));
          put("recalls", id, recall, update);
        });
    if (undecided.size() > MOST) {
      undecided.remove(undecided.keySet().iterator().next());
    }
  }

  /** When a pattern was proven first, schedule time; NaN when it was not. */
  double provenSince(String pattern) {
    return proven.getOrDefault(pattern, Double.NaN);
  }

  @Override
  public void tell(ObjectNode snapshot) {
    kinds.forEach((kind, rows) -> {
      ArrayNode all = snapshot.putArray(kind);
      new ArrayList<>(rows.values()).forEach(all::add);
    });
    snapshot.put("shares", shares).put("proven", proven.size());
  }
}
