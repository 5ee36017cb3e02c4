package mycelial.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import mycelial.report.explain.Node;

/** An explanation as an indented tree, wrapped at a terminal's usual width. */
final class NodeText {
  private static final int WIDTH = 80;
  private static final int LEAST = 30;

  /** A name that is longer stands on a line of its own. */
  private static final int LONGEST_NAME = 26;

  private final Paint paint;
  private final List<String> lines = new ArrayList<>();

  private NodeText(Paint paint) {
    this.paint = paint;
  }

  static List<String> lines(Node root, Paint paint) {
    NodeText text = new NodeText(paint);
    text.node(root, "", "");
    return text.lines;
  }

  /**
   * A node with all below it.
   *
   * @param first what stands before its title
   * @param rest what stands before its other lines
   */
  private void node(Node node, String first, String rest) {
    String inner = rest + (node.children().isEmpty() ? "   " : "|  ");
    List<String> title = wrap(Printable.of(node.title()), WIDTH - first.length());
    lines.add(first + colour(title.getFirst()));
    title.subList(1, title.size()).forEach(line -> lines.add(inner + colour(line)));
    String time = node.time() == null ? "" : node.time() + "  ";
    lines.add(inner + paint.dim(time + "[" + Printable.of(node.source()) + "]"));
    if (!node.detail().isEmpty()) {
      wrap(Printable.of(node.detail()), WIDTH - inner.length())
          .forEach(line -> lines.add(inner + line));
    }
    int name =
        node.facts().stream()
            .mapToInt(fact -> fact.getFirst().length())
            .filter(length -> length <= LONGEST_NAME)
            .max()
            .orElse(0);
    node.facts().forEach(fact -> fact(fact, inner, name));
    Iterator<Node> children = node.children().iterator();
    while (children.hasNext()) {
      Node child = children.next();
      boolean more = children.hasNext();
      lines.add(rest + "|");
      node(child, rest + (more ? "|- " : "`- "), rest + (more ? "|  " : "   "));
    }
  }

  private String colour(String title) {
    if (title.startsWith("WIN") || title.startsWith("P&L: +")) {
      return paint.bold(paint.good(title));
    }
    return title.startsWith("LOSS") || title.startsWith("P&L: -")
        ? paint.bold(paint.bad(title))
        : paint.bold(title);
  }

  private void fact(List<String> fact, String indent, int width) {
    String label = Printable.of(fact.getFirst());
    boolean fits = label.length() <= width;
    if (!fits) {
      lines.add(indent + label);
    }
    String blank = " ".repeat(width + 2);
    List<String> wrapped =
        wrap(Printable.of(fact.get(1)), WIDTH - indent.length() - blank.length());
    for (int i = 0; i < wrapped.size(); i++) {
      String start = i == 0 && fits ? label + " ".repeat(width + 2 - label.length()) : blank;
      lines.add(indent + start + wrapped.get(i));
    }
  }

  /** Breaks at spaces; a word longer than a line stands on its own. */
  static List<String> wrap(String text, int width) {
    int limit = Math.max(LEAST, width);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > limit) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
