package mycelial.feed.kraken;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import mycelial.feed.http.CappedBody;
import mycelial.feed.kraken.KrakenException.Kind;

/**
 * One HTTP call, bounded: a deadline over all of it on the wall, a cap on the body, no redirects.
 * Every failure is a {@link KrakenException}. Safe for use by several threads.
 */
final class HttpCalls implements AutoCloseable {
  private static final String AGENT = "mycelial-finance/1";
  private final HttpClient client;
  private final KrakenSettings settings;

  HttpCalls(KrakenSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(settings.deadlineSeconds()))
            .build();
  }

  /** The client, for what is no call. */
  HttpClient client() {
    return client;
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
    HttpRequest request = builder.header("User-Agent", AGENT).build();
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(request, head -> new CappedBody(cap));
    try {
      HttpResponse<byte[]> answer = call.get(settings.deadlineSeconds(), TimeUnit.SECONDS);
      requireSuccess(answer);
      return answer.body();
    } catch (ExecutionException failed) {
      throw failure(failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException slow) {
      throw new KrakenException(
          Kind.UNREACHABLE,
          settings.server() + " has not answered within " + settings.deadlineSeconds() + " s",
          slow);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      throw new KrakenException(Kind.UNREACHABLE, "the call was given up: the session ends", ends);
    } finally {
      call.cancel(true);
    }
  }

  private void requireSuccess(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
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

  private KrakenException failure(Throwable cause) {
    String server = settings.server();
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
        return new KrakenException(
            Kind.DNS,
            "the name of " + server + " cannot be resolved: check the network and its DNS",
            cause);
      } else if (at instanceof CappedBody.TooLong) {
        return new KrakenException(
            Kind.MALFORMED, server + " answers with " + at.getMessage(), cause);
      } else if (at instanceof SSLException) {
        return new KrakenException(
            Kind.TLS,
            "no trustworthy TLS connection to " + server + ": check the clock and any proxy",
            cause);
      }
    }
    if (cause instanceof ConnectException) {
      return new KrakenException(
          Kind.REFUSED,
          "nobody listens at " + server + ": check the address and any firewall",
          cause);
    }
    if (cause instanceof IOException) {
      return new KrakenException(
          Kind.UNREACHABLE, "the connection to " + server + " broke: check the network", cause);
    }
    throw new IllegalStateException("a call cannot fail so", cause);
  }

  /** Gives up every call. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
