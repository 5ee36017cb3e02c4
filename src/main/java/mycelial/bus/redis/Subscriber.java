package mycelial.bus.redis;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import mycelial.bus.BusException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The receiving side: one link subscribed to every channel, read by a daemon thread that comes back
 * by itself when the link breaks or falls silent. Other threads may ask how it stands.
 */
final class Subscriber implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  private final Connector connector;
  private final List<String> channels;
  private final Inbound inbound;
  private final Backoff backoff = new Backoff();
  private volatile @Nullable Link link;
  private volatile long subscription;
  private volatile @Nullable BusException refusal;
  private volatile boolean closed;
  private long subscriptions;

  Subscriber(Connector connector, List<String> channels, Inbound inbound) {
    this.connector = connector;
    this.channels = List.copyOf(channels);
    this.inbound = inbound;
  }

  /**
   * Subscribes; the thread goes on from there.
   *
   * @throws BusException when it is not possible
   */
  void subscribe() {
    Link fresh = connector.open();
    link = fresh;
    try {
      fresh.subscribe(channels);
    } catch (JedisException failure) {
      fresh.cut();
      throw connector.explain(failure);
    }
    subscription = ++subscriptions;
  }

  /** Number of the subscription in force, 0 while there is none. */
  long subscription() {
    return subscription;
  }

  /** Why there will be none any more, or null. */
  @Nullable BusException refusal() {
    return refusal;
  }

  @Override
  public void run() {
    while (!closed) {
      Link current = link;
      if (subscription != 0 && current != null) {
        listen(current);
        subscription = 0;
        current.cut();
        inbound.lost();
      }
      resubscribe();
    }
  }

  private void listen(Link current) {
    try {
      while (!closed) {
        if (current.getUnflushedObject() instanceof List<?> reply
            && reply.size() == 3
            && reply.get(1) instanceof byte[] channel
            && reply.get(2) instanceof byte[] payload) {
          inbound.received(channel, payload);
          backoff.reset();
        }
      }
    } catch (JedisException broken) {
      if (!closed) {
        LOG.warn("lost the Redis subscription: {}", broken.getMessage());
      }
    }
  }

  private void resubscribe() {
    if (closed) {
      return;
    }
    LockSupport.parkNanos(this, backoff.delay());
    if (closed) {
      return;
    }
    try {
      subscribe();
      inbound.subscribed();
    } catch (BusException failure) {
      LOG.debug("cannot subscribe yet: {}", failure.getMessage());
      if (failure.kind() == BusException.Cause.REFUSED) {
        refusal = failure;
        closed = true;
        inbound.lost();
      }
    }
  }

  boolean isOpen() {
    return subscription != 0;
  }

  /** Ends the thread soon; any thread. */
  void close() {
    closed = true;
    Link current = link;
    if (current != null) {
      current.cut();
    }
  }
}
