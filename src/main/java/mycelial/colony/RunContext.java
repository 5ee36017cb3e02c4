package mycelial.colony;

import mycelial.agent.Agent;
import mycelial.agent.AgentContext;
import mycelial.agent.Layer;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Message;
import mycelial.message.SystemControl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the agents of one run may use of the colony. */
record RunContext(Colony colony, ColonyRun run, ColonySchedule clock) implements AgentContext {
  private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);
  private static final int LONGEST_REASON = 200;

  @Override
  public long tick() {
    return run.tick;
  }

  @Override
  public double now() {
    return run.now();
  }

  @Override
  public boolean isTrading() {
    return run.tick >= run.tradingTick;
  }

  @Override
  public @Nullable String barrier(Pair pair) {
    return run.entrance.gate().barrier(pair);
  }

  @Override
  public void publish(Agent agent, Channel channel, Message message) {
    colony.post(agent.identity().id(), agent.identity().role(), channel, message);
  }

  @Override
  public void wake(Agent agent, long tick) {
    clock.wake(agent, tick);
  }

  @Override
  public void failed(Agent agent, RuntimeException failure, boolean quarantined) {
    if (failure instanceof StoreException) {
      throw failure; // what cannot be kept ends the session, whichever agent notices
    }
    run.failures++;
    LOG.error("{} failed{}", agent, quarantined ? " and is quarantined" : "", failure);
    if (agent.identity().layer() == Layer.RISK) {
      haltUnguarded(failure);
    }
  }

  /**
   * An account whose guardian cannot tell how it stands is not traded until an operator says so.
   */
  private void haltUnguarded(RuntimeException failure) {
    String reason = "the guardian cannot tell how the account stands: " + failure;
    run.desk.take(
        new SystemControl(
            SystemControl.Command.HALT,
            SystemControl.Origin.RISK,
            reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON)));
  }

  @Override
  public void end(String reason) {
    colony.end(reason);
  }
}
