package mycelial.colony;

import mycelial.agent.Ticks;
import mycelial.feed.ScaledClock;

/**
 * Lets an instant happen when the exchange's clock has come to it; what lies in its past happens at
 * once. Nothing stops that clock.
 */
public final class ExchangePacer implements Pacer {
  private final ScaledClock clock;
  private final double origin;
  private final WallWait wall = new WallWait();

  /**
   * A pacer of that clock.
   *
   * @param origin first instant of the session, seconds since the epoch
   */
  public ExchangePacer(ScaledClock clock, double origin) {
    this.clock = clock;
    this.origin = origin;
  }

  @Override
  public boolean await(long tick, Object monitor) {
    double due = origin + Ticks.seconds(tick);
    return wall.await(() -> clock.nanosUntil(due), monitor);
  }

  @Override
  public long mailTick(long last) {
    return Math.max(last + 1, (long) ((clock.seconds() - origin) * Ticks.PER_SECOND));
  }

  @Override
  public double lateBy(long tick) {
    double seconds = clock.seconds() - origin - Ticks.seconds(tick);
    return Math.max(0, seconds / clock.speed());
  }

  @Override
  public void anchor(long tick) {
    // The exchange's clock needs nothing to hold on to.
  }

  @Override
  public void resume(long tick) {
    // A pause does not stop the exchange.
  }

  @Override
  public void mailArrived() {
    wall.mailArrived();
  }

  @Override
  public double speed() {
    return clock.speed();
  }

  @Override
  public boolean isBoundToTheWall() {
    return true;
  }
}
