package mycelial.agent;

import java.util.List;
import java.util.Objects;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Message;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * An agent of the colony. It acts only when MASON steps it, and knows of others only what messages
 * tell. Everything here is called by the thread that owns the model.
 *
 * <p>{@link #step} is one of the two boundaries that catch RuntimeException: an agent that throws
 * three times in a row is quarantined, the session goes on, and both are counted and shown.
 */
public abstract class Agent implements Steppable {
  private static final long serialVersionUID = 1L;
  private static final int FAILURES_BEFORE_QUARANTINE = 3;

  private final transient AgentIdentity identity;
  private final transient Mailbox mailbox = new Mailbox();
  private final transient Wakes wakes = new Wakes();
  private transient @Nullable AgentContext context;
  private long sent;
  private long received;
  private long steps;
  private int failuresInARow;
  private boolean quarantined;
  private boolean retired;

  /** An agent of that identity; it is idle until {@link #start}. */
  protected Agent(AgentIdentity identity) {
    this.identity = identity;
  }

  /** The channels it reads. */
  public abstract List<Channel> subscriptions();

  /** What it watches, for lists: pair names or a moat. */
  public abstract List<String> watches();

  /** Takes in a message whose time has come. */
  protected abstract void onMessage(Envelope envelope);

  /** Acts after all due messages have been taken in. */
  protected abstract void act();

  /** Called once before the first step. */
  protected void onStart() {}

  /**
   * Reaction to a topic in ticks; the identity's reaction time unless a role is quicker on some
   * topic.
   */
  protected long reactionTicks(Topic topic) {
    return identity.reactionTicks();
  }

  /**
   * Reaction to a message in ticks; that of its topic unless a role tells messages of a topic
   * apart.
   */
  protected long reactionTicks(Envelope envelope) {
    return reactionTicks(envelope.channel().topic());
  }

  /** Has the agent stepped at a later tick, once, however often that is asked for. */
  protected final void wakeAt(long tick) {
    if (wakes.add(tick)) {
      context().wake(this, tick);
    }
  }

  /** Enters a colony. */
  public final void start(AgentContext surroundings) {
    context = surroundings;
    onStart();
  }

  /**
   * Hands over a message delivered at {@code tick}; the agent will be stepped when its reaction
   * time has passed.
   */
  public final void deliver(Envelope envelope, long tick) {
    if (!takes(envelope)) {
      return;
    }
    long due = tick + reactionTicks(envelope);
    mailbox.add(due, envelope);
    wakeAt(due);
  }

  /**
   * Whether a message of a channel that it reads is for it at all: what is addressed to another is
   * not worth a step.
   */
  protected boolean concerns(Envelope envelope) {
    return true;
  }

  /**
   * Whether a message of a channel that it reads is taken in or passed over; for those who look on.
   */
  public final boolean takes(Envelope envelope) {
    return !quarantined && !retired && concerns(envelope);
  }

  /** Leaves the colony for good: takes no more messages and no more steps. */
  public final void retire() {
    retired = true;
  }

  /** Takes in what is due and acts. */
  @Override
  public final void step(SimState state) {
    if (quarantined || retired) {
      return;
    }
    long tick = context().tick();
    wakes.remove(tick);
    steps++;
    try {
      for (Envelope due = mailbox.poll(tick); due != null; due = mailbox.poll(tick)) {
        received++;
        onMessage(due);
      }
      act();
      failuresInARow = 0;
    } catch (RuntimeException failure) {
      if (isFatal(failure)) {
        throw failure;
      }
      failuresInARow++;
      quarantined = failuresInARow >= FAILURES_BEFORE_QUARANTINE;
      context().failed(this, failure, quarantined);
    }
  }

  /** Whether a failure must end the session rather than quarantine the agent. */
  protected boolean isFatal(RuntimeException failure) {
    return false;
  }

  /** Publishes a message in this instant's round. */
  protected final void publish(Channel channel, Message message) {
    sent++;
    context().publish(this, channel, message);
  }

  /**
   * Counts an item of a feed among what has been received: a miner's input does not come as a
   * message.
   */
  protected final void tookFromFeed() {
    received++;
  }

  /** The surroundings; only after {@link #start}. */
  protected final AgentContext context() {
    return Objects.requireNonNull(context, "the agent has not been started");
  }

  /** Who it is. */
  public final AgentIdentity identity() {
    return identity;
  }

  /** Messages published. */
  public final long sent() {
    return sent;
  }

  /** Messages taken in; for a miner, what its feed has told it. */
  public final long received() {
    return received;
  }

  /** Steps taken. */
  public final long steps() {
    return steps;
  }

  /** Whether it has been left out after failing repeatedly. */
  public final boolean isQuarantined() {
    return quarantined;
  }

  /** Whether it has left the colony. */
  public final boolean isRetired() {
    return retired;
  }

  @Override
  public final String toString() {
    return identity.name();
  }
}
