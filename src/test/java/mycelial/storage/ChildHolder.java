package mycelial.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Holds the write lock of a database until its input ends. */
final class ChildHolder {
  private ChildHolder() {}

  /** Takes the database and a file to make when the lock is held. */
  public static void main(String[] arguments) throws IOException, SQLException {
    try (Sqlite database = Sqlite.open(Path.of(arguments[0]))) {
      database.run("BEGIN IMMEDIATE");
      Files.createFile(Path.of(arguments[1]));
      System.in.read();
      database.run("COMMIT");
    }
  }
}
