package mycelial.feed;

/**
 * A way to a source that lives: it watches the outside on threads of its own and hands over what
 * becomes known. It never throws for trouble outside: it says so ({@link Arrival.Access}, {@link
 * Arrival.MoatChange}), retries, and says when the trouble is over.
 */
public interface Connector extends AutoCloseable {
  /** Begins to watch; called once, by any thread. Returns at once. */
  void start(Arrivals sink);

  /** What it is connected to, in words without secrets, for reports. */
  String description();

  /** Ends every thread and connection, within seconds; idempotent. */
  @Override
  void close();
}
