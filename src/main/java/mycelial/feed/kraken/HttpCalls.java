package mycelial.feed.kraken;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mycelial.feed.http.BoundedHttp;
import mycelial.feed.http.HttpAnswer;
import mycelial.feed.http.HttpFailure;
import mycelial.feed.kraken.KrakenException.Kind;

/**
 * One HTTP call, bounded: a deadline over all of it on the wall, a cap on the body, no redirects.
 * Every failure is a {@link KrakenException}. Safe for use by several threads.
 */
final class HttpCalls implements AutoCloseable {
  private static final String AGENT = "mycelial-finance/1";
  private final BoundedHttp http;
  private final KrakenSettings settings;

  HttpCalls(KrakenSettings settings) {
    this.settings = settings;
    this.http = new BoundedHttp(Duration.ofSeconds(settings.deadlineSeconds()), System::nanoTime);
  }

  /** The client, for what is no call. */
  HttpClient client() {
    return http.client();
  }

  /** The body of a path below the base address. */
  byte[] get(String path, int cap) {
    return send(HttpRequest.newBuilder(at(path)).GET(), cap);
  }

  /** The body that answers a form posted with those headers (name, value, name, value ...). */
  byte[] post(String path, String form, int cap, String... headers) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8)),
        cap);
  }

  private URI at(String path) {
    return URI.create(settings.rest() + path);
  }

  private byte[] send(HttpRequest.Builder builder, int cap) {
    try {
      HttpAnswer answer = http.call(builder.header("User-Agent", AGENT).build(), cap);
      requireSuccess(answer.status());
      return answer.body();
    } catch (HttpFailure failure) {
      throw new KrakenException(kind(failure.kind()), failure.getMessage(), failure);
    }
  }

  private static Kind kind(HttpFailure.Kind kind) {
    return switch (kind) {
      case DNS -> Kind.DNS;
      case REFUSED -> Kind.REFUSED;
      case TLS -> Kind.TLS;
      case TOO_LARGE -> Kind.MALFORMED;
      case TIMEOUT, REDIRECT, BROKEN, GIVEN_UP -> Kind.UNREACHABLE;
    };
  }

  private void requireSuccess(int status) {
    String said = settings.server() + " answers with HTTP status " + status;
    if (status == 429) {
      throw new KrakenException(Kind.THROTTLED, said + ": too many calls");
    } else if (status >= 300 && status < 400) {
      throw new KrakenException(
          Kind.UNREACHABLE,
          said + ", a redirect: something stands between here and Kraken, such as a sign-in page");
    } else if (status >= 400) {
      throw new KrakenException(Kind.SERVICE, said);
    }
  }

  /** Gives up every call. */
  @Override
  public void close() {
    http.close();
  }
}
