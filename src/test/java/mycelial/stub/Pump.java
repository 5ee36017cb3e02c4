package mycelial.stub;

import java.util.concurrent.locks.LockSupport;

/** The thread on which the exchange's seconds pass, each once and in order. */
final class Pump implements AutoCloseable {
  /** What happens in a second. */
  interface Second {
    void pass(long second);
  }

  private final StubState state;
  private final Second what;
  private final Thread thread;
  private volatile boolean closed;

  Pump(StubState state, Second what) {
    this.state = state;
    this.what = what;
    this.thread = Thread.ofPlatform().daemon().name("stub-exchange").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    long second = (long) Math.ceil(state.options().start());
    while (!closed) {
      if (state.now() >= second) {
        what.pass(second);
        second++;
      } else {
        LockSupport.parkNanos(this, Math.max(50_000, state.clock().nanosUntil((double) second)));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
