package mycelial.colony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mycelial.agent.Agent;
import mycelial.agent.Ticks;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Message;
import mycelial.message.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what is published at one instant, has the bus carry it, and puts what came back into
 * mailboxes and the log.
 */
final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /** What one agent may publish at one instant: far more than any has reason to. */
  static final int MOST_AN_INSTANT = 1000;

  /** Nothing waits. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long MINUTE = 60L * Ticks.PER_SECOND;

  private final Courier courier;
  private final MessageLog log;
  private final Onlooker onlooker;
  private final Map<Channel, List<Agent>> readers = new HashMap<>();
  private final Map<Integer, Long> sequences = new HashMap<>();
  private final List<Envelope> outbox = new ArrayList<>();
  private final Map<Integer, Integer> posted = new HashMap<>();
  private boolean hurried;
  private long due = NEVER;
  private long dropped;

  /** Agents must come in the order in which they are to hear of a message. */
  Postman(Courier courier, MessageLog log, List<Agent> agents, Onlooker onlooker) {
    this.courier = courier;
    this.log = log;
    this.onlooker = onlooker;
    agents.forEach(this::add);
  }

  /** One more reader, of what is delivered from now on. */
  void add(Agent agent) {
    for (Channel channel : agent.subscriptions()) {
      Role role = agent.identity().role();
      if (!channel.topic().readers().contains(role)) {
        throw new IllegalStateException(agent + " may not read " + channel.name());
      }
      readers.computeIfAbsent(channel, _ -> new ArrayList<>()).add(agent);
    }
  }

  /** Messages that were dropped because their sender had said too much at one instant. */
  long dropped() {
    return dropped;
  }

  /** A reader less. */
  void remove(Agent agent) {
    for (Channel channel : agent.subscriptions()) {
      readers.getOrDefault(channel, new ArrayList<>()).remove(agent);
    }
  }

  void post(int source, Role role, Channel channel, Message message, double timestamp) {
    if (!channel.topic().writers().contains(role)) {
      throw new IllegalStateException(role.typeName() + " may not write " + channel.name());
    }
    int count = posted.merge(source, 1, Integer::sum);
    if (count > MOST_AN_INSTANT) {
      if (count == MOST_AN_INSTANT + 1) {
        LOG.warn("agent {} floods {}: what it says beyond this is dropped", source, channel.name());
      }
      dropped++;
      return;
    }
    long seq = sequences.merge(source, 1L, Long::sum);
    hurried |= message.isHurried();
    outbox.add(new Envelope(source, seq, timestamp, channel, message));
  }

  /**
   * Carries the outbox in one round and delivers what came back; false when the round is still
   * under way and has to be asked for again. Mail of which none is hurried waits for some that is,
   * but not beyond the next whole minute.
   */
  boolean carry(long tick) {
    if (outbox.isEmpty()) {
      return true;
    }
    if (!hurried && tick < due) {
      posted.clear();
      due = Math.min(due, (tick / MINUTE + 1) * MINUTE);
      return true;
    }
    List<Envelope> delivered = courier.round(outbox);
    if (delivered == null) {
      return false;
    }
    deliver(delivered, tick);
    return true;
  }

  /** When the mail that waits has to be carried, ticks, or {@link #NEVER}. */
  long due() {
    return due;
  }

  /** The same, however long it takes. */
  void carryWhole(long tick) {
    if (!outbox.isEmpty()) {
      deliver(courier.wholeRound(outbox), tick);
    }
  }

  private void deliver(List<Envelope> delivered, long tick) {
    outbox.clear();
    posted.clear();
    hurried = false;
    due = NEVER;
    for (Envelope envelope : delivered) {
      log.delivered(envelope);
      List<Agent> subscribers = readers.get(envelope.channel());
      if (subscribers != null) {
        for (Agent subscriber : subscribers) {
          subscriber.deliver(envelope, tick);
        }
        onlooker.delivered(envelope, subscribers);
      }
    }
  }
}
