package mycelial.gui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.agent.Agent;
import mycelial.message.Role;
import org.jspecify.annotations.Nullable;
import sim.field.continuous.Continuous2D;

/**
 * The agents on the map. The roster is read again at every look, for analysts come and go; who has
 * left stays on the map as retired. Owned by whoever holds the schedule's monitor.
 */
final class ColonyMap {
  /** A place and a role: those who share both are arranged together. */
  private record Seat(Place place, Role role) {}

  private final Continuous2D field = new Continuous2D(50, Place.WIDTH, Place.HEIGHT);
  private final Map<Integer, Node> nodes = new LinkedHashMap<>();
  private final Map<Place, Integer> counts = new EnumMap<>(Place.class);

  /** Forgets everybody. */
  void clear() {
    nodes.clear();
    counts.clear();
    field.clear();
  }

  /** Looks at the agents that belong to the colony now. */
  void look(List<Agent> agents) {
    int known = nodes.size();
    Map<Place, Long> most = new EnumMap<>(Place.class);
    Map<Integer, Agent> present = new LinkedHashMap<>();
    for (Agent agent : agents) {
      int id = agent.identity().id();
      present.put(id, agent);
      Node node = nodes.computeIfAbsent(id, unknown -> new Node(agent));
      most.merge(node.place(), agent.sent(), Math::max);
    }
    if (nodes.size() != known) {
      arrange();
    }
    nodes.forEach(
        (id, node) -> node.look(present.containsKey(id), most.getOrDefault(node.place(), 0L)));
  }

  private void arrange() {
    Map<Seat, List<Node>> seats = new LinkedHashMap<>();
    counts.clear();
    for (Node node : nodes.values()) {
      counts.merge(node.place(), 1, Integer::sum);
      seats
          .computeIfAbsent(
              new Seat(node.place(), node.agent().identity().role()), seat -> new ArrayList<>())
          .add(node);
    }
    seats.forEach((seat, seated) -> {
      for (int i = 0; i < seated.size(); i++) {
        Node node = seated.get(i);
        node.stand(seat.place().at(node.agent(), i, seated.size()));
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
