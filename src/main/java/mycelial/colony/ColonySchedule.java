package mycelial.colony;

import mycelial.agent.Agent;
import mycelial.agent.Ticks;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * MASON's schedule with the colony's clock in it. One {@link #step} is one instant: find the next
 * event, let the pacer wait for it or not, have MASON step what is due, carry what was published.
 * The headless runner, MASON's Console and the tests all drive this same method.
 */
final class ColonySchedule extends Schedule {
  private static final long serialVersionUID = 1L;
  private static final long NEVER = Long.MAX_VALUE;

  /** Does nothing: that there is an instant is enough for mail to be carried. */
  private static final Steppable COLLECTION = state -> {};

  /** After everything else. */
  private static final int COLLECTION_ORDERING = Integer.MAX_VALUE;

  private final transient Pacer pacer;

  /** Whether the round of the last instant is still under way. */
  private boolean open;

  private long collection = Postman.NEVER;

  ColonySchedule(Pacer pacer) {
    this.pacer = pacer;
  }

  /** Has an agent stepped at a tick. */
  void wake(Agent agent, long tick) {
    schedule(tick, agent.identity().ordering(), agent);
  }

  private void schedule(long tick, int ordering, Steppable steppable) {
    if (!scheduleOnce(Ticks.seconds(tick), ordering, steppable)) {
      throw new IllegalStateException("cannot schedule " + steppable + " at tick " + tick);
    }
  }

  /** The tick of the instant that is being stepped, or was stepped last. */
  long tick() {
    return (long) (time * Ticks.PER_SECOND);
  }

  @Override
  public synchronized boolean step(SimState state) {
    Colony colony = (Colony) state;
    if (colony.isEnded()) {
      return false;
    }
    if (open) {
      endInstant(colony, tick());
      return true;
    }
    colony.entrance().gather(pacer.mailTick(Math.max(0, tick())));
    long feedTick = colony.nextFeedTick();
    long next = Math.min(Math.min(nextQueued(), feedTick), colony.entrance().nextTick());
    if (colony.endsBefore(next)) {
      return false;
    }
    if (next > colony.lastTick()) { // NEVER is, too
      return colony.entrance().isOpenEnded() && !pacer.await(colony.lastTick(), this);
    }
    if (!pacer.await(next, this)) {
      return true;
    }
    colony.instantBegins(next, pacer.lateBy(next));
    for (Agent miner : colony.enter(next)) {
      wake(miner, next);
    }
    if (colony.desk().hasMail()) {
      schedule(next, OperatorDesk.ORDERING, colony.desk());
    }
    if (feedTick == next) {
      for (Agent miner : colony.takeFeed(next)) {
        wake(miner, next);
      }
    }
    boolean stepped = super.step(state);
    endInstant(colony, next);
    return stepped;
  }

  /**
   * Ends an instant if its round is complete, and sees to it that there is one for waiting mail.
   */
  private void endInstant(Colony colony, long tick) {
    open = !colony.instantEnds(tick);
    long due = colony.mailDue();
    if (due != Postman.NEVER && due != collection) {
      collection = due;
      schedule(due, COLLECTION_ORDERING, COLLECTION);
    }
  }

  /** Takes back that an instant was left open; the run that left it is over. */
  @Override
  public void reset() {
    super.reset();
    open = false;
    collection = Postman.NEVER;
  }

  /** The tick of the next instant, or of the last one when there is none. */
  long nextTick(Colony colony) {
    long next = Math.min(nextQueued(), colony.nextFeedTick());
    return next == NEVER ? tick() : next;
  }

  boolean isInstantOpen() {
    return open;
  }

  void closeInstant() {
    open = false;
  }

  private long nextQueued() {
    return queue.isEmpty()
        ? NEVER
        : (long) (((Key) queue.getMinKey()).getTime() * Ticks.PER_SECOND);
  }
}
