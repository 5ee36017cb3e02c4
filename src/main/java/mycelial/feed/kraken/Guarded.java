package mycelial.feed.kraken;

import java.util.function.Supplier;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;

/**
 * Calls of REST within the limit, kept away from what has failed. Safe for use by several threads.
 *
 * @param rest the endpoints
 * @param limiter how many calls a second
 * @param breaker what is left alone for a while
 * @param clock the exchange's time
 */
record Guarded(KrakenRest rest, Limiter limiter, Breaker breaker, ScaledClock clock) {
  /** So often a call is tried before its failure is told. */
  private static final int ATTEMPTS = 6;

  /**
   * Makes a call about a subject in its turn, once.
   *
   * @throws KrakenException when it failed
   */
  void once(String subject, Runnable call) throws InterruptedException {
    limiter.acquire();
    try {
      call.run();
      breaker.succeeded(subject);
    } catch (KrakenException failure) {
      breaker.failed(subject, failure);
      throw failure;
    }
  }

  /**
   * Makes a call about a subject, again while it fails in a way that passes.
   *
   * @throws KrakenException the last failure; a lockout is not waited for
   */
  <T> T patiently(String subject, Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        Waits.until(clock, breaker.opensAt(subject));
        limiter.acquire();
        T answer = call.get();
        breaker.succeeded(subject);
        return answer;
      } catch (KrakenException failure) {
        breaker.failed(subject, failure);
        boolean isHopeless = !failure.isTransient() || failure.kind() == Kind.LOCKED_OUT;
        if (isHopeless || attempt == ATTEMPTS) {
          throw failure;
        }
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
        throw new KrakenException(Kind.UNREACHABLE, subject + ": given up, the session ends", ends);
      }
    }
  }
}
