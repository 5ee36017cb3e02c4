package mycelial.cli;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes text that came from outside fit for a terminal and a log: one line stays one line, and
 * nothing in it commands a terminal. Control characters (line breaks, escapes, C1 controls) and
 * those that turn the direction of writing are shown as {@code \}{@code u} and four digits.
 */
final class Printable {
  private Printable() {}

  /** The text on one line. */
  static String of(String text) {
    if (text.chars().noneMatch(Printable::commands)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length() + 16);
    text.chars()
        .forEach(letter -> {
          if (commands(letter)) {
            plain.append(String.format(Locale.ROOT, "\\u%04x", letter));
          } else {
            plain.append((char) letter);
          }
        });
    return plain.toString();
  }

  /** The text with its line breaks: for what may list several problems, a line each. */
  static String lines(String text) {
    return text.lines().map(Printable::of).collect(Collectors.joining(System.lineSeparator()));
  }

  private static boolean commands(int letter) {
    return Character.isISOControl(letter)
        || Character.getType(letter) == Character.FORMAT
        || letter == '\u2028'
        || letter == '\u2029';
  }
}
