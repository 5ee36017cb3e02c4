package mycelial.agent;

import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Message;
import org.jspecify.annotations.Nullable;

/** What an agent may use of its surroundings; called by the thread that owns the model only. */
public interface AgentContext {
  /** Schedule time in ticks since the session began. */
  long tick();

  /** Schedule time, seconds since the epoch. */
  double now();

  /** Whether ideas may be traded on already, or the colony is still warming up on the past. */
  boolean isTrading();

  /**
   * Why no position of a pair may be opened at the moment: the exchange, its feed or this machine
   * is not in order. Null when nothing speaks against it.
   */
  default @Nullable String barrier(Pair pair) {
    return null;
  }

  /** Puts a message into the agent's outbox; it goes out in this instant's round. */
  void publish(Agent agent, Channel channel, Message message);

  /** Has the agent stepped at a later tick. */
  void wake(Agent agent, long tick);

  /** An agent has thrown; {@code quarantined} says whether it is left out from now on. */
  void failed(Agent agent, RuntimeException failure, boolean quarantined);

  /** Asks for the end of the session after this instant. */
  void end(String reason);
}
