package mycelial.config;

/**
 * How long a paper session is.
 *
 * @param hours hours traded
 * @param warmUpHours hours of past bars played before with trading off
 * @param lagLimitSeconds when the machine lags more than this, no position is opened, seconds
 */
public record SessionSettings(int hours, int warmUpHours, int lagLimitSeconds) {

  static SessionSettings read(Section in) {
    return new SessionSettings(
        in.integer("hours", 24, 1, 8784),
        in.integer("warm-up-hours", 72, 0, 8784),
        in.integer("lag-limit-seconds", 2, 1, 3600));
  }
}
