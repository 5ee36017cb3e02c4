package mycelial.feed.kraken;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where Kraken is and how patient its adapter is. Seconds are the exchange's, but for the deadline
 * of a call, which is the wall's. Immutable.
 *
 * @param rest base address of REST, without {@code /0}
 * @param stream address of WebSocket v2
 * @param callsPerSecond public calls in a second
 * @param graceSeconds a bar is closed so long after its end where no newer one closes it
 * @param lateSeconds a bar that becomes known later than this after its end is late
 * @param staleSeconds data that does not change for so long is frozen
 * @param pairStaleSeconds the same for a single pair, where others change
 * @param deadlineSeconds longest time of one call, wall seconds
 * @param seed of the jitter between attempts
 */
public record KrakenSettings(
    URI rest,
    URI stream,
    double callsPerSecond,
    int graceSeconds,
    int lateSeconds,
    int staleSeconds,
    int pairStaleSeconds,
    int deadlineSeconds,
    long seed) {
  private static final String KRAKEN = "api.kraken.com";

  /**
   * @throws IllegalArgumentException when a number is not above zero
   */
  public KrakenSettings {
    if (!(callsPerSecond > 0)
        || Math.min(Math.min(graceSeconds, lateSeconds), deadlineSeconds) < 1
        || Math.min(staleSeconds, pairStaleSeconds) < 1) {
      throw new IllegalArgumentException("limits and times of the exchange are above zero");
    }
  }

  /** The usual patience with the server at that address. */
  public static KrakenSettings at(URI rest) {
    return new KrakenSettings(rest, streamOf(rest), 1, 2, 15, 30, 900, 10, 42);
  }

  /** The same with another deadline of a call, wall seconds. */
  public KrakenSettings withDeadline(int seconds) {
    return new KrakenSettings(
        rest,
        stream,
        callsPerSecond,
        graceSeconds,
        lateSeconds,
        staleSeconds,
        pairStaleSeconds,
        seconds,
        seed);
  }

  /** Where WebSocket v2 is beside a REST address: Kraken's own, or {@code /v2} of a stand-in. */
  public static URI streamOf(URI rest) {
    if (KRAKEN.equals(rest.getHost())) {
      return URI.create("wss://ws.kraken.com/v2");
    }
    String scheme = "https".equals(rest.getScheme()) ? "wss" : "ws";
    String path = rest.getPath() == null ? "" : rest.getPath();
    try {
      return new URI(scheme, null, rest.getHost(), rest.getPort(), path + "/v2", null, null);
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException("not an address of a server: " + rest, malformed);
    }
  }

  /** Host and port, for messages. */
  String server() {
    return rest.getAuthority();
  }
}
