package mycelial.bench.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mycelial.bench.BenchException;
import mycelial.ledger.TradeStore;
import mycelial.storage.SessionInfo;
import mycelial.storage.Storage;

/** A trades database of a trial's own, for what stands nowhere else. Gone when it is closed. */
final class Scores implements AutoCloseable {
  private static final String QUERY =
      "SELECT trade_id, coalesce(cross_moat_score, 0) FROM trades WHERE signal_source = 'mycelial'";

  private final Path folder;
  private final Storage storage;

  private Scores(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  static Scores open(Trial trial) {
    try {
      Path folder = Files.createTempDirectory("learning-bench");
      SessionInfo info =
          new SessionInfo(
              "learning", "replay", trial.seed(), "SYNTHETIC", "bench", trial.key(), "bench");
      return new Scores(folder, Storage.open(folder, info));
    } catch (IOException failed) {
      throw new UncheckedIOException("no folder for a trades database", failed);
    }
  }

  TradeStore store() {
    return storage;
  }

  /** Cross-moat scores of the mycelial stream's trades, by trade id. */
  Map<String, Integer> byTrade() {
    storage.flush();
    Map<String, Integer> scores = new TreeMap<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trades.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        scores.put(rows.getString(1), rows.getInt(2));
      }
      return scores;
    } catch (SQLException failed) {
      throw new BenchException("the trades database of a world cannot be read", failed);
    }
  }

  @Override
  public void close() {
    storage.close();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete " + folder, failed);
    }
  }
}
