package mycelial.config;

/**
 * Where the exchange of a live session is and how patient one is with it. Seconds are the
 * exchange's, but for the deadline.
 *
 * @param url base address of REST
 * @param streamUrl address of WebSocket v2
 * @param callsPerSecond public calls in a second
 * @param graceSeconds a bar is closed so long after its end where no newer one closes it
 * @param lateSeconds a bar that becomes known later than this after its end is not traded on
 * @param staleSeconds when nothing changes for so long, the feed is frozen
 * @param pairStaleSeconds the same for a single pair
 * @param deadlineSeconds longest time of one call, wall seconds
 */
public record ExchangeSettings(
    String url,
    String streamUrl,
    double callsPerSecond,
    int graceSeconds,
    int lateSeconds,
    int staleSeconds,
    int pairStaleSeconds,
    int deadlineSeconds) {
  static ExchangeSettings read(Section in) {
    return new ExchangeSettings(
        in.url("url", "https://api.kraken.com", "http", "https"),
        in.url("ws-url", "wss://ws.kraken.com/v2", "ws", "wss"),
        in.real("calls-per-second", 1, 0.1, 20),
        in.integer("grace-seconds", 2, 1, 60),
        in.integer("late-seconds", 15, 1, 3600),
        in.integer("stale-seconds", 30, 5, 3600),
        in.integer("pair-stale-seconds", 900, 60, 86_400),
        in.integer("deadline-seconds", 10, 1, 300));
  }
}
