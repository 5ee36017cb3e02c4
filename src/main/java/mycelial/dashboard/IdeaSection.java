package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.storage.SessionTail;
import mycelial.storage.TailRow;

/** Ideas of both streams and their collisions. */
final class IdeaSection implements Section {
  private static final int NEWEST = 400;
  private static final List<String> UNMET = List.of("EXPIRED", "OPEN");

  /** Counts by stream, what is counted, and value. */
  private final Map<String, Map<String, Map<String, Long>>> counts = new TreeMap<>();

  private final ArrayDeque<ObjectNode> met = new ArrayDeque<>();
  private final ArrayDeque<ObjectNode> collisions = new ArrayDeque<>();
  private long ideasAfter;
  private long collisionsAfter;
  private long ideas;
  private long collided;

  @Override
  public void read(SessionTail tail, ObjectNode update) {
    List<TailRow> told = tail.ideas(ideasAfter);
    List<TailRow> matched = tail.collisions(collisionsAfter);
    if (!told.isEmpty()) {
      ArrayNode added = update.putArray("ideas");
      told.forEach(idea -> added.add(take(idea)));
      ideasAfter = told.getLast().number();
      ideas += told.size();
    }
    if (!matched.isEmpty()) {
      ArrayNode added = update.putArray("collisions");
      matched.forEach(row -> added.add(keep(collisions, Json.row(row))));
      collisionsAfter = matched.getLast().number();
      collided += matched.size();
    }
    if (!told.isEmpty() || !matched.isEmpty()) {
      update.set("ideaCounts", counts());
    }
  }

  private ObjectNode take(TailRow idea) {
    count(idea, "fate");
    count(idea, "collision");
    count(idea, "grade");
    ObjectNode node = Json.row(idea);
    return UNMET.contains(idea.text("collision")) ? node : keep(met, node);
  }

  private void count(TailRow idea, String column) {
    counts
        .computeIfAbsent(idea.text("stream"), stream -> new TreeMap<>())
        .computeIfAbsent(column, each -> new TreeMap<>())
        .merge(idea.text(column), 1L, Long::sum);
  }

  private static ObjectNode keep(ArrayDeque<ObjectNode> nodes, ObjectNode node) {
    nodes.addLast(node);
    if (nodes.size() > NEWEST) {
      nodes.removeFirst();
    }
    return node;
  }

  private ObjectNode counts() {
    ObjectNode node = Json.object().put("ideas", ideas).put("collisions", collided);
    node.set("streams", Json.MAPPER.valueToTree(counts));
    return node;
  }

  @Override
  public void tell(ObjectNode snapshot) {
    ArrayNode ideasMet = snapshot.putArray("ideas");
    met.forEach(ideasMet::add);
    ArrayNode all = snapshot.putArray("collisions");
    collisions.forEach(all::add);
    snapshot.set("ideaCounts", counts());
  }
}
