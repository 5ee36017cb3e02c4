package mycelial.dashboard;

import mycelial.bus.redis.RedisEndpoint;

/**
 * How a running session is reached. Holds secrets.
 *
 * @param endpoint its Redis
 * @param prefix before its channels' names
 * @param token its control token, hexadecimal; signs commands
 */
public record LiveLink(RedisEndpoint endpoint, String prefix, String token) {
  /** Where it is, nothing secret. */
  @Override
  public String toString() {
    return endpoint.toString();
  }
}
