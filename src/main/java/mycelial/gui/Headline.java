package mycelial.gui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import mycelial.colony.Session;
import mycelial.colony.Standing;
import mycelial.market.Provenance;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the map.
 *
 * @param badge what the data are, in one or two words
 * @param title what is played
 * @param clock schedule time, UTC
 * @param state of the session
 * @param profits by stream, as last marked to market, quote currency
 * @param changes parameters that were changed in this window, or nothing
 * @param notice what a user should know, or nothing
 */
record Headline(
    String badge,
    String title,
    String clock,
    String state,
    Map<SignalSource, Double> profits,
    String changes,
    String notice) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  static final Headline NOTHING =
      new Headline(
          "PAPER", "Mycelial Finance", "", "Press Play to begin a session.", Map.of(), "", "");

  /** Keeps the streams in their order. */
  Headline {
    Map<SignalSource, Double> ordered = new EnumMap<>(SignalSource.class);
    ordered.putAll(profits);
    profits = ordered;
  }

  /** Of a session that is played. */
  static Headline of(Session session, Standing standing, String changes, String notice) {
    boolean live = session.request().live() != null;
    return new Headline(
        badge(session.colony().provenance(), live),
        "Paper trading, session " + session.request().id(),
        TIME.format(Instant.ofEpochMilli((long) (standing.time() * 1000))) + " UTC",
        state(standing, session.isBusAvailable()),
        standing.profits(),
        changes,
        notice);
  }

  private static String state(Standing standing, boolean bus) {
    if (standing.halted()) {
      return "HALTED: the account opens no position";
    }
    if (!bus) {
      return "DEGRADED: Redis does not answer";
    }
    return standing.trading() ? "RUNNING, trading" : "RUNNING, warming up";
  }

  /** What the data are, so that nobody takes made-up ones for real. */
  static String badge(Provenance provenance, boolean live) {
    return switch (provenance) {
      case SYNTHETIC -> "SYNTHETIC";
      case REAL -> live ? "LIVE" : "RECORDED";
    };
  }

  /** The window's title, which says what must not be taken for real. */
  static String title(@Nullable Provenance provenance) {
    return switch (provenance) {
      case null -> "Mycelial Finance: paper trading";
      case SYNTHETIC -> "Mycelial Finance: paper trading, synthetic data";
      case REAL -> "Mycelial Finance: paper trading, real market data";
    };
  }

  /** Money with its sign, always of two decimals. */
  static String money(double amount) {
    return String.format(Locale.ROOT, "%+,.2f", amount + 0.0);
  }

  Headline withNotice(String line) {
    return new Headline(badge, title, clock, state, profits, changes, line);
  }
}
