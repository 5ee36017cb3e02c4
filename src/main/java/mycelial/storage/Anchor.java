package mycelial.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mycelial.ledger.TradeStore.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Ties down what a session has traded: the chain over its closed trades, kept in {@code trades.db}
 * in the transaction that writes them, and once more in a file beside it after the commit. A
 * database that has lost its write-ahead log looks sound to SQLite, only older; then the file knows
 * of more trades than the database has. Used by one thread at a time.
 */
final class Anchor {
  private final String session;
  private final Path file;
  private TradeChain chain;
  private boolean changed;

  /**
   * What the file says.
   *
   * @param session whose trades
   * @param chain the chain over them
   */
  record Noted(String session, TradeChain chain) {}

  /** Goes on from what the database holds of the session. */
  Anchor(String session, Path database, TradeChain chain) {
    this.session = session;
    this.file = fileOf(database);
    this.chain = chain;
  }

  private static Path fileOf(Path database) {
    return Path.of(database + ".anchor");
  }

  /** Takes in a closed trade that has just been inserted: its three rows. */
  void add(List<Row> rows) {
    List<@Nullable Object> values = new ArrayList<>();
    rows.forEach(row -> values.addAll(row.values()));
    chain = chain.add(values);
    changed = true;
  }

  /** The row to write before the commit; empty when no trade was added since the last one. */
  Optional<Row> row() {
    return changed
        ? Optional.of(Row.of(Sql.ANCHOR, session, chain.trades(), chain.link()))
        : Optional.empty();
  }

  /** To be called after the commit. */
  void committed() {
    if (!changed) {
      return;
    }
    changed = false;
    String text = session + " " + chain.trades() + " " + chain.link() + "\n";
    Path draft = Path.of(file + ".new");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException("Cannot write " + file + " (" + e + "); check the folder.", e);
    }
  }

  /** What is noted beside a database; empty when nothing is. */
  static Optional<Noted> noted(Path database) {
    Path file = fileOf(database);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      String[] parts = Files.readString(file).strip().split(" ", -1);
      if (parts.length == 3 && parts[1].matches("[0-9]{1,18}")) {
        TradeChain chain = new TradeChain(Long.parseLong(parts[1]), parts[2]);
        return Optional.of(new Noted(parts[0], chain));
      }
    } catch (IOException e) {
      throw new StorageException("Cannot read " + file + " (" + e + "); check the folder.", e);
    }
    throw new StorageException(
        "Cannot read "
            + file
            + ": it holds no anchor; delete it if the database is known to be whole.");
  }
}
