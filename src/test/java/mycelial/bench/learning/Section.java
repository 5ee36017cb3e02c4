package mycelial.bench.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One table of the report: rows of named cells, for people and for programs. */
final class Section {
  private static final String GAP = "  ";

  private final String title;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

  Section(String title) {
    this.title = title;
  }

  /** Adds a row of one figure. */
  Section figure(String name, @Nullable Object value) {
    return row(Map.entry("figure", name), Map.entry("value", value == null ? "" : value));
  }

  /** Adds a row; rows of a section have the same columns. */
  @SafeVarargs
  final Section row(Map.Entry<String, ?>... cells) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (Map.Entry<String, ?> cell : cells) {
      row.put(cell.getKey(), cell.getValue());
    }
    rows.add(row);
    return this;
  }

  String title() {
    return title;
  }

  /** The rows as they are printed in JSON: what is not a number is null. */
  List<Map<String, @Nullable Object>> rows() {
    return rows;
  }

  /** The table as text. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("", title));
    if (rows.isEmpty()) {
      return lines;
    }
    List<String> columns = List.copyOf(rows.getFirst().keySet());
    List<List<String>> table = new ArrayList<>();
    if (!columns.getFirst().equals("figure")) {
      table.add(columns);
    }
    for (Map<String, @Nullable Object> row : rows) {
      table.add(columns.stream().map(column -> text(row.get(column))).toList());
    }
    table.forEach(cells -> lines.add(line(cells, widths(table))));
    return lines;
  }

  private static List<Integer> widths(List<List<String>> table) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < table.getFirst().size(); i++) {
      int column = i;
      widths.add(table.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    return widths;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder(GAP);
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(widths.get(i) - cells.get(i).length());
      line.append(i == 0 ? cells.get(i) + pad : GAP + cells.get(i) + pad);
    }
    return line.toString().stripTrailing();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number when !Double.isFinite(number) -> "-";
      case Double number -> String.format(Locale.ROOT, "%.3f", number);
      case Estimate estimate when !Double.isFinite(estimate.value()) -> "-";
      case Quantiles quantiles when quantiles.count() == 0 -> "-";
      default -> value.toString();
    };
  }
}
