package mycelial.dashboard;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A page that is open: what it has not been sent yet, at most {@value #MOST} frames. One that falls
 * further behind loses them all and is given a snapshot instead. Safe for several threads.
 */
final class Client {
  static final int MOST = 12;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
  private boolean needsSnapshot = true;
  private boolean closed;
  private long dropped;

  /** Gives it an update; ignored while it waits for a snapshot. */
  void offer(byte[] update) {
    lock.lock();
    try {
      if (needsSnapshot || closed) {
        return;
      }
      if (frames.size() == MOST) {
        dropped += frames.size();
        frames.clear();
        needsSnapshot = true;
        return;
      }
      frames.add(update);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Gives it everything. */
  void restart(byte[] snapshot) {
    lock.lock();
    try {
      frames.clear();
      frames.add(snapshot);
      needsSnapshot = false;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean needsSnapshot() {
    lock.lock();
    try {
      return needsSnapshot && !closed;
    } finally {
      lock.unlock();
    }
  }

  /** How many frames it was not sent because it read too slowly. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /** The next frame, or null when there is none in that time. */
  byte @Nullable [] next(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (frames.isEmpty() && !closed && left > 0) {
        left = filled.awaitNanos(left);
      }
      return frames.poll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }
}
