package mycelial.config;

/**
 * Patience with Redis; its address is a secret (see {@link Secrets}).
 *
 * @param barrierTimeoutMillis a round not complete by then is void and published again,
 *     milliseconds
 * @param giveUpSeconds a session without Redis for this long ends, seconds
 */
public record RedisSettings(int barrierTimeoutMillis, int giveUpSeconds) {

  static RedisSettings read(Section in) {
    return new RedisSettings(
        in.integer("barrier-timeout-millis", 2000, 10, 60_000),
        in.integer("give-up-seconds", 600, 1, 86_400));
  }
}
