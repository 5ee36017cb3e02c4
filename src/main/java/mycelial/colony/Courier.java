package mycelial.colony;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import mycelial.bus.MessageBus;
import mycelial.message.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Takes rounds to the bus. Directly, which is fastest: the model's thread waits and keeps the
 * schedule's monitor. Or sharing the monitor: a thread of the courier's own waits for Redis, and
 * the model's thread waits on the monitor, which others can have meanwhile, so that MASON's window
 * answers while Redis does not. A round that takes long or whose wait is interrupted stays under
 * way; the next call with the same messages goes on waiting for it.
 */
final class Courier implements AutoCloseable {
  /** After this long a caller gets the word back. */
  private static final long PATIENCE_MILLIS = 100;

  /** A round on its way. */
  private final class Errand extends FutureTask<List<Envelope>> {
    private final Object waiting;

    Errand(List<Envelope> outgoing, Object waiting) {
      super(() -> bus.round(outgoing));
      this.waiting = waiting;
    }

    @Override
    protected void done() {
      synchronized (waiting) {
        waiting.notifyAll();
      }
    }
  }

  private final MessageBus bus;
  private final @Nullable Object monitor;
  private final @Nullable ExecutorService runner;
  private @Nullable Errand underWay;

  private Courier(MessageBus bus, @Nullable Object monitor, @Nullable ExecutorService runner) {
    this.bus = bus;
    this.monitor = monitor;
    this.runner = runner;
  }

  static Courier direct(MessageBus bus) {
    return new Courier(bus, null, null);
  }

  /**
   * @param monitor the schedule, whose monitor callers of {@link #round} hold
   */
  static Courier sharing(MessageBus bus, Object monitor) {
    return new Courier(
        bus,
        monitor,
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("bus-courier").factory()));
  }

  MessageBus bus() {
    return bus;
  }

  /** What came back, or null when the round is still under way. */
  @Nullable List<Envelope> round(List<Envelope> outgoing) {
    Errand errand = errand(outgoing);
    return errand == null ? bus.round(outgoing) : await(errand) ? result(errand) : null;
  }

  /** What came back, however long it takes; an interrupt neither ends the wait nor is lost. */
  List<Envelope> wholeRound(List<Envelope> outgoing) {
    Errand errand = errand(outgoing);
    return errand == null ? bus.round(outgoing) : result(errand);
  }

  private @Nullable Errand errand(List<Envelope> outgoing) {
    if (monitor == null || runner == null) {
      return null;
    }
    Errand errand = underWay;
    if (errand == null) {
      errand = new Errand(List.copyOf(outgoing), monitor);
      underWay = errand;
      runner.execute(errand);
    }
    return errand;
  }

  /** One wait. */
  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's, who comes again
  private static boolean await(Errand errand) {
    try {
      if (!errand.isDone()) {
        errand.waiting.wait(PATIENCE_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return errand.isDone();
  }

  private List<Envelope> result(Errand errand) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          List<Envelope> delivered = errand.get();
          underWay = null;
          return delivered;
        } catch (InterruptedException again) {
          interrupted = true;
        } catch (ExecutionException failed) {
          throw unwrapped(failed);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unwrapped(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException("the round has failed", failed);
  }

  /** To be called after the bus is closed, with which a round under way ends. */
  @Override
  public void close() {
    if (runner != null) {
      runner.shutdown();
    }
  }
}
