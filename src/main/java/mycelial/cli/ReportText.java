package mycelial.cli;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import mycelial.agent.trader.Fate;
import mycelial.colony.SessionResult;
import mycelial.colony.SessionResult.StreamResult;
import mycelial.learning.Abstention;
import mycelial.storage.MirrorReport;

/**
 * A result in words: assumptions first, then the four P&L lines, how ideas met, and why they did
 * not trade.
 */
final class ReportText {
  private ReportText() {}

  static String of(SessionResult result, Paint paint) {
    StringBuilder text = new StringBuilder();
    header(result, text);
    streams(result, paint, text);
    meetings(result, text);
    noTrade(result, text);
    footer(result, text);
    return text.toString();
  }

  private static void header(SessionResult result, StringBuilder text) {
    if (result.haven().drill()) {
      line(
          text,
          "FIRE DRILL: a losing rule was planted on purpose; these figures are no trading results");
    }
    line(text, "Session %s: %s", result.session(), result.state());
    line(
        text,
        "Market data: %s",
        result.provenance().equals("synthetic")
            ? "SYNTHETIC (generated, not traded anywhere)"
            : "real candles");
    result.data().forEach(words -> line(text, "  %s", words));
    line(
        text,
        "Period (UTC): %s to %s, traded from %s",
        result.period().from(),
        result.period().to(),
        result.period().tradingFrom());
    line(text, "Assumptions:");
    result.assumptions().forEach((name, words) -> line(text, "  %s: %s", name, words));
    line(text, "");
  }

  private static void streams(SessionResult result, Paint paint, StringBuilder text) {
    Table table =
        new Table("P&L (USD)", ">trades", ">wins", ">P&L", ">P&L %", ">fees", ">max DD %", ">open");
    result.streams().forEach((name, stream) -> stream(table, name, stream));
    table.lines(paint).forEach(line -> text.append(line).append('\n'));
    line(text, "");
  }

  private static void stream(Table table, String name, StreamResult stream) {
    table
        .row()
        .cell(name)
        .cell(String.valueOf(stream.trades()))
        .cell(String.valueOf(stream.wins()))
        .money(stream.pnlAbsolute())
        .money(stream.pnlPct())
        .cell(money(stream.feesPaid()))
        .cell(money(stream.maxDrawdownPct()))
        .cell(String.valueOf(stream.openPositions()));
  }

  private static String money(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static void memory(StringBuilder text, SessionResult.Memory memory) {
    line(
        text,
        "Memory (%s): %d closed trades taken in, asked %d times, lowered %d, refused %d; %d warnings"
            + " kept %d votes from counting and prevented %d ideas",
        memory.mode(),
        memory.recorded(),
        memory.queries(),
        memory.lowered(),
        memory.refused(),
        memory.warnings(),
        memory.withheldVotes(),
        memory.withheldIdeas());
    MirrorReport chroma = memory.chroma();
    if (chroma.state() != MirrorReport.State.OFF) {
      line(
          text,
          "Memory's copy on %s: %s%s",
          chroma.url(),
          chroma.state(),
          chroma.reason().isEmpty() ? ", written " + chroma.written() : ": " + chroma.reason());
    }
  }

  private static void meetings(SessionResult result, StringBuilder text) {
    line(
        text,
        "Ideas: %d baseline, %d mycelial (%d proven, %d exploratory)",
        result.ideas().baseline(),
        result.ideas().mycelial(),
        result.ideas().proven(),
        result.ideas().exploratory());
    line(
        text,
        "Collisions: %d matched, %d conflicts (the streams disagreed), %d near misses (agreed, but too late),"
            + " %d ideas expired without a partner",
        result.collisions().matched(),
        result.collisions().conflicts(),
        result.collisions().nearMisses(),
        result.collisions().expired());
    line(
        text,
        "Patterns: %d rules licensed, %d archived; risk halts: %d",
        result.patterns().discovered(),
        result.patterns().archived(),
        result.agents().riskHalts());
    line(
        text,
        "Analysts: %d deployed, %d retired, %d refused; at the end %d: %s",
        result.analysts().deployed(),
        result.analysts().retired(),
        result.analysts().refused(),
        result.analysts().pairs().size(),
        String.join(" ", result.analysts().pairs()));
    memory(text, result.memory());
    line(
        text,
        "Council: %d applications, %d licences, %d refusals; %d agreements, %d forced exchanges",
        result.council().applications(),
        result.council().licences(),
        result.council().refusals(),
        result.council().agreements(),
        result.council().forcedShares());
    swarm(result.swarm(), text);
    line(text, "%s", HavenText.of(result.haven()));
    line(text, "Moats:");
    result.moats().forEach(moat -> line(text, "  %s", MoatText.line(moat)));
  }

  private static void swarm(SessionResult.Swarm swarm, StringBuilder text) {
    String start = swarm.start();
    String end = swarm.end();
    line(
        text,
        "Swarm: started from %s; %s",
        start == null
            ? "nothing"
            : SwarmChoice.brief(start)
                + " ("
                + swarm.rulesTaken()
                + " rules, "
                + swarm.rulesLeft()
                + " left out)",
        end == null ? "not saved" : "saved as " + SwarmChoice.brief(end));
    swarm.notes().forEach(note -> line(text, "  NOTE: %s", note));
  }

  private static void noTrade(SessionResult result, StringBuilder text) {
    line(text, "Why ideas did not become trades:");
    result
        .noTrade()
        .forEach((ledger, reasons) -> {
          if (reasons.isEmpty()) {
            line(text, "  %-12s every one was traded, or there was none", ledger);
          }
          reasons.forEach(
              (fate, count) -> line(text, "  %-12s %6d %s", ledger, count, words(fate)));
        });
    line(text, "Why rules that fired did not vote:");
    result
        .council()
        .noVote()
        .forEach(
            (reason, count) -> line(text, "  %12d %s", count, Abstention.valueOf(reason).words()));
  }

  private static String words(String fate) {
    return Fate.valueOf(fate).words();
  }

  private static void footer(SessionResult result, StringBuilder text) {
    line(text, "");
    line(
        text,
        "%d bars in %.1f s (%.0f bars/s), %d messages in %d rounds, %d rounds republished, %d foreign"
            + " messages ignored",
        result.bars(),
        result.wallSeconds(),
        result.barsPerSecond(),
        result.redis().messages(),
        result.redis().rounds(),
        result.redis().republishedRounds(),
        result.redis().foreignMessages());
    if (!result.agents().quarantined().isEmpty()) {
      line(text, "Quarantined after failing: %s", result.agents().quarantined());
    }
    line(text, "Digest: %s", result.digest());
    line(text, "Written to: %s", result.report());
  }

  @FormatMethod
  private static void line(StringBuilder text, @FormatString String format, Object... values) {
    text.append(Printable.of(String.format(Locale.ROOT, format, values))).append('\n');
  }
}
