package mycelial.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Begins a session in {@code trades.db}, and closes those that were killed before it. */
final class SessionStart {
  private static final String KILLED = "KILLED";

  private final OpenDatabase trades;
  private final Query query;
  private final SessionInfo session;

  SessionStart(OpenDatabase trades, SessionInfo session) {
    this.trades = trades;
    this.query = trades.query();
    this.session = session;
  }

  /** Records the session; returns one sentence for each that was killed. */
  List<String> begin(Path folder) {
    requireSame(folder);
    List<String> sentences = new ArrayList<>();
    for (String killed : running()) {
      long lost = lost(killed);
      String state = lost == 0 ? KILLED : KILLED + " (" + lost + " closed trades are lost)";
      trades.execute(Row.of(Sql.CLOSE_KILLED, state, killed));
      sentences.add(sentence(killed, lost));
    }
    trades.execute(
        Row.of(
            Sql.START_SESSION,
            session.id(),
            session.kind(),
            session.seed(),
            session.provenance(),
            session.configFingerprint(),
            session.inputs(),
            session.build(),
            Timestamps.now()));
    trades.commit();
    return List.copyOf(sentences);
  }

  private List<String> running() {
    return query.list(
        "SELECT id FROM sessions WHERE state = 'RUNNING' AND id <> ? ORDER BY started_at, id",
        row -> row.getString(1),
        session.id());
  }

  /** Closed trades that were written once and are not there any more. */
  private long lost(String killed) {
    return Anchor.noted(trades.file())
        .filter(noted -> noted.session().equals(killed))
        .map(noted -> Math.max(0, noted.chain().trades() - count(killed, 1)))
        .orElse(0L);
  }

  private String sentence(String killed, long lost) {
    return "session %s was killed; of it %d closed trades and %d open positions are kept%s"
        .formatted(
            killed,
            count(killed, 1),
            count(killed, 0),
            lost == 0 ? "" : ", but " + lost + " closed trades that had been written are LOST");
  }

  private long count(String killed, int closed) {
    return query.count(
        "SELECT COUNT(*) FROM positions WHERE session = ? AND closed = ?", killed, closed);
  }

  /** The anchor of the session, which goes on where the database stands. */
  Anchor anchor() {
    TradeChain chain =
        query
            .list(
                "SELECT trades, chain FROM anchors WHERE session = ?",
                row -> new TradeChain(row.getLong(1), row.getString(2)),
                session.id())
            .stream()
            .findFirst()
            .orElseGet(this::unanchored);
    return new Anchor(session.id(), trades.file(), chain);
  }

  /** A session without an anchor is new, or was begun before there were any. */
  private TradeChain unanchored() {
    List<TradeChain> stored = TradeChain.stored(query, session.id());
    return stored.isEmpty() ? TradeChain.EMPTY : stored.getLast();
  }

  /** A session can only be continued by one that would do the same. */
  private void requireSame(Path folder) {
    query
        .list(
            "SELECT kind, seed, provenance, config_fingerprint FROM sessions"
                + " WHERE id = ? AND (kind, seed, provenance, config_fingerprint) <> (?, ?, ?, ?)",
            row ->
                ("Cannot continue session %s in %s: it was a %s with seed %d, %s data and"
                        + " configuration %s; give it the same or use another session id.")
                    .formatted(
                        session.id(),
                        folder,
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4)),
            session.id(),
            session.kind(),
            session.seed(),
            session.provenance(),
            session.configFingerprint())
        .stream()
        .findFirst()
        .ifPresent(refusal -> {
          throw new StorageException(refusal);
        });
  }
}
