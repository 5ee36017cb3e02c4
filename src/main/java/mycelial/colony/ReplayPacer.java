package mycelial.colony;

/** Jumps from event to event. */
public final class ReplayPacer implements Pacer {
  @Override
  public boolean await(long tick, Object monitor) {
    return true;
  }

  @Override
  public long mailTick(long last) {
    return last + 1;
  }

  @Override
  public void anchor(long tick) {
    // There is no wall to hold on to.
  }

  @Override
  public void resume(long tick) {
    // A pause has cost nothing.
  }

  @Override
  public void mailArrived() {
    // Nobody waits.
  }

  @Override
  public boolean isBoundToTheWall() {
    return false;
  }
}
