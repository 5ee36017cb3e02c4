package mycelial.dashboard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections on which no whole request arrives in time, however steadily their bytes drip:
 * the server's own limits count silence only. Safe for several threads.
 */
final class Reaper extends AbstractLifeCycle implements Connection.Listener {
  private static final long INTERVAL_MILLIS = 1000;

  private final long patienceNanos;
  private final Map<Connection, Standing> connections = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("dashboard-reaper").factory());

  /** How many requests a connection had brought when they last grew, or were being served. */
  private record Standing(long requests, long since) {}

  Reaper(long patienceMillis) {
    patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
  }

  @Override
  protected void doStart() {
    var _ =
        clock.scheduleWithFixedDelay(
            this::reap, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    clock.shutdownNow();
  }

  @Override
  public void onOpened(Connection connection) {
    connections.put(connection, new Standing(0, System.nanoTime()));
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  private void reap() {
    long now = System.nanoTime();
    connections.forEach((connection, standing) -> {
      long requests = connection.getMessagesIn();
      boolean serving = requests > connection.getMessagesOut();
      if (serving || requests != standing.requests()) {
        connections.replace(connection, new Standing(requests, now));
      } else if (now - standing.since() > patienceNanos) {
        connection.close();
      }
    });
  }
}
