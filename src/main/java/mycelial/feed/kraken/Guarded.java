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
    told(
        subject,
        () -> {
          call.run();
          return true;
        });
  }

  /**
   * Makes a call about a subject, again while it fails in a way that passes.
   *
   * @throws KrakenException the last failure; a lockout is not waited for
   */
  <T> T patiently(String subject, Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        breaker.obstacle(subject).filter(Guarded::isHopeless).ifPresent(Guarded::refuse);
        Waits.until(clock, breaker.opensAt(subject));
        limiter.acquire();
        return told(subject, call);
      } catch (KrakenException failure) {
        if (isHopeless(failure) || attempt == ATTEMPTS) {
          throw failure;
        }
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
        throw new KrakenException(Kind.UNREACHABLE, subject + ": given up, the session ends", ends);
      }
    }
  }

  private <T> T told(String subject, Supplier<T> call) {
    try {
      T answer = call.get();
      breaker.succeeded(subject);
      return answer;
    } catch (KrakenException failure) {
      breaker.failed(subject, failure);
      throw failure;
    }
  }

  /** Waiting does not help, or not soon. */
  private static boolean isHopeless(KrakenException failure) {
    return !failure.isTransient() || failure.kind() == Kind.LOCKED_OUT;
  }

  private static void refuse(KrakenException cause) {
    throw cause;
  }
}
