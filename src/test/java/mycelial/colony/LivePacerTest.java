package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class LivePacerTest {
  private static final long SECOND = 1_000_000_000;
  private static final long TICKS = 64;

  private final Object monitor = new Object();
  private final AtomicLong nanos = new AtomicLong(5 * SECOND);
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
  private final AtomicBoolean interruptKept = new AtomicBoolean();

  private LivePacer anchored(double speed, long tick) {
    LivePacer pacer = new LivePacer(speed, nanos::get);
    pacer.anchor(tick);
    return pacer;
  }

  /** Calls await as the schedule does, on a thread that holds the monitor. */
  private Thread awaiting(LivePacer pacer, long tick) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              synchronized (monitor) {
                answer.complete(pacer.await(tick, monitor));
                interruptKept.set(Thread.currentThread().isInterrupted());
              }
            });
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING || answer.isDone());
    return thread;
  }

  @Test
  void jumpsUntilItIsAnchored() {
    assertThat(new LivePacer(1, nanos::get).await(1_000_000, monitor)).isTrue();
  }

  @Test
  void letsAnInstantHappenWhoseTimeHasCome() {
    LivePacer pacer = anchored(1, 100 * TICKS);
    nanos.addAndGet(3 * SECOND);

    synchronized (monitor) {
      assertThat(pacer.await(103 * TICKS, monitor)).isTrue();
    }
  }

  @Test
  void aPauseIsNotMadeUpFor() {
    LivePacer pacer = anchored(1, 0);
    nanos.addAndGet(3600 * SECOND);
    pacer.resume(10 * TICKS);

    assertThat(pacer.mailTick(0)).isEqualTo(10 * TICKS);
    awaiting(pacer, 11 * TICKS);
    assertThat(answer).isNotDone();

    synchronized (monitor) {
      nanos.addAndGet(SECOND);
      monitor.notifyAll();
    }
    assertThat(answer.join()).isTrue();
  }

  @Test
  void thereIsNothingToResumeBeforeItIsAnchored() {
    LivePacer pacer = new LivePacer(1, nanos::get);
    pacer.resume(0);

    assertThat(pacer.await(1_000_000, monitor)).isTrue();
  }

  @Test
  void waitsOnTheMonitorUntilTheTimeHasCome() {
    LivePacer pacer = anchored(1, 0);
    awaiting(pacer, 3600 * TICKS);
    assertThat(answer).isNotDone();

    synchronized (monitor) { // can be had, because the waiting thread has let go of it
      nanos.addAndGet(3600 * SECOND);
      monitor.notifyAll();
    }

    assertThat(answer.join()).isTrue();
  }

  @Test
  void aWakeUpBeforeTheTimeAndWithoutMailChangesNothing() {
    LivePacer pacer = anchored(1, 0);
    Thread thread = awaiting(pacer, 3600 * TICKS);

    synchronized (monitor) {
      nanos.addAndGet(1800 * SECOND);
      monitor.notifyAll();
    }
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    assertThat(answer).isNotDone();
    synchronized (monitor) {
      nanos.addAndGet(1800 * SECOND);
      monitor.notifyAll();
    }

    assertThat(answer.join()).isTrue();
  }

  @Test
  void mailWakesItAndNothingMayBeDone() {
    LivePacer pacer = anchored(1, 0);
    awaiting(pacer, 3600 * TICKS);

    synchronized (monitor) {
      pacer.mailArrived();
      monitor.notifyAll();
    }

    assertThat(answer.join()).isFalse();
    nanos.addAndGet(3600 * SECOND);
    synchronized (monitor) {
      assertThat(pacer.await(3600 * TICKS, monitor)).isTrue();
    }
  }

  @Test
  void anInterruptWakesItAndIsNotLost() throws InterruptedException {
    LivePacer pacer = anchored(1, 0);
    Thread thread = awaiting(pacer, 3600 * TICKS);

    thread.interrupt();
    thread.join();

    assertThat(answer.join()).isFalse();
    assertThat(interruptKept).isTrue();
  }

  @Test
  void aMinuteTakesASecondAtSpeedSixty() {
    LivePacer pacer = anchored(60, 0);
    nanos.addAndGet(SECOND - 1);
    awaiting(pacer, 60 * TICKS);
    assertThat(answer).isNotDone();

    synchronized (monitor) {
      nanos.incrementAndGet();
      monitor.notifyAll();
    }

    assertThat(answer.join()).isTrue();
  }

  @Test
  void mailIsSeenAtTheTimeOnTheWallButAfterTheLastInstant() {
    LivePacer pacer = anchored(60, 10 * TICKS);
    nanos.addAndGet(SECOND / 2);

    assertThat(pacer.mailTick(0)).isEqualTo(40 * TICKS);
    assertThat(pacer.mailTick(50 * TICKS)).isEqualTo(50 * TICKS + 1);
    assertThat(new LivePacer(60, nanos::get).mailTick(7)).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesASpeedThatIsNone(double speed) {
    assertThatThrownBy(() -> new LivePacer(speed, nanos::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speed");
  }

  @Test
  void aLiveSessionGivesTheDigestOfAReplay() {
    LivePacer pacer = new LivePacer(20_000, System::nanoTime);

    assertThat(Fixtures.sample().pacer(pacer).run().digest())
        .isEqualTo(Fixtures.sample().run().requireTraded().digest());
  }
}
