package mycelial.feed.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Calls of private endpoints, signed. Keys that were refused once are never tried again: Kraken
 * locks out whoever insists. Safe for use by several threads.
 */
final class SignedCalls implements AutoCloseable {
  private static final String PRIVATE = "/0/private/";
  private static final double MICROS = 1e6;
  private final HttpCalls calls;
  private final KrakenKeys keys;
  private final ScaledClock clock;
  private final Limiter limiter;
  private long lastNonce;
  private @Nullable KrakenException refusal;

  SignedCalls(KrakenSettings settings, ScaledClock clock, KrakenKeys keys) {
    this.calls = new HttpCalls(settings);
    this.keys = keys;
    this.clock = clock;
    this.limiter = new Limiter(clock, settings.callsPerSecond());
  }

  /**
   * What stands under {@code result} of the answer.
   *
   * @param parameters of the form, encoded, without a nonce
   * @throws KrakenException when the call fails; it is made once
   */
  synchronized JsonNode post(String endpoint, String parameters) {
    if (refusal != null) {
      throw refusal;
    }
    try {
      limiter.acquire();
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      throw new KrakenException(Kind.UNREACHABLE, "the call was given up: the session ends", ends);
    }
    long nonce = Math.max(lastNonce + 1, (long) (clock.seconds() * MICROS));
    lastNonce = nonce;
    String form = "nonce=" + nonce + "&" + parameters;
    String path = PRIVATE + endpoint;
    String sign = keys.sign(path, nonce, form);
    try {
      byte[] answer =
          calls.post(path, form, KrakenRest.MEGABYTE, "API-Key", keys.key(), "API-Sign", sign);
      return Answers.result(endpoint, answer);
    } catch (KrakenException failure) {
      if (failure.kind() == Kind.AUTH) {
        refusal = failure;
      }
      throw failure;
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
