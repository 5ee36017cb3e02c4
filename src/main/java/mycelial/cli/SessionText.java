package mycelial.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mycelial.storage.SessionStatus;
import mycelial.storage.StoredMessage;

/** Sessions and their messages in words. */
final class SessionText {
  private static final int DIGEST_DIGITS = 12;

  private SessionText() {}

  static List<String> list(SessionCatalog catalog) {
    List<String> lines = new ArrayList<>();
    for (ListedSession each : catalog.sessions()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s  %-6s %-9s %s to %-24s digest %-12s  %s%s",
              each.id(),
              each.kind(),
              each.provenance(),
              each.started(),
              each.ended() == null ? "?" : each.ended(),
              digest(each),
              each.state(),
              each.swarm() == null ? "" : ", swarm " + each.swarm().asText()));
      lines.add("    P&L" + pnl(each) + (each.stored().result() == null ? " (closed trades)" : ""));
    }
    if (lines.isEmpty()) {
      lines.add("no session yet");
    }
    catalog.unreadable().forEach(sentence -> lines.add("unreadable: " + sentence));
    return lines;
  }

  private static String digest(ListedSession session) {
    String digest = session.digest();
    return digest == null ? "-" : digest.substring(0, Math.min(DIGEST_DIGITS, digest.length()));
  }

  private static String pnl(ListedSession session) {
    return session.pnl().entrySet().stream()
        .map(entry -> " " + entry.getKey() + " " + money(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String money(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  static List<String> full(SessionDetail detail) {
    ListedSession session = detail.session();
    List<String> lines = new ArrayList<>();
    lines.add("session     " + session.id() + " (" + session.kind() + "): " + session.state());
    standing(detail, lines);
    lines.add("wall clock  " + session.started() + " to " + Objects.toString(session.ended(), "?"));
    lines.add("market      " + session.provenance());
    detail.inputs().lines().forEach(input -> lines.add("            " + input));
    lines.add("seed        " + detail.seed());
    lines.add("digest      " + Objects.toString(session.digest(), "none"));
    lines.add("build       " + detail.build() + ", configuration " + detail.configFingerprint());
    lines.add("databases   " + session.folder());
    detail
        .kept()
        .streams()
        .forEach((stream, figures) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-11s %d closed trades, %d wins, realised %s, fees %s, %d open; P&L %s",
                    stream.label(),
                    figures.trades(),
                    figures.wins(),
                    money(figures.pnl()),
                    money(figures.fees()),
                    figures.openPositions(),
                    money(session.pnl().getOrDefault(stream.label(), figures.pnl())))));
    lines.add("collisions  " + detail.kept().collisions());
    lines.add("messages    " + detail.messages());
    return lines;
  }

  /** How a session without a result stood when it last said so. */
  private static void standing(SessionDetail detail, List<String> lines) {
    SessionStatus status = detail.status();
    if (status == null || detail.result() != null) {
      return;
    }
    SessionStatus.Standing standing = status.standing();
    SessionStatus.Clock clock = status.clock();
    String barrier = standing.barrier();
    lines.add(
        "status      "
            + standing.state()
            + (standing.trading() ? "" : ", warming up")
            + (barrier == null ? "" : ": " + barrier)
            + (standing.busAvailable() ? "" : ": Redis does not answer")
            + "; at "
            + Times.brief((long) clock.now())
            + " of "
            + Times.brief((long) clock.to())
            + " UTC");
    long alive = status.agents().values().stream().mapToLong(SessionStatus.AgentType::alive).sum();
    lines.add(
        String.format(
            Locale.ROOT,
            "            %d agents, %d bars, %d messages; collisions %d; account drawdown %s %%",
            alive,
            status.work().bars(),
            status.bus().messages(),
            status.collisions().matched(),
            money(status.haven().drawdownPct())));
  }

  static String line(StoredMessage message) {
    return time(message)
        + " "
        + message.channel()
        + " "
        + message.agent()
        + " #"
        + message.seq()
        + " "
        + message.body();
  }

  /** A message as scripts read it. */
  static Map<String, Object> message(StoredMessage message) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("time", time(message));
    object.put("epochTime", message.time());
    object.put("source", message.source());
    object.put("agent", message.agent());
    object.put("seq", message.seq());
    object.put("channel", message.channel());
    object.put("body", Output.read(message.body()));
    return object;
  }

  private static String time(StoredMessage message) {
    return Instant.ofEpochMilli((long) Math.floor(message.time() * 1000)).toString();
  }
}
