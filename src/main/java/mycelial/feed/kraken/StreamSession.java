package mycelial.feed.kraken;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of WebSocket v2, from its opening to its end. Messages of several fragments are
 * put together, up to a megabyte. The end is told once, by {@link #awaitEnd}.
 */
final class StreamSession implements WebSocket.Listener {
  private static final int LONGEST = KrakenRest.MEGABYTE;
  private final Consumer<String> messages;
  private final StringBuilder text = new StringBuilder();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile long lastHeard = System.nanoTime();
  private volatile String reason = "the connection ended";

  StreamSession(Consumer<String> messages) {
    this.messages = messages;
  }

  @Override
  public void onOpen(WebSocket socket) {
    lastHeard = System.nanoTime();
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    lastHeard = System.nanoTime();
    if (text.length() + part.length() > LONGEST) {
      finish("a message is longer than a megabyte");
      socket.abort();
      return null;
    }
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      try {
        messages.accept(message);
      } catch (KrakenException malformed) {
        finish(malformed.getMessage());
        socket.abort();
        return null;
      }
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String why) {
    finish("Kraken closed the connection (" + code + " " + KrakenErrors.shown(why) + ")");
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    finish("the connection broke (" + failure.getClass().getSimpleName() + ")");
  }

  private void finish(String why) {
    if (end.getCount() > 0) {
      reason = why;
      end.countDown();
    }
  }

  /** Waits for the end; true when it has come. */
  boolean awaitEnd(long nanos) throws InterruptedException {
    return end.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** How long nothing was heard, nanoseconds on the wall. */
  long silence() {
    return System.nanoTime() - lastHeard;
  }

  /** Why it ended, in words. */
  String reason() {
    return reason;
  }
}
