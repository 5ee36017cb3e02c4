package mycelial.colony;

import java.util.Optional;
import mycelial.feed.Arrival;

/**
 * Bars entries while this machine lags behind the exchange: what an agent decides then rests on a
 * market that has moved on. The first instants of a session lie in the past and are no lag.
 */
final class Lag {
  private static final String CAUSE = "lag";
  private static final double LIMIT_SECONDS = 2;
  private static final double GONE_SECONDS = 0.5;

  private boolean caughtUp;
  private boolean barred;

  /**
   * Looks at an instant's delay, seconds on the wall; what is to be said about it, if anything is
   * new.
   */
  Optional<Arrival> look(double seconds) {
    if (!caughtUp) {
      caughtUp = seconds < GONE_SECONDS;
      return Optional.empty();
    }
    if (!barred && seconds > LIMIT_SECONDS) {
      barred = true;
      String reason = "this machine lags %.1f s behind".formatted(seconds);
      return Optional.of(new Arrival.Access(CAUSE, null, false, reason));
    }
    if (barred && seconds < GONE_SECONDS) {
      barred = false;
      return Optional.of(new Arrival.Access(CAUSE, null, true, "this machine has caught up"));
    }
    return Optional.empty();
  }
}
