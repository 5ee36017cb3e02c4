package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mycelial.feed.Arrival;
import mycelial.feed.ScaledClock;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollerTest {
  private static final double START = 1_000_000;

  /** Half an hour of the exchange is a second. */
  private final ScaledClock clock = new ScaledClock(System::nanoTime, 1800, START);

  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<Double> asked = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile double limitedUntil;
  private volatile boolean failing;

  @AfterEach
  void stop() throws InterruptedException {
    for (Thread thread : threads) {
      thread.interrupt();
      assertThat(thread.join(Duration.ofSeconds(2))).isTrue();
    }
  }

  private final class Question implements Poll {
    private final String subject;

    Question(String subject) {
      this.subject = subject;
    }

    @Override
    public String subject() {
      return subject;
    }

    @Override
    public List<MoatTarget> targets() {
      return List.of(MoatRig.PYTHON);
    }

    @Override
    public void run() throws FeedTrouble {
      asked.add(clock.seconds());
      if (failing) {
        throw new FeedTrouble("no answer", 403, limitedUntil);
      }
    }
  }

  private void start(int everySeconds, String... subjects) {
    List<Poll> polls = new ArrayList<>();
    for (String subject : subjects) {
      polls.add(new Question(subject));
    }
    Poller poller =
        new Poller(
            polls,
            new Standing("Source", polls, arrivals::add),
            new Timer(clock),
            everySeconds,
            new Backoff(1));
    threads.add(Thread.ofPlatform().start(poller));
  }

  private void until(int count) throws InterruptedException {
    while (asked.size() < count) {
      Thread.sleep(5);
    }
  }

  @Test
  void asksAllAtOnceAndThenEachInItsPartOfTheCadence() throws InterruptedException {
    start(3600, "a", "b", "c", "d");
    until(8);
    assertThat(asked.get(3) - START).isLessThan(400);
    assertThat(asked.get(5) - asked.get(4)).isBetween(700.0, 1100.0);
    assertThat(asked.get(7) - asked.get(6)).isBetween(700.0, 1100.0);
  }

  @Test
  void makesUpForNothingThatASleepHasMissed() throws InterruptedException {
    start(3600, "a");
    until(1);
    clock.advance(100 * 3600);
    until(4);
    assertThat(asked.get(1)).isGreaterThan(START + 100 * 3600);
    assertThat(asked.get(3) - asked.get(1)).isGreaterThan(3600);
  }

  @Test
  void asksAgainSoonAfterAFailureAndSaysItOnce() throws InterruptedException {
    failing = true;
    start(36_000, "a");
    until(3);
    failing = false;
    until(4);
    while (arrivals.size() < 2) {
      Thread.sleep(5);
    }
    assertThat(asked.get(2) - START).isLessThan(1500);
    assertThat(arrivals).hasSize(2);
  }

  @Test
  void leavesASourceAloneForAsLongAsItDemands() throws InterruptedException {
    failing = true;
    limitedUntil = START + 3600;
    start(300, "a", "b");
    until(2);
    assertThat(asked.get(1)).isGreaterThanOrEqualTo(START + 3600);
  }
}
