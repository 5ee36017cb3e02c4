package mycelial.agent;

import mycelial.message.Channel;
import mycelial.message.Message;

/** What an agent may use of its surroundings; called by the thread that owns the model only. */
public interface AgentContext {
  /** Schedule time in ticks since the session began. */
  long tick();

  /** Schedule time, seconds since the epoch. */
  double now();

  /** Whether ideas may be traded on already, or the colony is still warming up on the past. */
  boolean isTrading();

  /** Puts a message into the agent's outbox; it goes out in this instant's round. */
  void publish(Agent agent, Channel channel, Message message);

  /** Has the agent stepped at a later tick. */
  void wake(Agent agent, long tick);

  /** An agent has thrown; {@code quarantined} says whether it is left out from now on. */
  void failed(Agent agent, RuntimeException failure, boolean quarantined);

  /** Asks for the end of the session after this instant. */
  void end(String reason);
}
