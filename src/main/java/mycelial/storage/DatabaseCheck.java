package mycelial.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.storage.Finding.Level;

/**
 * Checks the databases of a folder without changing them: is the file sound, do the rows refer to
 * rows that exist, and do the figures agree when they are computed again?
 */
public final class DatabaseCheck {
  private static final List<String> TRADE_TABLES =
      List.of(
          "sessions",
          "positions",
          "trades",
          "ideas",
          "collisions",
          "equity",
          "messages",
          "prices",
          "outcomes");
  private static final List<String> PATTERN_TABLES = List.of("patterns", "pattern_sources");

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private DatabaseCheck() {}

  /**
   * Checks {@code trades.db} and {@code mycelial_patterns.db}.
   *
   * @throws StorageException when a database does not exist or cannot be opened
   */
  public static CheckReport check(Path folder) {
    DatabaseCheck check = new DatabaseCheck();
    check.file(folder, DatabaseKind.TRADES);
    check.file(folder, DatabaseKind.PATTERNS);
    return new CheckReport(check.counts, check.findings);
  }

  private void file(Path folder, DatabaseKind kind) {
    Path file = kind.file(folder);
    try (Connection connection = Database.openForReading(folder, kind)) {
      contents(new Query(connection, file), file, kind);
    } catch (SQLException e) {
      throw new StorageException(Reasons.sentence("Cannot check", file, e), e);
    }
  }

  /** What stops the check of an open file is itself a finding. */
  private void contents(Query query, Path file, DatabaseKind kind) {
    try {
      integrity(query, file);
      for (String table : kind == DatabaseKind.TRADES ? TRADE_TABLES : PATTERN_TABLES) {
        if (query.has(table)) {
          counts.put(
              file.getFileName() + "." + table, query.count("SELECT COUNT(*) FROM " + table));
        }
      }
      if (kind == DatabaseKind.TRADES) {
        findings.addAll(new TradeRecomputation(query).findings());
        findings.addAll(new AnchorCheck(query, file).findings());
      } else {
        patterns(query);
      }
    } catch (StorageException e) {
      findings.add(new Finding(Level.ERROR, String.valueOf(e.getMessage())));
    }
  }

  private void integrity(Query query, Path file) {
    for (String answer : query.list("PRAGMA integrity_check", row -> row.getString(1))) {
      if (!answer.equals("ok")) {
        findings.add(new Finding(Level.ERROR, file + " is damaged: " + answer + "."));
      }
    }
    List<String> orphans =
        query.list(
            "PRAGMA foreign_key_check",
            row ->
                "row %d of %s refers to a row of %s that does not exist"
                    .formatted(row.getLong(2), row.getString(1), row.getString(3)));
    orphans.forEach(each -> findings.add(new Finding(Level.ERROR, file + ": " + each + ".")));
  }

  private void patterns(Query query) {
    long orphans =
        query.count(
            "SELECT COUNT(*) FROM patterns WHERE id NOT IN"
                + " (SELECT pattern_row FROM pattern_sources)");
    if (orphans > 0) {
      findings.add(
          new Finding(
              Level.WARNING,
              orphans + " rows of patterns do not say which session archived them."));
    }
  }
}
