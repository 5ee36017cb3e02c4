package mycelial.bus.redis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import mycelial.bus.BusStatistics;
import mycelial.bus.BusTraffic;
import mycelial.bus.MessageBus;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A {@link MessageBus} over Redis pub/sub with two connections. Redis takes the commands of one
 * connection in order and hands messages to one subscriber in that order; so a round is whole when
 * the barrier that follows it arrives and count and digest agree. Otherwise the round is void and
 * goes out again under the next epoch.
 *
 * <p>The thread that calls {@link #round} reads the subscription itself meanwhile; an interrupt
 * neither ends the wait nor is lost. Two daemon threads: one reads the subscription between rounds,
 * one lets it hear a heartbeat while the bus is idle.
 */
public final class RedisBus implements MessageBus {
  private static final Logger LOG = LoggerFactory.getLogger(RedisBus.class);
  private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long JOIN_MILLIS = 1000;
  private static final Comparator<Envelope> BY_SOURCE =
      Comparator.comparingInt(Envelope::source).thenComparingLong(Envelope::seq);

  private final BusOptions options;
  private final Wire wire;
  private final Counters counters = new Counters();
  private final Traffic traffic = new Traffic();
  private final CommandInbox commands;
  private final Availability availability;
  private final Inbound inbound;
  private final Connector connector;
  private final Subscriber subscriber;
  private final Publisher publisher;
  private final Thread reader;
  private final Thread heart;

  /** Guards the publisher, the epoch and {@link #interrupted}. */
  private final ReentrantLock publishing = new ReentrantLock();

  private long epoch;
  private boolean interrupted;
  private volatile long lastSent = System.nanoTime();
  private volatile boolean closed;

  private RedisBus(
      BusOptions options,
      List<Channel> channels,
      Runnable onMail,
      Availability availability,
      @Nullable EmbeddedRedis owned) {
    this.options = options;
    this.availability = availability;
    wire = new Wire(options.session(), options.prefix());
    connector = new Connector(options.endpoint(), owned);
    commands = new CommandInbox(options.session(), options.controlToken());
    inbound =
        new Inbound(
            wire, channels, commands, counters, new Inbound.Listeners(onMail, availability));
    List<String> names = new ArrayList<>();
    for (Channel channel : channels) {
      names.add(wire.name(channel));
    }
    names.add(wire.sync());
    subscriber = new Subscriber(connector, names, inbound);
    publisher = new Publisher(connector, wire, channels);
    reader = daemon("bus-subscriber", subscriber);
    heart = daemon("bus-heartbeat", this::beatWhileIdle);
  }

  private static Thread daemon(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).unstarted(work);
  }

  /**
   * Connects, subscribes and makes sure that the channels are this session's alone.
   *
   * @param channels every channel that the session writes or reads
   * @param onMail called on any thread when an operator's command has arrived
   * @param onAvailability called on any thread with false when the bus is lost, with true when it
   *     is back
   * @param owned the server if it is our own: started again when it has died; close() leaves it to
   *     its owner
   * @throws BusException within 10 s: nobody answers, the login is refused, another live session
   *     uses the channels, or the server is a cluster or replica
   */
  public static RedisBus connect(
      BusOptions options,
      List<Channel> channels,
      Runnable onMail,
      Consumer<Boolean> onAvailability,
      @Nullable EmbeddedRedis owned) {
    RedisBus bus = new RedisBus(options, channels, onMail, new Availability(onAvailability), owned);
    boolean ready = false;
    try {
      bus.start();
      ready = true;
    } finally {
      if (!ready) {
        bus.close();
      }
    }
    return bus;
  }

  private void start() {
    publishing.lock();
    try {
      Link link = publisher.open();
      connector.requireUsable(link);
      subscriber.subscribe();
      if (link.subscribers(wire.sync()) > 1) {
        throw new BusException(
            Cause.OCCUPIED,
            "another live session uses Redis at "
                + options.endpoint()
                + ": stop it or give this one a --channel-prefix of its own");
      }
    } catch (JedisException failure) {
      throw connector.explain(failure);
    } finally {
      publishing.unlock();
    }
    reader.start();
    heart.start();
  }

  @Override
  public List<Envelope> round(List<Envelope> outgoing) {
    requireOpen();
    if (outgoing.isEmpty()) {
      return List.of();
    }
    publishing.lock();
    try {
      interrupted = Thread.interrupted();
      subscriber.roundBegins();
      return insist(outgoing);
    } finally {
      subscriber.roundEnds();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      publishing.unlock();
    }
  }

  private List<Envelope> insist(List<Envelope> outgoing) {
    Backoff backoff = new Backoff();
    long began = System.nanoTime();
    long firstEpoch = epoch + 1;
    while (true) {
      requireOpen();
      Round round = attempt(outgoing, firstEpoch);
      if (round != null) {
        return delivered(round, began);
      }
      availability.set(false);
      if (System.nanoTime() - began >= options.giveUp().toNanos()) {
        throw new BusException(
            Cause.UNREACHABLE,
            "Redis at "
                + options.endpoint()
                + " did not carry a round for "
                + options.giveUp().toSeconds()
                + " s: see whether it runs, then resume the session");
      }
      park(backoff.delay());
    }
  }

  private List<Envelope> delivered(Round round, long began) {
    availability.set(true);
    List<Envelope> messages = round.delivered();
    messages.sort(BY_SOURCE);
    counters.rounds.increment();
    counters.messages.add(messages.size());
    round.countInto(traffic);
    traffic.round(System.nanoTime() - began);
    return List.copyOf(messages);
  }

  /** One attempt; null when it is void. */
  private @Nullable Round attempt(List<Envelope> outgoing, long firstEpoch) {
    long subscription = awaitSubscription();
    if (subscription == 0) {
      return null;
    }
    Round round = new Round(outgoing.size());
    boolean settled = false;
    try {
      publisher.open();
      if (++epoch > firstEpoch) {
        counters.republished.increment();
      }
      inbound.expect(round);
      publisher.send(outgoing, round, epoch);
      await(round, subscription);
      settled = round.outcome() == Round.Outcome.COMPLETE;
      if (!settled) {
        LOG.info("round of epoch {} is void", epoch);
        publisher.explainAndDrop();
      }
    } catch (JedisException broken) {
      LOG.info("round of epoch {} is void: {}", epoch, broken.getMessage());
    } catch (BusException failure) {
      if (failure.kind() != Cause.UNREACHABLE) {
        throw failure;
      }
      LOG.debug("cannot publish yet: {}", failure.getMessage());
    } finally {
      lastSent = System.nanoTime();
      if (!settled) {
        publisher.drop();
      }
    }
    RuntimeException defect = round.failure();
    if (defect != null) {
      throw defect;
    }
    return settled ? round : null;
  }

  private long awaitSubscription() {
    inbound.awaitedBy(Thread.currentThread());
    long deadline = System.nanoTime() + options.barrierTimeout().toNanos();
    while (subscriber.subscription() == 0 && System.nanoTime() - deadline < 0) {
      requireOpen();
      BusException refusal = subscriber.refusal();
      if (refusal != null) {
        throw refusal;
      }
      park(BEAT);
    }
    return subscriber.subscription();
  }

  /** Waits for the outcome; as long as messages of the round come back, they are waited for. */
  private void await(Round round, long subscription) {
    long now = System.nanoTime();
    long patience = options.barrierTimeout().toNanos();
    long deadline = now + patience;
    long nextBeat = now + BEAT;
    int accepted = 0;
    while (round.outcome() == Round.Outcome.PENDING
        && subscriber.subscription() == subscription
        && now - deadline < 0) {
      requireOpen();
      hear(round, Math.min(deadline, nextBeat) - now);
      now = System.nanoTime();
      if (round.accepted() > accepted) {
        accepted = round.accepted();
        deadline = now + patience;
      }
      if (now - nextBeat >= 0 && round.outcome() == Round.Outcome.PENDING) {
        publisher.beat();
        nextBeat = now + BEAT;
      }
    }
  }

  /** Lets the round hear what arrives; an interrupt is noted for later. */
  private void hear(Round round, long nanos) {
    try {
      subscriber.hear(round, nanos);
    } catch (InterruptedException later) {
      interrupted = true;
    }
  }

  /** Parks; an interrupt is noted for later, or every further park would return at once. */
  private void park(long nanos) {
    LockSupport.parkNanos(this, nanos);
    if (Thread.interrupted()) {
      interrupted = true;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new BusException(Cause.CLOSED, "the bus of session " + wire.session() + " is closed");
    }
  }

  private void beatWhileIdle() {
    while (!closed) {
      LockSupport.parkNanos(this, BEAT);
      if (!closed && System.nanoTime() - lastSent >= BEAT && publishing.tryLock()) {
        try {
          beat();
        } finally {
          publishing.unlock();
        }
      }
    }
  }

  private void beat() {
    try {
      publisher.beat();
      publisher.readReplies();
    } catch (JedisException | BusException failure) {
      LOG.debug("no heartbeat: {}", failure.getMessage());
      publisher.drop();
      availability.set(false);
    }
  }

  /** Whether a round is under way. */
  boolean isBusy() {
    return publishing.isLocked();
  }

  @Override
  public List<SystemControl> takeCommands() {
    return commands.take();
  }

  @Override
  public BusStatistics statistics() {
    int connections = (publisher.isOpen() ? 1 : 0) + (subscriber.isOpen() ? 1 : 0);
    return counters.statistics(connections);
  }

  @Override
  public BusTraffic traffic() {
    return traffic.snapshot();
  }

  @Override
  public void close() {
    availability.close();
    closed = true;
    subscriber.close();
    publisher.cut();
    inbound.wake();
    LockSupport.unpark(heart);
    LockSupport.unpark(reader);
    joinUnlessSelf(reader);
    joinUnlessSelf(heart);
    publisher.cut();
  }

  private static void joinUnlessSelf(Thread thread) {
    if (thread.equals(Thread.currentThread())) {
      return;
    }
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }
}
