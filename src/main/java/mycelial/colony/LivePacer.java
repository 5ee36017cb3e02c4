package mycelial.colony;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import mycelial.agent.Ticks;

/**
 * Lets an instant happen when its time, scaled by the speed factor, has come on the wall. Until it
 * is anchored it jumps, as warming up on the past does.
 */
public final class LivePacer implements Pacer {
  private static final long NOT_ANCHORED = Long.MIN_VALUE;

  private final double speed;
  private final LongSupplier nanoTime;
  private long anchorTick = NOT_ANCHORED;
  private long anchorNanos;
  private final WallWait wall = new WallWait();

  /**
   * A pacer of that speed.
   *
   * @param speed schedule seconds for each second on the wall, above 0
   * @param nanoTime a monotonic clock in nanoseconds
   */
  public LivePacer(double speed, LongSupplier nanoTime) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed " + speed + " is not above zero");
    }
    this.speed = speed;
    this.nanoTime = nanoTime;
  }

  @Override
  public void anchor(long tick) {
    anchorTick = tick;
    anchorNanos = nanoTime.getAsLong();
  }

  @Override
  public void resume(long tick) {
    if (anchorTick != NOT_ANCHORED) {
      anchor(tick);
    }
  }

  @Override
  public void mailArrived() {
    wall.mailArrived();
  }

  @Override
  public boolean await(long tick, Object monitor) {
    if (anchorTick == NOT_ANCHORED) {
      return true;
    }
    return wall.await(() -> remaining(tick), monitor);
  }

  private long remaining(long tick) {
    double seconds = Ticks.seconds(tick - anchorTick) / speed;
    return anchorNanos + (long) (seconds * TimeUnit.SECONDS.toNanos(1)) - nanoTime.getAsLong();
  }

  @Override
  public long mailTick(long last) {
    if (anchorTick == NOT_ANCHORED) {
      return last + 1;
    }
    double seconds = (nanoTime.getAsLong() - anchorNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    return Math.max(last + 1, anchorTick + (long) (seconds * speed * Ticks.PER_SECOND));
  }

  @Override
  public double speed() {
    return speed;
  }

  @Override
  public boolean isBoundToTheWall() {
    return true;
  }
}
