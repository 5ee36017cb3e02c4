package mycelial.bus.redis;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a session uses its bus.
 *
 * @param session id of the session, letters, digits, dots, colons, dashes and underscores
 * @param prefix put before every channel name, may be empty
 * @param endpoint the Redis server
 * @param controlToken key with which operators sign their commands; not copied, never shown
 * @param barrierTimeout a round of which nothing comes back for so long before its barrier is void
 * @param giveUp how long Redis may be away before a round fails
 */
@SuppressWarnings("ArrayRecordComponent") // options are handed over once and never compared
public record BusOptions(
    String session,
    String prefix,
    RedisEndpoint endpoint,
    byte[] controlToken,
    Duration barrierTimeout,
    Duration giveUp) {
  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  /**
   * @throws IllegalArgumentException naming the value that is not usable
   */
  public BusOptions {
    if (!SESSION.matcher(session).matches()) {
      throw new IllegalArgumentException(
          "session id '" + session + "' is not 1 to 100 of A-Z, a-z, 0-9, '.', '_', ':', '-'");
    }
    if (controlToken.length == 0) {
      throw new IllegalArgumentException("the control token is empty");
    }
    if (!barrierTimeout.isPositive() || giveUp.isNegative()) {
      throw new IllegalArgumentException(
          "timeouts " + barrierTimeout + " and " + giveUp + " must not be negative");
    }
  }

  /** Two seconds for a barrier, ten minutes until giving up. */
  public static BusOptions defaults(
      String session, String prefix, RedisEndpoint endpoint, byte[] controlToken) {
    return new BusOptions(
        session, prefix, endpoint, controlToken, Duration.ofSeconds(2), Duration.ofMinutes(10));
  }

  @Override
  public String toString() {
    return "BusOptions[" + session + ", '" + prefix + "', " + endpoint + "]";
  }
}
