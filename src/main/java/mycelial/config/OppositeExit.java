package mycelial.config;

/** Which opposite ideas close a synthesized position. */
public enum OppositeExit {
  /** One of either stream. */
  EITHER,
  /** Only opposite ideas of both streams, that is a collision. */
  BOTH,
  /** One of the stream whose idea fixed the position's horizon (the mycelial one). */
  SAME_STREAM
}
