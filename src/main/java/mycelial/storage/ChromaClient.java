package mycelial.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a ChromaDB server: its REST interface v2 (docs.trychroma.com, "Chroma API reference"),
 * default tenant and database. Every call ends within a deadline that counts the answer's body too,
 * follows no redirection and reads a bounded answer. Safe for one thread.
 */
final class ChromaClient implements AutoCloseable {
  private static final String DATABASE = "/tenants/default_tenant/databases/default_database";
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
  private static final int LONGEST_QUOTE = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final Duration deadline;
  private final HttpClient http;

  /**
   * @param url scheme, host and port
   * @param deadline of each call
   */
  ChromaClient(String url, Duration deadline) {
    this.base = url + "/api/v2";
    this.deadline = deadline;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(deadline)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Whether there is such a server: fails if not. */
  void heartbeat() throws ChromaException {
    if (!call("GET", "/heartbeat", null).has("nanosecond heartbeat")) {
      throw new ChromaException(base + " is no ChromaDB server: its heartbeat is missing");
    }
  }

  /** The id of a collection, which is made if there is none of that name. */
  String collection(String name) throws ChromaException {
    ObjectNode body = JSON.createObjectNode().put("name", name).put("get_or_create", true);
    String id = call("POST", DATABASE + "/collections", body).path("id").asText();
    if (!id.matches("[0-9a-fA-F-]{36}")) {
      throw new ChromaException(
          "the server gave collection " + name + " the id '" + quote(id) + "'");
    }
    return id;
  }

  /** Adds records, or replaces those of the same ids. */
  void upsert(String collection, ObjectNode records) throws ChromaException {
    call("POST", DATABASE + "/collections/" + collection + "/upsert", records);
  }

  /** How many records a collection has. */
  int count(String collection) throws ChromaException {
    return call("GET", DATABASE + "/collections/" + collection + "/count", null).asInt(-1);
  }

  private JsonNode call(String method, String path, @Nullable JsonNode body)
      throws ChromaException {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method(method, sent)
            .build();
    HttpResponse<byte[]> answer = await(request);
    try {
      if (answer.statusCode() / 100 != 2) {
        throw new ChromaException(
            method
                + " "
                + path
                + " was answered with "
                + answer.statusCode()
                + ": "
                + quote(new String(answer.body(), StandardCharsets.UTF_8)));
      }
      JsonNode read = JSON.readTree(answer.body());
      return read == null ? JSON.nullNode() : read;
    } catch (IOException malformed) {
      throw new ChromaException(method + " " + path + " was not answered in JSON", malformed);
    }
  }

  private HttpResponse<byte[]> await(HttpRequest request) throws ChromaException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return coming.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new ChromaException(
          base + " did not answer within " + deadline.toMillis() + " ms", late);
    } catch (ExecutionException failed) {
      throw new ChromaException(base + " cannot be used: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new ChromaException("interrupted while waiting for " + base, interrupted);
    }
  }

  private static String quote(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
