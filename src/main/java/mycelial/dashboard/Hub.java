package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Reads for all open pages at once: one thread reads the databases and writes each update down
 * once, another hears prices. Both rest while nobody looks, and the first never takes more than a
 * tenth of a processor. Safe for several threads.
 */
final class Hub implements AutoCloseable {
  /** Pages that may be open at a time. */
  static final int MOST_CLIENTS = 64;

  private static final long INTERVAL_MILLIS = 250;
  private static final long REST_MILLIS = 1500;
  private static final long LONGEST_MILLIS = 5000;
  private static final int SHARE = 10;
  private static final long JOIN_MILLIS = 5000;

  private final CopyOnWriteArrayList<Client> clients = new CopyOnWriteArrayList<>();
  private final Object bell = new Object();
  private final SessionView view;
  private final Listener listener;
  private final Thread poller = new Thread(this::poll, "dashboard-poller");
  private final Thread ear = new Thread(this::hear, "dashboard-prices");
  private volatile boolean closed;
  private long number;

  Hub(Subject subject) {
    Prices prices = new Prices();
    this.view = new SessionView(subject, prices);
    this.listener = new Listener(subject, prices);
    poller.setDaemon(true);
    ear.setDaemon(true);
  }

  void start() {
    poller.start();
    ear.start();
  }

  /** A place for one more page; empty when there is none. */
  Optional<Client> join() {
    Client client = new Client();
    synchronized (bell) {
      if (closed || clients.size() >= MOST_CLIENTS) {
        return Optional.empty();
      }
      clients.add(client);
      bell.notifyAll();
    }
    return Optional.of(client);
  }

  void leave(Client client) {
    client.close();
    clients.remove(client);
  }

  int clients() {
    return clients.size();
  }

  private boolean isWatched() {
    return !closed && !clients.isEmpty();
  }

  private void poll() {
    try {
      while (!closed) {
        awaitClient();
        long began = System.nanoTime();
        turn();
        long took = (System.nanoTime() - began) / 1_000_000;
        rest(Math.clamp(took * SHARE, INTERVAL_MILLIS, LONGEST_MILLIS));
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      view.close();
    }
  }

  private void turn() {
    ObjectNode update = view.update();
    if (!update.isEmpty()) {
      number++;
      byte[] frame = frame("update", update.put("v", number));
      clients.forEach(client -> client.offer(frame));
    }
    byte @Nullable [] snapshot = null;
    for (Client client : clients) {
      if (client.needsSnapshot()) {
        snapshot =
            snapshot == null ? frame("snapshot", view.snapshot().put("v", number)) : snapshot;
        client.restart(snapshot);
      }
    }
  }

  /** An event of the stream; JSON has no line breaks outside texts, and inside they are escaped. */
  private static byte[] frame(String event, ObjectNode data) {
    return ("event: " + event + "\ndata: " + Json.text(data) + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void awaitClient() throws InterruptedException {
    synchronized (bell) {
      while (!closed && clients.isEmpty()) {
        bell.wait();
      }
    }
  }

  /** Until the time is over, or a page waits for its snapshot. */
  private void rest(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    synchronized (bell) {
      long left = millis;
      while (!closed && left > 0 && clients.stream().noneMatch(Client::needsSnapshot)) {
        bell.wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
  }

  private void hear() {
    try {
      while (!closed) {
        awaitClient();
        listener.listen(this::isWatched);
        pause();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws InterruptedException {
    long end = System.nanoTime() + REST_MILLIS * 1_000_000;
    synchronized (bell) {
      long left = REST_MILLIS;
      while (!closed && left > 0) {
        bell.wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
  }

  @Override
  public void close() {
    synchronized (bell) {
      closed = true;
      bell.notifyAll();
    }
    clients.forEach(Client::close);
    ear.interrupt();
    try {
      poller.join(JOIN_MILLIS);
      ear.join(JOIN_MILLIS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
