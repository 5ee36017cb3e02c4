package mycelial.bus.redis;

import org.jspecify.annotations.Nullable;

/**
 * Where a Redis server listens and how to log in.
 *
 * @param host name or address
 * @param port TCP port
 * @param user ACL user, or null for the default user
 * @param password or null when none is needed; never shown
 * @param tls whether to use TLS; the certificate must be for this host
 */
public record RedisEndpoint(
    String host, int port, @Nullable String user, @Nullable String password, boolean tls) {
  /**
   * @throws IllegalArgumentException when host or port cannot be
   */
  public RedisEndpoint {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the Redis host is empty");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("Redis port " + port + " is not between 1 and 65535");
    }
  }

  /** Host and port, nothing secret. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
