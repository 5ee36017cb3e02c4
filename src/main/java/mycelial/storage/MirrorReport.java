package mycelial.storage;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of copying a memory to a vector server.
 *
 * @param state how it went
 * @param url the server; empty when none is configured
 * @param written entries written by collection
 * @param reason why it is degraded, in words; empty otherwise
 */
public record MirrorReport(State state, String url, Map<String, Integer> written, String reason) {
  /** Nothing configured. */
  public static final MirrorReport OFF = new MirrorReport(State.OFF, "", Map.of(), "");

  /** How it went. */
  public enum State {
    /** No server is configured: the exact index of the session is all there is. */
    OFF,
    /** The server holds what the memory holds. */
    MIRRORED,
    /** The server could not be reached or used; the session's own memory is complete. */
    DEGRADED
  }

  /** Copies the map, in the order of the names. */
  public MirrorReport {
    written = Collections.unmodifiableMap(new TreeMap<>(written));
  }
}
