package mycelial.gui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mycelial.colony.Standing;
import mycelial.market.Provenance;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * The lines above the map.
 *
 * @param title what is played
 * @param standing time, state and the streams
 * @param notice what a user should know, or nothing
 */
record Headline(String title, String standing, String notice) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  static final Headline NOTHING =
      new Headline("Mycelial Finance", "Press Play to begin a session.", "");

  /** The window's title, which says what must not be taken for real. */
  static String title(@Nullable Provenance provenance) {
    return switch (provenance) {
      case null -> "Mycelial Finance: paper trading";
      case SYNTHETIC -> "Mycelial Finance: paper trading, synthetic data";
      case REAL -> "Mycelial Finance: paper trading, real market data";
    };
  }

  /** The line of figures. */
  static String words(Standing standing, String state) {
    StringBuilder text = new StringBuilder();
    text.append(TIME.format(Instant.ofEpochMilli((long) (standing.time() * 1000))))
        .append(" UTC   ")
        .append(standing.trading() ? "trading" : "warming up")
        .append(", ")
        .append(standing.halted() ? "HALTED" : state)
        .append("   P&L");
    for (SignalSource source : SignalSource.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "   %s %+.2f",
              source.label(),
              standing.profits().getOrDefault(source, 0.0)));
    }
    return text.append(" USD").toString();
  }
}
