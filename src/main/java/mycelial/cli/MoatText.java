package mycelial.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mycelial.colony.MoatReport;

/** The five moats in words: a line each, or a table. */
final class MoatText {
  private static final String ROW = "%-13s %-30s %-10s %-18s %12s %6s  %-20s %8s %9s%n";

  private MoatText() {}

  /** A moat in a line, for example {@code Code: MISSING (no signal file)}. */
  static String line(MoatReport moat) {
    StringBuilder line = new StringBuilder(moat.moat()).append(": ").append(moat.provenance());
    int present = moat.targets().size() - moat.missing().size();
    if (present == 0) {
      line.append(" (").append(why(moat)).append(')');
    } else {
      line.append(
          String.format(
              Locale.ROOT,
              ", %d %s on %d of %d channel(s) (%s)",
              moat.signals(),
              moat.readings().stream().anyMatch(MoatText::isClose) ? "bars" : "signals",
              present,
              moat.targets().size(),
              moat.source()));
      if (present < moat.targets().size()) {
        line.append("; missing: ").append(String.join(", ", moat.missing().keySet()));
      }
    }
    moat.ignored()
        .forEach((channel, count) ->
            line.append("; ")
                .append(count)
                .append(" of ")
                .append(channel)
                .append(" ignored: not configured"));
    return line.toString();
  }

  private static boolean isClose(MoatReport.Reading reading) {
    return reading.channel().startsWith("market-data:");
  }

  private static String why(MoatReport moat) {
    return moat.missing().isEmpty()
        ? moat.source()
        : moat.missing().values().stream().distinct().collect(Collectors.joining("; "));
  }

  /** All moats, a row for each channel and field. */
  static void table(List<MoatReport> moats, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        ROW,
        "moat",
        "channel",
        "provenance",
        "field",
        "newest",
        "level",
        "event time (UTC)",
        "age",
        "signals");
    for (MoatReport moat : moats) {
      moat.targets().forEach(channel -> rows(moat, channel, out));
      moat.ignored()
          .forEach((channel, count) ->
              out.printf(
                  Locale.ROOT,
                  "%-13s %-30s not configured: %d signal(s) ignored%n",
                  moat.moat(),
                  channel,
                  count));
      if (moat.targets().isEmpty()) {
        out.printf(Locale.ROOT, "%-13s %-30s MISSING    %s%n", moat.moat(), "-", moat.source());
      }
    }
  }

  private static void rows(MoatReport moat, String channel, PrintWriter out) {
    String reason = moat.missing().get(channel);
    if (reason != null) {
      out.printf(Locale.ROOT, "%-13s %-30s MISSING    %s%n", moat.moat(), channel, reason);
    }
    for (MoatReport.Reading reading : moat.readings()) {
      if (reading.channel().equals(channel)) {
        row(moat, reading, reason == null ? moat.provenance() : "(stale)", out);
      }
    }
  }

  private static void row(
      MoatReport moat, MoatReport.Reading reading, String provenance, PrintWriter out) {
    Double level = reading.level();
    out.printf(
        Locale.ROOT,
        ROW,
        moat.moat(),
        reading.channel(),
        provenance,
        reading.field(),
        new BigDecimal(reading.value(), new MathContext(10)).stripTrailingZeros().toPlainString(),
        level == null ? "-" : String.format(Locale.ROOT, "%.3f", level),
        reading.eventTime(),
        age(reading.ageSeconds()),
        String.valueOf(reading.signals()));
  }

  /** A duration to the two units that matter, for example {@code 2d 3h}. */
  private static String age(long seconds) {
    Duration age = Duration.ofSeconds(seconds);
    if (age.toDays() > 0) {
      return age.toDays() + "d " + age.toHoursPart() + "h";
    }
    return age.toHours() > 0
        ? age.toHours() + "h " + age.toMinutesPart() + "m"
        : age.toMinutes() + "m " + age.toSecondsPart() + "s";
  }
}
