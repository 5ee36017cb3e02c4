package mycelial.report.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node in the making. Used by one thread. */
final class Draft {
  private final String title;
  private final String source;
  private final List<List<String>> facts = new ArrayList<>();
  private final List<Node> children = new ArrayList<>();
  private String detail = "";
  private @Nullable String time;

  /**
   * A node.
   *
   * @param source where it was read
   */
  Draft(String title, String source) {
    this.title = title;
    this.source = source;
  }

  /** Something that cannot be said because it was never written down. */
  static Node missing(String what, String why) {
    return new Draft(what + ": not stored", "none").detail(why).node();
  }

  Draft detail(String words) {
    detail = words;
    return this;
  }

  /** When it happened, seconds since the epoch. */
  Draft at(double epochSeconds) {
    time = Texts.iso(epochSeconds);
    return this;
  }

  Draft fact(String name, String value) {
    facts.add(List.of(name, value));
    return this;
  }

  Draft fact(String name, BigDecimal value) {
    return fact(name, Texts.plain(value));
  }

  Draft fact(String name, double value) {
    return fact(name, Texts.number(value));
  }

  Draft child(@Nullable Node child) {
    if (child != null) {
      children.add(child);
    }
    return this;
  }

  Draft children(List<Node> more) {
    children.addAll(more);
    return this;
  }

  Node node() {
    return new Node(title, detail, facts, children, time, source);
  }
}
