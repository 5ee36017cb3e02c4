package mycelial.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in columns, as wide as what is in them: the header bold, text to the left, numbers to the
 * right, gains green and losses red. Cells are made printable; the last column of text is never
 * padded. Without colour it is the same text. Used by one thread.
 */
final class Table {
  private static final String GAP = "  ";

  /** What is in a cell: text and how it looks. */
  private record Cell(String text, boolean right, Look look) {}

  /** How a cell is coloured. */
  private enum Look {
    PLAIN,
    GAIN,
    LOSS,
    DIM
  }

  private final List<Cell> header = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /** A table with those columns; a name that begins with {@code >} stands to the right. */
  Table(String... names) {
    for (String name : names) {
      boolean right = name.startsWith(">");
      header.add(new Cell(right ? name.substring(1) : name, right, Look.PLAIN));
    }
  }

  /** Begins a row. */
  Table row() {
    rows.add(new ArrayList<>());
    return this;
  }

  /** A row of texts and numbers, the whole of it. */
  Table row(Object... cells) {
    row();
    Arrays.stream(cells).forEach(cell -> cell(String.valueOf(cell)));
    return this;
  }

  /** The next cell. */
  Table cell(String text) {
    return add(text, Look.PLAIN);
  }

  /** The next cell, of less importance. */
  Table dim(String text) {
    return add(text, Look.DIM);
  }

  /** The next cell: money to the cent, green or red. */
  Table money(BigDecimal value) {
    return signed(value, value.setScale(2, RoundingMode.HALF_EVEN).toPlainString());
  }

  /** The next cell: any text about a gain or loss. */
  Table signed(BigDecimal value, String text) {
    return add(text, value.signum() == 0 ? Look.PLAIN : value.signum() > 0 ? Look.GAIN : Look.LOSS);
  }

  private Table add(String text, Look look) {
    List<Cell> row = rows.getLast();
    if (row.size() == header.size()) {
      throw new IllegalStateException("a row of more than " + header.size() + " cells");
    }
    row.add(new Cell(Printable.of(text), header.get(row.size()).right(), look));
    return this;
  }

  /** Whether it has no rows. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The header, then a line for each row. */
  List<String> lines(Paint paint) {
    int[] widths = header.stream().mapToInt(cell -> cell.text().length()).toArray();
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
    }
    List<String> lines = new ArrayList<>();
    if (header.stream().anyMatch(cell -> !cell.text().isEmpty())) {
      lines.add(paint.bold(line(header, widths, Paint.NONE)));
    }
    rows.forEach(row -> lines.add(line(row, widths, paint)));
    return lines;
  }

  private static String line(List<Cell> cells, int[] widths, Paint paint) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      String pad = " ".repeat(widths[i] - cell.text().length());
      boolean last = i == cells.size() - 1;
      String coloured = colour(cell, paint);
      line.append(i == 0 ? "" : GAP)
          .append(cell.right() ? pad + coloured : last ? coloured : coloured + pad);
    }
    return line.toString().stripTrailing();
  }

  private static String colour(Cell cell, Paint paint) {
    return switch (cell.look()) {
      case PLAIN -> cell.text();
      case GAIN -> paint.good(cell.text());
      case LOSS -> paint.bad(cell.text());
      case DIM -> paint.dim(cell.text());
    };
  }
}
