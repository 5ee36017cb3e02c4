package mycelial.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Locks a folder, or writes down why it cannot; holds the lock until its input ends. */
final class ChildLocker {
  private ChildLocker() {}

  /** Takes the folder and the file for the outcome. */
  public static void main(String[] arguments) throws IOException {
    Path outcome = Path.of(arguments[1]);
    try (SessionLock lock = SessionLock.acquire(Path.of(arguments[0]), "child")) {
      Files.writeString(outcome, "locked " + lock.hashCode() + "\n", StandardCharsets.UTF_8);
      System.in.read();
    } catch (StorageException e) {
      Files.writeString(outcome, e.getMessage() + "\n", StandardCharsets.UTF_8);
    }
  }
}
