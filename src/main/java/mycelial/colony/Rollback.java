package mycelial.colony;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Closes what has been opened, last first, unless told to keep it: for opening several things of
 * which one may fail.
 */
final class Rollback implements AutoCloseable {
  private final ArrayDeque<Runnable> opened = new ArrayDeque<>();

  <T> T add(T resource, Consumer<? super T> release) {
    opened.push(() -> release.accept(resource));
    return resource;
  }

  void keep() {
    opened.clear();
  }

  /** Closes everything even when closing some of it fails; the last failure is thrown. */
  @Override
  public void close() {
    Runnable release = opened.poll();
    if (release != null) {
      try {
        release.run();
      } finally {
        close();
      }
    }
  }
}
