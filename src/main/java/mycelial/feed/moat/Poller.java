package mycelial.feed.moat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source's questions, each at its own times, one after the other: all of them at once at
 * first, then each in its own part of the cadence. One that fails is asked again after a pause that
 * grows. What was missed while the machine slept is not made up for. Runs in a thread of its own.
 */
final class Poller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  private final Standing standing;
  private final Timer timer;
  private final int everySeconds;
  private final Backoff backoff;
  private final List<Turn> turns = new ArrayList<>();

  /** A question and when it is asked next. */
  private static final class Turn {
    private final Poll poll;

    /** Its part of the cadence, seconds from the beginning. */
    private final double slot;

    private double due;
    private int failures;

    Turn(Poll poll, double slot, double due) {
      this.poll = poll;
      this.slot = slot;
      this.due = due;
    }
  }

  Poller(List<Poll> polls, Standing standing, Timer timer, int everySeconds, Backoff backoff) {
    this.standing = standing;
    this.timer = timer;
    this.everySeconds = everySeconds;
    this.backoff = backoff;
    double now = timer.now();
    double phase = backoff.share();
    for (Poll poll : polls) {
      double slot = everySeconds * (turns.size() + phase) / polls.size();
      turns.add(new Turn(poll, slot, now));
    }
  }

  @Override
  public void run() {
    try {
      while (!turns.isEmpty()) {
        Turn turn = turns.stream().min(Comparator.comparingDouble(next -> next.due)).orElseThrow();
        timer.until(turn.due);
        ask(turn);
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      LOG.debug("the session ends");
    }
  }

  private void ask(Turn turn) throws InterruptedException {
    Poll poll = turn.poll;
    try {
      poll.run();
      turn.failures = 0;
      turn.due = nextSlot(turn.slot);
      standing.succeeded(poll);
    } catch (FeedTrouble trouble) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("the session ends");
      }
      turn.failures++;
      turn.due = Math.min(timer.now() + backoff.delay(turn.failures), nextSlot(turn.slot));
      standing.failed(poll, trouble.getMessage());
      if (trouble.until() > 0) {
        turns.forEach(other -> other.due = Math.max(other.due, trouble.until()));
      }
    }
  }

  /** The next of the times that belong to a slot: multiples of the cadence, and the slot. */
  private double nextSlot(double slot) {
    double now = timer.now();
    double begun = Math.floor((now - slot) / everySeconds) * everySeconds + slot;
    return begun + everySeconds;
  }
}
