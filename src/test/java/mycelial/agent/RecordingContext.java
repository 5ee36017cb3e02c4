package mycelial.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Message;
import org.jspecify.annotations.Nullable;
import sim.engine.SimState;

/** Surroundings for one agent: what it publishes is written down, time is moved by the test. */
public final class RecordingContext implements AgentContext {
  /** When tests begin, seconds since the epoch, the end of a minute. */
  public static final long ORIGIN = 1_700_000_040L;

  /** A message and when it was published. */
  public record Sent(long tick, Channel channel, Message body) {}

  private static final SimState NOBODY = new SimState(1);

  private final List<Sent> sent = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final TreeMap<Long, Set<Agent>> wakes = new TreeMap<>();
  private long tick;
  private long seq;
  private boolean trading = true;
  private @Nullable String endReason;

  /** What has been published. */
  public List<Sent> sent() {
    return sent;
  }

  /** The bodies of a type that have been published. */
  public <T extends Message> List<T> sent(Class<T> type) {
    return sent.stream().map(Sent::body).filter(type::isInstance).map(type::cast).toList();
  }

  /** What agents have thrown. */
  public List<RuntimeException> failures() {
    return failures;
  }

  /** Why the session was to end, or null. */
  public @Nullable String endReason() {
    return endReason;
  }

  /** The colony is warming up. */
  public void warmUp() {
    trading = false;
  }

  /** Delivers a message now. */
  public void tell(Agent agent, int source, Channel channel, Message body) {
    agent.deliver(new Envelope(source, ++seq, now(), channel, body), tick);
  }

  /** Lets schedule time pass, and agents step when they wanted to. */
  public void advance(double seconds) {
    long until = tick + Ticks.of(seconds);
    while (!wakes.isEmpty() && wakes.firstKey() <= until) {
      tick = wakes.firstKey();
      Set<Agent> due = wakes.pollFirstEntry().getValue();
      due.forEach(agent -> agent.step(NOBODY));
    }
    tick = until;
  }

  /** Steps an agent now. */
  public void step(Agent agent) {
    agent.step(NOBODY);
  }

  @Override
  public long tick() {
    return tick;
  }

  @Override
  public double now() {
    return ORIGIN + Ticks.seconds(tick);
  }

  @Override
  public boolean isTrading() {
    return trading;
  }

  @Override
  public void publish(Agent agent, Channel channel, Message message) {
    if (!channel.topic().writers().contains(agent.identity().role())) {
      throw new IllegalStateException(agent + " may not write " + channel.name());
    }
    sent.add(new Sent(tick, channel, message));
  }

  @Override
  public void wake(Agent agent, long at) {
    if (at <= tick) {
      throw new IllegalStateException("woken at " + at + ", which is not after " + tick);
    }
    wakes.computeIfAbsent(at, _ -> new LinkedHashSet<>()).add(agent);
  }

  @Override
  public void failed(Agent agent, RuntimeException failure, boolean quarantined) {
    failures.add(failure);
  }

  @Override
  public void end(String reason) {
    endReason = reason;
  }
}
