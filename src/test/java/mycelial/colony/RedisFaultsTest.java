package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import mycelial.colony.ColonyKit.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to Redis in mid-run, the result is that of a run without Redis. */
@Timeout(120)
final class RedisFaultsTest {
  private static Outcome perfect = Fixtures.sample().run();

  @BeforeAll
  static void play() {
    perfect.requireTraded();
  }

  private static Outcome disturbed(RedisRig rig, int times, Interference.Act act) {
    long every = perfect.counters().instants() / (times + 2);
    try (Interference interference = new Interference(times, every, act)) {
      Outcome outcome = Fixtures.sample().bus(rig::open).run(interference);
      assertThat(interference.done()).isEqualTo(times);
      return outcome;
    }
  }

  private static void assertUnchanged(Outcome outcome) {
    assertThat(outcome.digest()).isEqualTo(perfect.digest());
    assertThat(outcome.bus().messages()).isEqualTo(perfect.bus().messages());
    assertThat(outcome.bus().rounds()).isEqualTo(perfect.bus().rounds());
    assertThat(outcome.bus().connections()).isBetween(1, 3);
  }

  @Test
  void undisturbedRedisGivesTheDigestOfTheBusInMemory() {
    try (RedisRig rig = new RedisRig()) {
      Outcome outcome = Fixtures.sample().bus(rig::open).run();

      assertUnchanged(outcome);
      assertThat(outcome.bus().republishedRounds()).isZero();
      assertThat(outcome.bus().foreignMessages()).isZero();
    }
  }

  @Test
  void aServerKilledAndStartedAgainFiveTimesChangesNothing() {
    try (RedisRig rig = new RedisRig()) {
      Outcome outcome = disturbed(rig, 5, rig.server()::restart);

      assertUnchanged(outcome);
      assertThat(outcome.bus().republishedRounds()).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void aServerThatStandsStillForSecondsChangesNothing() {
    try (RedisRig rig = new RedisRig()) {
      Outcome outcome =
          disturbed(
              rig,
              1,
              () -> {
                rig.server().pause();
                try {
                  await().during(Duration.ofSeconds(3)).until(() -> true);
                } finally {
                  rig.server().resume();
                }
              });

      assertUnchanged(outcome);
      assertThat(outcome.bus().republishedRounds()).isPositive();
    }
  }

  @Test
  void subscribersCutOffTenTimesChangeNothing() {
    try (RedisRig rig = new RedisRig()) {
      assertUnchanged(
          disturbed(
              rig,
              10,
              () ->
                  assertThat(rig.server().run("CLIENT", "KILL", "TYPE", "pubsub")).isEqualTo("1")));
    }
  }
}
