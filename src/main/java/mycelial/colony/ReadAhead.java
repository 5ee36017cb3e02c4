package mycelial.colony;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import mycelial.agent.miner.DataMinerAgent;
import mycelial.feed.MarketFeed;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Mines a recorded feed ahead of its time on a thread of its own, a bounded number of instants:
 * what a miner announces of recorded bars depends on nothing that the agents do. A failure of the
 * feed surfaces at the instant at which it happened.
 */
final class ReadAhead implements Mining {
  private static final int INSTANTS = 128;

  /** An instant, or the end when there is no time, or a failure. */
  private record Step(OptionalLong time, List<Mined> mined, @Nullable Throwable failure) {}

  private final MarketFeed feed;
  private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(INSTANTS);
  private final Thread reader;
  private @Nullable Step head;

  ReadAhead(MarketFeed feed, Function<Pair, @Nullable DataMinerAgent> miners) {
    this.feed = feed;
    this.reader = new Thread(() -> read(miners), "feed-ahead");
    reader.setDaemon(true);
    reader.setUncaughtExceptionHandler(
        (thread, failure) -> put(new Step(OptionalLong.empty(), List.of(), failure)));
    reader.start();
  }

  private void read(Function<Pair, @Nullable DataMinerAgent> miners) {
    boolean going = true;
    while (going) {
      OptionalLong time = feed.nextTime();
      List<Mined> mined = time.isEmpty() ? List.of() : Mining.mine(feed.next(), miners);
      going = put(new Step(time, mined, null)) && time.isPresent();
    }
  }

  /** False when nobody wants more. */
  private boolean put(Step step) {
    try {
      steps.put(step);
      return true;
    } catch (InterruptedException closed) {
      return false;
    }
  }

  private Step head() {
    Step known = head;
    if (known == null) {
      known = take();
      head = known;
    }
    return known;
  }

  /** Waits for the reader; an interrupt of the model's thread neither ends the wait nor is lost. */
  private Step take() {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return steps.take();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public OptionalLong nextTime() {
    Step next = head();
    switch (next.failure()) {
      case null -> {
        return next.time();
      }
      case RuntimeException failure -> throw failure;
      case Throwable failure -> throw new IllegalStateException("the feed has failed", failure);
    }
  }

  @Override
  public List<Mined> next() {
    List<Mined> mined = head().mined();
    head = null;
    return mined;
  }

  @Override
  public void close() {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    feed.close();
  }
}
