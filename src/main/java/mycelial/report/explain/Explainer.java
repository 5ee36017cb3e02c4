package mycelial.report.explain;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mycelial.config.Nearest;
import mycelial.market.Pair;
import mycelial.storage.StoredPosition;
import mycelial.storage.StoredSession;
import mycelial.storage.TradeQueries;
import mycelial.storage.TrailQueries;

/**
 * Explains trades of the databases of a folder, and why there were none. Reads only, also while a
 * session writes; what a running session has not settled yet is said to be missing. Used by one
 * thread. Every method throws {@link mycelial.storage.StorageException} when a file cannot be read.
 */
public final class Explainer implements AutoCloseable {
  private static final int SUGGESTIONS = 5;

  private final Path databases;
  private final Path dataDir;
  private final TrailQueries trail;
  private final List<StoredSession> sessions;

  private Explainer(
      Path databases, Path dataDir, TrailQueries trail, List<StoredSession> sessions) {
    this.databases = databases;
    this.dataDir = dataDir;
    this.trail = trail;
    this.sessions = sessions;
  }

  /**
   * Opens what is stored.
   *
   * @param databases the folder with {@code trades.db}
   * @param dataDir the data folder, which has the sessions' journals and the saved swarms
   */
  public static Explainer open(Path databases, Path dataDir) {
    List<StoredSession> sessions;
    try (TradeQueries queries = TradeQueries.open(databases)) {
      sessions = queries.sessions();
    }
    return new Explainer(databases, dataDir, TrailQueries.open(databases), sessions);
  }

  /** The story of a trade, or empty when no session of this database has it. */
  public Optional<Node> trade(String tradeId) {
    Optional<StoredPosition> position = trail.position(tradeId);
    return position.map(found -> new TradeTrail(about(found.session()), found).explain());
  }

  /**
   * Why a pair was not traded about a time, or that it was.
   *
   * @param time seconds since the epoch
   * @throws IllegalArgumentException when there is no such session
   */
  public Node whyNot(String session, Pair pair, double time) {
    return new WhyNot(about(session), pair, time).explain();
  }

  /** The ids of a session's trades, in the order of their entries. */
  public List<String> trades(String session) {
    return trail.tradeIds(session);
  }

  /** Ids of trades that are most like a text, the nearest first. */
  public List<String> near(String tradeId) {
    return sessions.stream()
        .flatMap(session -> trail.tradeIds(session.info().id()).stream())
        .sorted(
            Comparator.comparingInt((String id) -> Nearest.distance(id, tradeId))
                .thenComparing(Comparator.reverseOrder()))
        .limit(SUGGESTIONS)
        .toList();
  }

  private Case about(String session) {
    return sessions.stream()
        .filter(each -> each.info().id().equals(session))
        .findFirst()
        .map(found -> new Case(databases, dataDir, found, trail))
        .orElseThrow(() -> new IllegalArgumentException("there is no session " + session));
  }

  @Override
  public void close() {
    trail.close();
  }
}
