package mycelial.stub;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One WebSocket connection. What it does not fetch waits here up to a limit; then it is
 * disconnected, as Kraken does. Safe for use by several threads.
 */
final class WsClient {
  private static final int MOST_WAITING = 50_000;

  private final Session session;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean muted;

  WsClient(Session session) {
    this.session = session;
  }

  /** Whether it hears nothing any more. */
  void mute(boolean silent) {
    muted = silent;
  }

  void send(String message) {
    if (muted || !session.isOpen()) {
      return;
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      session.disconnect();
      return;
    }
    session.sendText(
        message, Callback.from(waiting::decrementAndGet, failure -> waiting.decrementAndGet()));
  }

  /** Ends the connection without a word. */
  void disconnect() {
    session.disconnect();
  }
}
