package mycelial.feed.moat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import mycelial.feed.http.BoundedHttp;
import mycelial.feed.http.HttpAnswer;
import mycelial.feed.http.HttpFailure;

/**
 * Asks one source for JSON within its allowance and says in words what is wrong with an answer.
 * Used by one thread.
 */
final class Fetcher {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int CAP = 8 << 20;

  /** No source is believed that wants to be left alone for longer, seconds. */
  private static final double LONGEST_PAUSE = 2 * 3600.0;

  private final BoundedHttp http;
  private final Map<String, String> headers;
  private final Allowance allowance;
  private final Timer timer;

  Fetcher(BoundedHttp http, Map<String, String> headers, Allowance allowance, Timer timer) {
    this.http = http;
    this.headers = new TreeMap<>(headers);
    this.allowance = allowance;
    this.timer = timer;
  }

  /** What an address says, if it says something else than those validators stand for. */
  Fetched get(URI address, Validators known) throws FeedTrouble, InterruptedException {
    allowance.take();
    Map<String, String> conditional = known.headers(address);
    Map<String, String> all = new TreeMap<>(headers);
    all.putAll(conditional);
    HttpAnswer answer = ask(address, all);
    if (answer.status() == 304 && !conditional.isEmpty()) {
      return new Fetched(null, known);
    }
    requireSuccess(address, answer);
    return new Fetched(json(address, answer), Validators.of(address, answer));
  }

  private HttpAnswer ask(URI address, Map<String, String> all)
      throws FeedTrouble, InterruptedException {
    try {
      return http.get(address, all, CAP);
    } catch (HttpFailure failure) {
      if (failure.kind() == HttpFailure.Kind.GIVEN_UP) {
        throw new InterruptedException("the session ends");
      }
      throw new FeedTrouble(failure.getMessage());
    }
  }

  private void requireSuccess(URI address, HttpAnswer answer) throws FeedTrouble {
    int status = answer.status();
    if (status == 200) {
      return;
    }
    String said = address.getAuthority() + " answers with HTTP status " + status;
    double until = status == 403 || status == 429 || status == 503 ? until(answer) : 0;
    if (until > 0) {
      said += ", and not again before " + Instant.ofEpochSecond((long) Math.ceil(until));
    } else if (status == 403 || status == 429) {
      said += ": it refuses, or there were too many calls";
    }
    throw new FeedTrouble(said, status, until);
  }

  /** When a source that has had enough may be asked again, if it says so; 0 if not. */
  private double until(HttpAnswer answer) {
    double now = timer.now();
    double until = 0;
    OptionalLong pause = answer.number("retry-after");
    OptionalLong reset = answer.number("x-ratelimit-reset");
    if (pause.isPresent()) {
      until = now + pause.getAsLong();
    } else if (answer.number("x-ratelimit-remaining").orElse(1) == 0 && reset.isPresent()) {
      until = reset.getAsLong() + 1.0;
    }
    return until > now ? Math.min(until, now + LONGEST_PAUSE) : 0;
  }

  private static JsonNode json(URI address, HttpAnswer answer) throws FeedTrouble {
    try {
      JsonNode body = MAPPER.readTree(answer.body());
      if (body.isContainerNode()) {
        return body;
      }
    } catch (IOException unreadable) {
      // Its text would quote the answer; what matters is that it is of no use.
      throw new FeedTrouble(
          address.getAuthority()
              + " answers with what is no JSON ("
              + unreadable.getClass().getSimpleName()
              + ")");
    }
    throw new FeedTrouble(address.getAuthority() + " answers with nothing");
  }
}
