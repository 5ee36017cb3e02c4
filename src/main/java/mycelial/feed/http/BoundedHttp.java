package mycelial.feed.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import mycelial.feed.http.HttpFailure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Calls with a deadline over the whole of each on the wall and a cap on the body. Any status is an
 * answer. Safe for use by several threads.
 */
public final class BoundedHttp implements AutoCloseable {
  private static final int MOST_REDIRECTS = 3;

  private final HttpClient client;
  private final Duration deadline;
  private final LongSupplier nanoTime;

  /**
   * A client of its own.
   *
   * @param deadline for a call, its redirects included
   * @param nanoTime a monotonic clock of the wall in nanoseconds
   */
  public BoundedHttp(Duration deadline, LongSupplier nanoTime) {
    this.deadline = deadline;
    this.nanoTime = nanoTime;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline)
            .build();
  }

  /** The client, for what is no call. */
  public HttpClient client() {
    return client;
  }

  /**
   * The answer to a request; a redirect is one, too.
   *
   * @param cap most bytes of the body
   * @throws HttpFailure when there is none
   */
  public HttpAnswer call(HttpRequest request, int cap) throws HttpFailure {
    return send(request, cap, nanoTime.getAsLong() + deadline.toNanos());
  }

  /**
   * The answer of an address; redirects are followed within the same host only.
   *
   * @param headers of the request, by name
   * @param cap most bytes of the body
   * @throws HttpFailure when there is none
   */
  public HttpAnswer get(URI address, Map<String, String> headers, int cap) throws HttpFailure {
    long end = nanoTime.getAsLong() + deadline.toNanos();
    URI at = address;
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(at).GET();
      headers.forEach(request::setHeader);
      HttpAnswer answer = send(request.build(), cap, end);
      if (!isRedirect(answer.status())) {
        return answer;
      }
      at = next(at, answer);
    }
    throw new HttpFailure(
        Kind.REDIRECT,
        Failures.name(address) + " redirects more than " + MOST_REDIRECTS + " times");
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static URI next(URI from, HttpAnswer answer) throws HttpFailure {
    String location = answer.header("location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException malformed) {
      throw new HttpFailure(
          Kind.REDIRECT, Failures.name(from) + " redirects to what is no address", malformed);
    }
    if (location.isEmpty() || !isSameServer(from, to)) {
      throw new HttpFailure(
          Kind.REDIRECT,
          Failures.name(from)
              + " redirects to another host: something stands in the way, such as a sign-in page");
    }
    return to;
  }

  private static boolean isSameServer(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(lower(one.getAuthority()), lower(other.getAuthority()));
  }

  private static String lower(String authority) {
    return String.valueOf(authority).toLowerCase(Locale.ROOT);
  }

  private HttpAnswer send(HttpRequest request, int cap, long end) throws HttpFailure {
    URI uri = request.uri();
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, head -> new CappedBody(cap));
    try {
      HttpResponse<byte[]> response =
          call.get(Math.max(0, end - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
      return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException slow) {
      throw new HttpFailure(
          Kind.TIMEOUT,
          Failures.name(uri) + " has not answered within " + deadline.toMillis() + " ms",
          slow);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      throw new HttpFailure(Kind.GIVEN_UP, "the call was given up", ends);
    } catch (ExecutionException failed) {
      throw trouble(uri, failed.getCause() == null ? failed : failed.getCause());
    } catch (CancellationException closed) {
      throw new HttpFailure(Kind.GIVEN_UP, "the call was given up", closed);
    } finally {
      call.cancel(true);
    }
  }

  /** A failure of the call; anything but a failure of input and output is a bug. */
  private static HttpFailure trouble(URI uri, @Nullable Throwable cause) {
    if (cause instanceof IOException) {
      return Failures.of(uri, cause);
    }
    throw new IllegalStateException("a call cannot fail so", cause);
  }

  /** Gives up every call and ends the client's threads. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
