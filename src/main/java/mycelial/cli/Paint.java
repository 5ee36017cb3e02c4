package mycelial.cli;

import java.io.Console;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours a text where a person reads it on a terminal. Text that came from outside is made
 * printable first: what could command a terminal is shown instead of sent. Immutable.
 */
final class Paint {
  /** Where colour is wanted. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** No colour. */
  static final Paint NONE = new Paint(Ansi.OFF);

  private final Ansi ansi;

  private Paint(Ansi ansi) {
    this.ansi = ansi;
  }

  /**
   * As asked for; of itself only on a terminal that is not dumb, and not where the environment says
   * {@code NO_COLOR} (no-color.org).
   */
  static Paint of(When when, Map<String, String> environment) {
    boolean colours =
        switch (when) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "").equals("dumb")
                  && isTerminal();
        };
    return new Paint(colours ? Ansi.ON : Ansi.OFF);
  }

  /** Whether standard output is a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // NullAway knows better: it may be null on other builds of the JDK
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  String bold(String text) {
    return style(Ansi.Style.bold, text);
  }

  String dim(String text) {
    return style(Ansi.Style.faint, text);
  }

  String bad(String text) {
    return style(Ansi.Style.fg_red, text);
  }

  String good(String text) {
    return style(Ansi.Style.fg_green, text);
  }

  private String style(Ansi.Style style, String text) {
    return ansi.enabled() ? Ansi.Style.on(style) + text + Ansi.Style.on(Ansi.Style.reset) : text;
  }
}
