package mycelial.report;

import java.util.List;
import java.util.Locale;

/**
 * Writes HTML and SVG. Whatever is given as text is escaped here and nowhere else; names of
 * elements and classes are the program's own.
 */
final class Html {
  /** Columns of words, which stand at the left. */
  private static final List<String> WORDS = List.of("ledger", "provenance", "unit");

  private final StringBuilder out = new StringBuilder();

  /** Text that is nothing but text, in an element as in an attribute. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isControl(c) ? 0xFFFD : c);
          }
        });
    return safe.toString();
  }

  /** Controls, and what changes the direction of writing, would show something else than it is. */
  private static boolean isControl(int c) {
    return (c != '\n' && Character.isISOControl(c))
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || (c >= 0xD800 && c <= 0xDFFF);
  }

  /** An element's beginning; the attributes come in pairs of name and value. */
  Html open(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Its end. */
  Html close(String element) {
    out.append("</").append(element).append(">\n");
    return this;
  }

  /** Text. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** An element with nothing but text. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** What another one has written. */
  Html add(Html part) {
    out.append(part.out);
    return this;
  }

  /** A paragraph. */
  Html paragraph(String text) {
    return element("p", text);
  }

  /**
   * A table's head.
   *
   * @param caption what it shows, with the units
   */
  Html table(String caption, List<String> columns) {
    open("div", "class", "scroll").open("table").element("caption", caption).open("thead");
    open("tr");
    for (String column : columns) {
      String side = WORDS.contains(column) ? "left" : "right";
      element("th", column, "scope", "col", "class", side);
    }
    return close("tr").close("thead").open("tbody");
  }

  /** Its end. */
  Html endTable() {
    return close("tbody").close("table").close("div");
  }

  /** A row of plain cells. */
  Html row(List<String> cells) {
    open("tr");
    cells.forEach(cell -> element("td", cell));
    return close("tr");
  }

  /** A cell with an amount, coloured by its sign. */
  Html signed(double value, int decimals) {
    String text = number(value, decimals);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return element("td", text, "class", zero ? "zero" : value > 0 ? "pos" : "neg");
  }

  /** A cell with a figure, or a dash that tells on demand why there is none. */
  Html figure(Figure figure, int decimals) {
    Double value = figure.value();
    if (value != null) {
      return element("td", number(value, decimals));
    }
    return open("td").element("abbr", "\u2013", "title", figure.why()).close("td");
  }

  /** A number with a real minus sign and thousands apart. */
  static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', '\u202F');
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', '\u2212');
  }

  /** A time span in the largest two units. */
  static String duration(double seconds) {
    long minutes = Math.round(seconds / 60);
    if (minutes >= 2880) {
      return minutes / 1440 + " d " + minutes % 1440 / 60 + " h";
    }
    return minutes >= 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes + " min";
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
