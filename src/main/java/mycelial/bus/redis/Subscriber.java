package mycelial.bus.redis;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import mycelial.bus.BusException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The receiving side: one link subscribed to every channel. During a round the model's thread reads
 * it itself, so that Redis wakes the one who waits and nobody in between; a daemon thread reads it
 * while no round is under way, and comes back by itself when the link breaks or falls silent. Who
 * reads holds {@link #reading}. Other threads may ask how it stands.
 */
final class Subscriber implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  /** So long after a round another one is expected, and the daemon leaves the link alone. */
  private static final long LULL = TimeUnit.MILLISECONDS.toNanos(10);

  private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(Link.SILENCE_MILLIS);

  private final Connector connector;
  private final List<String> channels;
  private final Inbound inbound;
  private final Backoff backoff = new Backoff();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Link link;
  private volatile long subscription;
  private volatile @Nullable BusException refusal;
  private volatile boolean closed;
  private volatile boolean inRound;
  private volatile long lastRound = System.nanoTime() - LULL;
  private volatile @Nullable Thread daemon;

  /** When something arrived last; guarded by {@link #reading}. */
  private long heard;

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
      fresh.listenTo(channels);
    } catch (JedisException failure) {
      fresh.cut();
      throw connector.explain(failure);
    }
    heard = System.nanoTime();
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

  /** Model thread: the link is wanted for a round; the daemon gives it up at the next message. */
  void roundBegins() {
    inRound = true;
  }

  /** Model thread: the daemon may have the link, unless the next round comes soon. */
  void roundEnds() {
    lastRound = System.nanoTime();
    inRound = false;
  }

  /**
   * Model thread: waits for messages while the round is open, for so long at most.
   *
   * @throws InterruptedException while the daemon still holds the link
   */
  void hear(Round round, long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    if (reading.tryLock() || reading.tryLock(nanos, TimeUnit.NANOSECONDS)) {
      try {
        long left = deadline - System.nanoTime();
        if (round.outcome() == Round.Outcome.PENDING && left > 0) {
          read(left);
        }
      } finally {
        reading.unlock();
      }
    }
  }

  @Override
  public void run() {
    daemon = Thread.currentThread();
    while (!closed) {
      if (subscription == 0) {
        resubscribe();
      } else if (inRound || System.nanoTime() - lastRound < LULL) {
        LockSupport.parkNanos(this, LULL);
      } else {
        listen();
      }
    }
  }

  private void listen() {
    reading.lock();
    try {
      while (!closed && !inRound && subscription != 0) {
        read(SILENCE);
      }
    } finally {
      reading.unlock();
    }
  }

  /** Reads once, under the lock; a broken or silent link ends the subscription. */
  private void read(long nanos) {
    Link current = link;
    if (current == null || subscription == 0) {
      return;
    }
    try {
      if (current.hear(inbound, (int) Math.max(1, nanos / 1_000_000))) {
        heard = System.nanoTime();
        backoff.reset();
      } else if (System.nanoTime() - heard >= SILENCE) {
        throw new IOException("it is silent");
      }
    } catch (IOException broken) {
      if (!closed) {
        LOG.warn("lost the Redis subscription: {}", broken.getMessage());
      }
      subscription = 0;
      current.cut();
      inbound.lost();
      LockSupport.unpark(daemon);
    }
  }

  private void resubscribe() {
    LockSupport.parkNanos(this, backoff.delay());
    if (closed) {
      return;
    }
    reading.lock();
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
    } finally {
      reading.unlock();
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
