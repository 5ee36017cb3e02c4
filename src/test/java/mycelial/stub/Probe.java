package mycelial.stub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a client sees of a stub: asks it as any program would. */
final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StubExchange exchange;
  private final HttpClient client = HttpClient.newHttpClient();

  Probe(StubExchange exchange) {
    this.exchange = exchange;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(exchange.url() + path)).timeout(PATIENCE);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  InputStream stream(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return Json.read(get(path).body());
  }

  /** The one result of an answer that is not {@code last}. */
  JsonNode rows(String path) throws IOException, InterruptedException {
    return json(path).path("result").iterator().next();
  }

  Stream stream() {
    return new Stream(client, exchange.webSocketUrl());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** A WebSocket connection: what has arrived waits to be taken. */
  static final class Stream implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Stream(HttpClient client, URI url) {
      socket = client.newWebSocketBuilder().buildAsync(url, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        arrived.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      arrived.add("closed");
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      arrived.add("closed");
    }

    void send(String message) {
      socket.sendText(message, true).join();
    }

    /** The next message of any kind; null when none came in time. */
    @Nullable String raw(Duration patience) throws InterruptedException {
      return arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next message that says {@code field}: {@code value}, passing over others. */
    JsonNode next(String field, String value) throws IOException, InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        String text = arrived.poll(100, TimeUnit.MILLISECONDS);
        if (text != null && text.startsWith("{")) {
          JsonNode message = Json.read(text);
          if (message.path(field).asText().equals(value)) {
            return message;
          }
        }
      }
      throw new AssertionError("no message with " + field + " " + value + " came");
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
