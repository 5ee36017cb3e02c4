package mycelial.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mycelial.ledger.TradeStore.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The writer's side of one database: transactions and prepared statements. Used by one thread at a
 * time. Every method but {@link #discard} throws {@link StoreException} when SQLite reports
 * trouble; the connection must then be discarded, because after some errors the driver would commit
 * each further statement by itself.
 */
final class OpenDatabase {
  private final Path file;
  private final Connection connection;
  private final int retries;
  private final @Nullable Object identity;
  private final Map<Sql, PreparedStatement> statements = new EnumMap<>(Sql.class);
  private boolean inTransaction;

  private OpenDatabase(Path file, Connection connection, int retries) {
    this.file = file;
    this.connection = connection;
    this.retries = retries;
    this.identity = identity(file);
  }

  static OpenDatabase open(Path folder, DatabaseKind kind, WriterSettings settings) {
    Connection connection = Database.open(folder, kind, settings);
    return new OpenDatabase(kind.file(folder), connection, settings.retries());
  }

  /**
   * Runs a statement in the current transaction, which it begins where none is open.
   *
   * @return how many rows it changed
   */
  int execute(Row row) {
    try {
      if (!inTransaction) {
        begin();
      }
      PreparedStatement statement = statement(row.sql());
      List<@Nullable Object> values = row.values();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Commits the current transaction, if there is one. */
  void commit() {
    if (!inTransaction) {
      return;
    }
    try {
      Pragmas.run(connection, "COMMIT");
      inTransaction = false;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Moves what the write-ahead log holds into the database itself, as far as readers let it.
   *
   * @param mode PASSIVE or TRUNCATE
   */
  void checkpoint(String mode) {
    try {
      Pragmas.query(connection, "PRAGMA wal_checkpoint(" + mode + ")");
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Fails when the file has been deleted or replaced: what is written then would be lost. */
  void verifyFile() {
    if (Files.notExists(file) || !Objects.equals(identity, identity(file))) {
      String sentence =
          "Cannot write to "
              + file
              + ": the file has been deleted or replaced while it was open; restore it and resume"
              + " the session.";
      throw new StoreException(sentence, new IOException("not the file that was opened"));
    }
  }

  void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Gives the connection up because of {@code cause}; an open transaction is rolled back. */
  void discard(Throwable cause) {
    Database.close(connection, cause);
  }

  /** Reads what is stored; before the writer starts. */
  Query query() {
    return new Query(connection, file);
  }

  Path file() {
    return file;
  }

  /** IMMEDIATE takes the write lock at once: taken later, its loss would not wait its time. */
  private void begin() throws SQLException {
    for (int attempt = 0; ; attempt++) {
      try {
        Pragmas.run(connection, "BEGIN IMMEDIATE");
        inTransaction = true;
        return;
      } catch (SQLException e) {
        if (!Reasons.isBusy(e) || attempt == retries) {
          throw e;
        }
      }
    }
  }

  private PreparedStatement statement(Sql sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql.text());
      statements.put(sql, statement);
    }
    return statement;
  }

  private StoreException failure(SQLException e) {
    return new StoreException(Reasons.sentence("Cannot write to", file, e), e);
  }

  /** Device and inode; null on file systems without such keys. */
  private static @Nullable Object identity(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      throw new StoreException("Cannot look at " + file + " (" + e + "); check the folder.", e);
    }
  }
}
