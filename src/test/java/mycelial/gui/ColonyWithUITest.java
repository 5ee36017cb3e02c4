package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mycelial.colony.Colony;
import mycelial.colony.LivePacer;
import mycelial.colony.Session;
import mycelial.message.Role;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sim.engine.Schedule;

/** Drives the colony as MASON's Console does, without a display. */
@NullMarked
@Timeout(180)
final class ColonyWithUITest {
  private static final long STEPS = 6000;

  @TempDir private Path data = Path.of("");
  private TestHost host = new TestHost(Path.of(""));
  private ColonyWithUI gui = new ColonyWithUI(host);

  @BeforeEach
  void make() {
    host = new TestHost(data);
    gui = new ColonyWithUI(host);
  }

  private void play(int seed) {
    gui.state.setSeed(seed);
    gui.start();
  }

  private Session session() {
    return Objects.requireNonNull(gui.session());
  }

  private String digestAfter(long steps) {
    while (gui.state.schedule.getSteps() < steps) {
      assertThat(gui.step()).isTrue();
    }
    return ((Colony) gui.state).digest();
  }

  @Test
  void givesTheDigestOfASessionWithoutAWindow() {
    play(42);
    String digest = digestAfter(STEPS);
    gui.finish();

    assertThat(digest).isEqualTo(host.headless(42, STEPS)).isNotEqualTo(host.headless(43, STEPS));
  }

  @Test
  void eachPlayIsASessionOfItsOwnAndTheSameSeedGivesTheSameDigest() throws Exception {
    play(42);
    String first = digestAfter(STEPS);
    gui.finish();
    play(42);
    String second = digestAfter(STEPS);
    gui.finish();
    play(43);
    String third = digestAfter(STEPS);
    gui.finish();

    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
    assertThat(host.results).extracting("seed").containsExactly(42L, 42L, 43L);
    assertThat(host.results).extracting("state").containsOnly("INTERRUPTED");
    try (Stream<Path> folders = Files.list(data.resolve("sessions"))) {
      assertThat(folders).hasSize(3);
    }
  }

  @Test
  void anInterruptedPlayThreadChangesNothing() {
    play(42);
    for (int i = 0; gui.state.schedule.getSteps() < STEPS; i++) {
      if (i % 3 == 0) {
        Thread.currentThread().interrupt();
      }
      assertThat(gui.step()).isTrue();
      Thread.interrupted();
    }
    String digest = ((Colony) gui.state).digest();
    gui.finish();

    assertThat(digest).isEqualTo(host.headless(42, STEPS));
  }

  @Test
  void showsEveryAgentOfTheRoster() {
    play(42);
    digestAfter(200);

    assertThat(gui.map().nodes())
        .extracting(node -> node.agent().identity().id())
        .containsExactlyElementsOf(
            session().colony().roster().agents().stream()
                .map(agent -> agent.identity().id())
                .toList());
    assertThat(gui.map().nodes())
        .extracting(Node::position)
        .as("two agents at one place")
        .doesNotHaveDuplicates();
    assertThat(gui.map().nodes())
        .filteredOn(node -> node.agent().identity().role() == Role.DATA_MINER)
        .extracting(Node::condition)
        .contains(Condition.WORKING);
    gui.finish();
  }

  @Test
  void stepDoesNotHoldTheMonitorWhileALiveSessionWaitsForTheWall() throws Exception {
    host.pacer(() -> new LivePacer(1, System::nanoTime));
    play(42);
    Colony colony = session().colony();
    while (colony.counters().now() < colony.counters().tradingFrom()) {
      gui.step();
    }
    Thread player = playing();
    await().until(() -> player.getState() == Thread.State.TIMED_WAITING);

    long began = System.nanoTime();
    Schedule monitor = colony.schedule;
    synchronized (monitor) {
      player.interrupt();
    }
    player.join();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    gui.finish();
  }

  /** Plays like the Console's thread: until it is interrupted. */
  private Thread playing() {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!Thread.currentThread().isInterrupted() && gui.step()) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void aPauseWhileRedisStandsStillIsAnsweredAndTheRoundIsTakenUpAgain() throws Exception {
    play(42);
    digestAfter(100);
    Colony colony = session().colony();
    ProcessHandle server = server();
    signal(server, "STOP");
    Thread player = playing();
    await().until(() -> player.getState() == Thread.State.TIMED_WAITING);
    long before = colony.schedule.getSteps();

    Schedule monitor = colony.schedule;
    synchronized (monitor) {
      player.interrupt();
    }
    player.join(Duration.ofSeconds(5));
    assertThat(player.isAlive()).isFalse();
    signal(server, "CONT");
    String digest = digestAfter(Math.max(STEPS, before + 1));
    gui.finish();

    assertThat(digest).isEqualTo(host.headless(42, STEPS));
    assertThat(host.results).hasSize(1);
  }

  @Test
  void stopWhileRedisStandsStillEndsTheSession() throws Exception {
    host.with("redis.barrier-timeout-millis", "200");
    play(42);
    digestAfter(100);
    ProcessHandle server = server();
    signal(server, "STOP");
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            gui.step();
            return !session().isBusAvailable();
          });
      CompletableFuture<Void> finished = CompletableFuture.runAsync(gui::finish);
      await().atMost(Duration.ofSeconds(30)).until(finished::isDone);
    } finally {
      signal(server, "CONT");
    }

    assertThat(host.results).extracting("state").containsExactly("INTERRUPTED");
    assertThat(gui.session()).isNull();
  }

  /** The server that this session has started. */
  private ProcessHandle server() throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      Path file = files.filter(found -> found.endsWith("redis.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }
  }

  private static void signal(ProcessHandle process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }
}
