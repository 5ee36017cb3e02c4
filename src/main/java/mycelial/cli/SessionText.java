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
import mycelial.market.SignalSource;
import mycelial.storage.SessionStatus;
import mycelial.storage.StoredMessage;

/** Sessions and their messages in words. */
final class SessionText {
  private static final int DIGEST_DIGITS = 12;

  private SessionText() {}

  static List<String> list(SessionCatalog catalog, Paint paint) {
    Table table =
        new Table("P&L in USD", "state", ">baseline", ">mycelial", ">synthesized", ">account");
    for (ListedSession each : catalog.sessions()) {
      table.row().cell(each.id()).cell(each.state());
      for (SignalSource stream : SignalSource.values()) {
        table.money(each.pnl().getOrDefault(stream.label(), BigDecimal.ZERO));
      }
    }
    List<String> lines = new ArrayList<>();
    if (table.isEmpty()) {
      lines.add("no session yet");
    } else {
      List<String> rows = table.lines(paint);
      lines.add(rows.getFirst());
      for (int i = 0; i < catalog.sessions().size(); i++) {
        lines.add(rows.get(i + 1));
        about(catalog.sessions().get(i)).forEach(line -> lines.add(paint.dim("    " + line)));
      }
    }
    catalog.unreadable().forEach(sentence -> lines.add("unreadable: " + Printable.of(sentence)));
    return lines;
  }

  /** Where a session's figures are from, when it was and what identifies it. */
  private static List<String> about(ListedSession session) {
    return List.of(
        session.provenance()
            + " market, "
            + session.started()
            + " to "
            + (session.ended() == null ? "?" : session.ended()),
        "digest "
            + digest(session)
            + (session.swarm() == null
                ? ""
                : ", swarm " + SwarmChoice.brief(session.swarm().asText()))
            + (session.stored().result() == null ? " (closed trades only)" : ""));
  }

  private static String digest(ListedSession session) {
    String digest = session.digest();
    return digest == null ? "-" : digest.substring(0, Math.min(DIGEST_DIGITS, digest.length()));
  }

  private static String money(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  static List<String> full(SessionDetail detail, Paint paint) {
    ListedSession session = detail.session();
    List<String> lines = new ArrayList<>();
    Table facts = new Table("", "");
    facts.row("session", session.id() + " (" + session.kind() + "): " + session.state());
    standing(detail, facts);
    facts.row("wall clock", session.started() + " to " + Objects.toString(session.ended(), "?"));
    facts.row("market", session.provenance());
    detail.inputs().lines().forEach(input -> facts.row("", input));
    facts.row("seed", detail.seed());
    facts.row("digest", Objects.toString(session.digest(), "none"));
    facts.row("build", detail.build());
    facts.row("configuration", detail.configFingerprint());
    facts.row("databases", session.folder());
    facts.row("collisions", detail.kept().collisions());
    lines.addAll(facts.lines(paint));
    lines.add("");
    lines.addAll(streams(detail).lines(paint));
    lines.add("");
    Table messages = new Table("messages kept of", ">number");
    detail.messages().forEach(messages::row);
    lines.addAll(messages.lines(paint));
    return lines;
  }

  private static Table streams(SessionDetail detail) {
    Table table =
        new Table("stream (USD)", ">trades", ">wins", ">realised", ">fees", ">open", ">P&L");
    detail
        .kept()
        .streams()
        .forEach((stream, figures) ->
            table
                .row()
                .cell(stream.label())
                .cell(String.valueOf(figures.trades()))
                .cell(String.valueOf(figures.wins()))
                .money(figures.pnl())
                .cell(money(figures.fees()))
                .cell(String.valueOf(figures.openPositions()))
                .money(detail.session().pnl().getOrDefault(stream.label(), figures.pnl())));
    return table;
  }

  /** How a session without a result stood when it last said so. */
  private static void standing(SessionDetail detail, Table facts) {
    SessionStatus status = detail.status();
    if (status == null || detail.result() != null) {
      return;
    }
    SessionStatus.Standing standing = status.standing();
    SessionStatus.Clock clock = status.clock();
    String barrier = standing.barrier();
    facts.row(
        "status",
        standing.state()
            + (standing.trading() ? "" : ", warming up")
            + (barrier == null ? "" : ": " + barrier)
            + (standing.busAvailable() ? "" : ": Redis does not answer"));
    facts.row(
        "stands at",
        Times.brief((long) clock.now()) + " of " + Times.brief((long) clock.to()) + " UTC");
    long alive = status.agents().values().stream().mapToLong(SessionStatus.AgentType::alive).sum();
    facts.row(
        "so far",
        String.format(
            Locale.ROOT,
            "%d agents, %d bars, %d messages; collisions %d; account drawdown %s %%",
            alive,
            status.work().bars(),
            status.bus().messages(),
            status.collisions().matched(),
            money(status.haven().drawdownPct())));
  }

  static String line(StoredMessage message) {
    return Printable.of(
        time(message)
            + " "
            + message.channel()
            + " "
            + message.agent()
            + " #"
            + message.seq()
            + " "
            + message.body());
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
