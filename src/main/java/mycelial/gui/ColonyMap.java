package mycelial.gui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mycelial.agent.Agent;
import org.jspecify.annotations.Nullable;
import sim.field.continuous.Continuous2D;

/**
 * The agents on the map. The roster is read again at every look, for analysts come and go; who has
 * left stays on the map as retired. Owned by whoever holds the schedule's monitor.
 */
final class ColonyMap {
  private final Continuous2D field = new Continuous2D(50, Place.WIDTH, Place.HEIGHT);
  private final Map<Integer, Node> nodes = new LinkedHashMap<>();
  private final Map<Place, Integer> counts = new EnumMap<>(Place.class);

  /** Forgets everybody. */
  void clear() {
    nodes.clear();
    counts.clear();
    field.clear();
  }

  /**
   * Looks at the agents that belong to the colony now.
   *
   * @param stances which sides they took
   * @param now schedule time, seconds since the epoch
   */
  void look(List<Agent> agents, Stances stances, double now) {
    int known = nodes.size();
    Set<Integer> present = new HashSet<>();
    for (Agent agent : agents) {
      int id = agent.identity().id();
      present.add(id);
      nodes.computeIfAbsent(id, unknown -> new Node(agent));
    }
    if (nodes.size() != known) {
      arrange();
    }
    Map<Place, Double> most = new EnumMap<>(Place.class);
    nodes.forEach((id, node) -> {
      node.look(present.contains(id), stances.of(id, now), now);
      most.merge(node.place(), node.activity(), Math::max);
    });
    nodes.values().forEach(node -> node.grow(most.getOrDefault(node.place(), 0.0)));
  }

  private void arrange() {
    Map<Place, List<Node>> seats = new EnumMap<>(Place.class);
    counts.clear();
    for (Node node : nodes.values()) {
      counts.merge(node.place(), 1, Integer::sum);
      seats.computeIfAbsent(node.place(), place -> new ArrayList<>()).add(node);
    }
    seats.forEach((place, seated) -> {
      int count = seated.size();
      for (int i = 0; i < count; i++) {
        Node node = seated.get(i);
        node.stand(place.at(i, count), place.isNamed(count));
        field.setObjectLocation(node, node.position());
      }
    });
  }

  Continuous2D field() {
    return field;
  }

  @Nullable Node node(int id) {
    return nodes.get(id);
  }

  Collection<Node> nodes() {
    return nodes.values();
  }

  /** How many agents stand at each place. */
  Map<Place, Integer> counts() {
    return counts;
  }
}
