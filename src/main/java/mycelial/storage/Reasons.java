package mycelial.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns SQLite's result codes into sentences: what failed, which file, why, what to do. */
final class Reasons {
  private Reasons() {}

  static String sentence(String what, Path file, SQLException e) {
    return what + " " + file + ": " + reason(primaryCode(e), e) + ".";
  }

  static boolean isBusy(SQLException e) {
    SQLiteErrorCode code = primaryCode(e);
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
  }

  /** Whether the file is something else than a database. */
  static boolean isNoDatabase(SQLException e) {
    return primaryCode(e) == SQLiteErrorCode.SQLITE_NOTADB;
  }

  /** SQLite's extended codes carry the primary code in their lowest byte. */
  private static SQLiteErrorCode primaryCode(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static String reason(SQLiteErrorCode code, SQLException e) {
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "the database is locked by another process; stop the process that uses it and try again";
      case SQLITE_FULL -> "the disk is full; free some space and resume the session";
      case SQLITE_NOTADB -> "the file is not a SQLite database; move it away or restore a backup";
      case SQLITE_CORRUPT -> "the database is damaged; restore a backup";
      case SQLITE_READONLY, SQLITE_PERM ->
          "the file or its folder is read-only; make both writable or choose another folder";
      case SQLITE_CANTOPEN ->
          "the file cannot be opened; check that its folder exists and is writable";
      case SQLITE_IOERR -> "the disk reported an error; check the disk and resume the session";
      default -> e.getMessage() + "; run the database check";
    };
  }
}
