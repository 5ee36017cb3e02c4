package mycelial.colony;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does something to a run on another thread, several times, each time after so many instants, while
 * the run goes on; the next time waits until the last is done.
 */
final class Interference implements ColonyKit.Watcher, AutoCloseable {
  /** What is done. */
  interface Act {
    void run() throws Exception;
  }

  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final int times;
  private final long every;
  private final Act act;
  private Future<?> last = CompletableFuture.completedFuture(null);
  private int begun;

  Interference(int times, long every, Act act) {
    this.times = times;
    this.every = every;
    this.act = act;
  }

  @Override
  public void after(Colony colony, long instants) {
    if (instants % every == 0 && begun <= times) {
      await();
      if (begun++ < times) {
        last =
            worker.submit(() -> {
              act.run();
              return null;
            });
      }
    }
  }

  /** How often it has been done. */
  int done() {
    await();
    return Math.min(begun, times);
  }

  private void await() {
    try {
      last.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("the interference itself failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
