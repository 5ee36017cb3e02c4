package mycelial.report.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of an explanation with what led to it. Immutable.
 *
 * @param title a short sentence
 * @param detail more of it, or empty
 * @param facts names and values, two texts each, in the order in which they are to be shown
 * @param children what led to it, or belongs to it
 * @param time when it happened, ISO-8601 in UTC, or null
 * @param source the row it was read from, for example {@code ideas/b-SOLUSD-145-696}
 */
public record Node(
    String title,
    String detail,
    List<List<String>> facts,
    List<Node> children,
    @Nullable String time,
    String source) {
  /** Copies the lists. */
  public Node {
    facts = facts.stream().map(List::copyOf).toList();
    children = List.copyOf(children);
  }

  /** The value of a fact of this step, or null. */
  public @Nullable String fact(String name) {
    return facts.stream()
        .filter(fact -> fact.getFirst().equals(name))
        .map(fact -> fact.get(1))
        .findFirst()
        .orElse(null);
  }

  /** This step and all below it, from the top, each before what led to it. */
  public List<Node> all() {
    List<Node> all = new ArrayList<>(List.of(this));
    children.forEach(child -> all.addAll(child.all()));
    return all;
  }
}
