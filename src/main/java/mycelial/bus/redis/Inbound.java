package mycelial.bus.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mycelial.bus.MalformedMessageException;
import mycelial.bus.MessageCodec;
import mycelial.message.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sorts what arrives into messages of the round under way, barriers, heartbeats, operators'
 * commands and what is foreign. Runs on whichever thread reads the subscription, one at a time; the
 * model thread sets the round to expect.
 */
final class Inbound implements PushReader.Sink {
  private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
  private static final int RECENT = 16;
  private static final long LOG_EVERY = TimeUnit.MINUTES.toNanos(1);

  private final Wire wire;
  private final CommandInbox commands;
  private final Counters counters;
  private final Availability availability;
  private final Runnable onMail;
  private final MessageCodec codec = new MessageCodec();
  private final Map<String, Channel> channels = new HashMap<>();
  private volatile @Nullable Round current;

  /** The rounds before, newest first: their late messages are no strangers. */
  private volatile List<Round> recent = List.of();

  private volatile @Nullable Thread waiter;
  private long quietUntil = System.nanoTime();

  Inbound(
      Wire wire,
      List<Channel> channels,
      CommandInbox commands,
      Counters counters,
      Listeners listeners) {
    this.wire = wire;
    this.commands = commands;
    this.counters = counters;
    availability = listeners.availability();
    onMail = listeners.onMail();
    for (Channel channel : channels) {
      this.channels.put(wire.name(channel), channel);
    }
  }

  /**
   * Who is told of what.
   *
   * @param onMail called when a command has arrived
   * @param availability told when the bus is lost or back
   */
  record Listeners(Runnable onMail, Availability availability) {}

  /** Model thread: who is to be woken when something has changed. */
  void awaitedBy(Thread thread) {
    waiter = thread;
  }

  /** Model thread: what arrives from now on belongs to this round. */
  void expect(Round round) {
    Round before = current;
    if (before != null) {
      List<Round> rounds = new ArrayList<>(recent);
      rounds.addFirst(before);
      recent = List.copyOf(rounds.subList(0, Math.min(RECENT, rounds.size())));
    }
    current = round;
  }

  /**
   * Takes a message. Catches whatever a listener or a defect throws, for the subscription would end
   * with it and the session with that.
   */
  @Override
  public void received(byte[] channel, byte[] payload) {
    try {
      sort(channel, payload);
    } catch (RuntimeException defect) {
      logSometimes("could not handle a message of {} bytes", payload.length, defect);
    }
  }

  @Override
  public void oversized(byte[] channel, long length) {
    counters.foreign.increment();
    counters.malformed.increment();
    logSometimes(
        "ignored an oversized foreign message on {}",
        new String(channel, StandardCharsets.UTF_8),
        new MalformedMessageException(length + " bytes"));
  }

  private void sort(byte[] channel, byte[] payload) {
    if (wire.isSync(channel)) {
      sortSync(payload);
      return;
    }
    Round round = current;
    Round.Match match = round == null ? Round.Match.FOREIGN : round.offer(channel, payload, codec);
    switch (match) {
      case ACCEPTED, BARRIER -> {}
      case DUPLICATE, OUT_OF_PLACE -> counters.duplicates.increment();
      case FOREIGN -> {
        if (recent.stream().anyMatch(old -> old.contains(channel, payload))) {
          counters.duplicates.increment();
        } else {
          foreign(channel, payload);
        }
      }
    }
  }

  private void sortSync(byte[] payload) {
    Round round = current;
    Round.Match match = round == null ? Round.Match.FOREIGN : round.offerBarrier(payload);
    switch (match) {
      case BARRIER -> {}
      case DUPLICATE -> counters.duplicates.increment();
      default -> {
        if (wire.isHeartbeat(payload)) {
          availability.set(true);
        } else if (recent.stream().anyMatch(old -> old.endsWith(payload))) {
          counters.duplicates.increment();
        } else {
          counters.foreign.increment();
        }
      }
    }
  }

  private void foreign(byte[] name, byte[] payload) {
    Channel channel = channels.get(new String(name, StandardCharsets.UTF_8));
    if (channel != null && channel.equals(Wire.control())) {
      CommandInbox.Verdict verdict = commands.offer(payload);
      if (verdict == CommandInbox.Verdict.TAKEN) {
        onMail.run();
        return;
      }
      if (verdict == CommandInbox.Verdict.REJECTED) {
        counters.foreign.increment();
        counters.rejected.increment();
        return;
      }
    }
    counters.foreign.increment();
    if (channel != null) {
      countUnreadable(payload, channel);
    }
  }

  private void countUnreadable(byte[] payload, Channel channel) {
    try {
      codec.decode(payload, channel);
    } catch (MalformedMessageException unreadable) {
      counters.malformed.increment();
      logSometimes("ignored an unreadable foreign message on {}", channel.name(), unreadable);
    }
  }

  private void logSometimes(String text, Object detail, RuntimeException cause) {
    long now = System.nanoTime();
    if (now - quietUntil >= 0) {
      quietUntil = now + LOG_EVERY;
      LOG.warn(text + ": {} (further ones are not logged for a minute)", detail, cause.toString());
    }
  }

  /** The subscription has broken. */
  void lost() {
    availability.set(false);
    wake();
  }

  /** There is a subscription again. */
  void subscribed() {
    wake();
  }

  /** Lets the model thread look again. */
  void wake() {
    LockSupport.unpark(waiter);
  }
}
