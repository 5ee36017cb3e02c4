package mycelial.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mycelial.colony.MoatReport;

/** The five moats in words: a line each, or a table. */
final class MoatText {
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

  /** All moats, a line for each, then a row for each of its channels and fields. */
  static void table(List<MoatReport> moats, Paint paint, PrintWriter out) {
    Table table = new Table("channel", "field", ">newest", ">level", ">age", ">signals");
    List<Integer> heights = new ArrayList<>();
    for (MoatReport moat : moats) {
      int height = 0;
      for (String channel : moat.targets()) {
        height += rows(moat, channel, table);
      }
      heights.add(height);
    }
    Iterator<String> lines = table.lines(paint).iterator();
    out.println(lines.next());
    for (int i = 0; i < moats.size(); i++) {
      MoatReport moat = moats.get(i);
      out.println(paint.bold(moat.moat() + ": " + moat.provenance()) + " (" + moat.source() + ")");
      for (int row = 0; row < heights.get(i); row++) {
        out.println(lines.next());
      }
      moat.missing()
          .forEach((channel, why) -> out.println(Printable.of(channel + " MISSING: " + why)));
      moat.ignored()
          .forEach((channel, count) ->
              out.println(
                  Printable.of(channel + " not configured: " + count + " signal(s) ignored")));
    }
  }

  /** The readings of a channel; how many there are. */
  private static int rows(MoatReport moat, String channel, Table table) {
    int rows = 0;
    for (MoatReport.Reading reading : moat.readings()) {
      if (reading.channel().equals(channel)) {
        row(reading, moat.missing().containsKey(channel), table);
        rows++;
      }
    }
    return rows;
  }

  private static void row(MoatReport.Reading reading, boolean stale, Table table) {
    Double level = reading.level();
    table
        .row()
        .cell(reading.channel())
        .cell(reading.field() + (stale ? " (stale)" : ""))
        .cell(
            new BigDecimal(reading.value(), new MathContext(10))
                .stripTrailingZeros()
                .toPlainString())
        .cell(level == null ? "-" : String.format(Locale.ROOT, "%.3f", level))
        .cell(age(reading.ageSeconds()))
        .cell(String.valueOf(reading.signals()));
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
