package mycelial.colony;

import java.util.ArrayDeque;

/**
 * Closes what has been opened, last first, unless told to keep it: for opening several things of
 * which one may fail.
 */
final class Rollback implements AutoCloseable {
  private final ArrayDeque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  void keep() {
    opened.clear();
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failed) {
        throw new IllegalStateException(
            "cannot release what was opened: " + failed.getMessage(), failed);
      }
    }
  }
}
