package mycelial.colony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.SplittableRandom;
import mycelial.bus.InMemoryBus;
import mycelial.bus.redis.RedisEndpoint;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.market.SignalSource;
import mycelial.message.SystemControl.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;

/** What strangers say on the session's channels changes no result and is counted. */
@Timeout(120)
final class ForeignMailTest {
  private static final int HANDFULS = 10;
  private static final int HANDFUL = 1000;
  private static final List<String> CHANNELS =
      List.of("market-data:XXBTZUSD", "mycelial-trade-ideas", "system-control", "session-sync");

  private final SplittableRandom random = new SplittableRandom(5);

  private static ColonyKit kit() {
    return ColonyKit.on(Fixtures.SAMPLE.until(Fixtures.MIDNIGHT)).warmUpHours(3);
  }

  private byte[] garbage() {
    return switch (random.nextInt(5)) {
      case 0 -> new byte[0];
      case 1 -> "{}".getBytes(UTF_8);
      case 2 -> "{\"session\":\"kit\",\"epoch\":1,\"seq\":".getBytes(UTF_8);
      case 3 -> "{\"session\":\"kit\",\"heartbeat\":false}".getBytes(UTF_8);
      default -> {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        yield noise;
      }
    };
  }

  private void pour(RedisEndpoint endpoint) {
    try (Jedis jedis = new Jedis(endpoint.host(), endpoint.port());
        Pipeline pipeline = jedis.pipelined()) {
      for (int i = 0; i < HANDFUL; i++) {
        byte[] channel = CHANNELS.get(i % CHANNELS.size()).getBytes(UTF_8);
        pipeline.publish(channel, garbage());
      }
      pipeline.sync();
    }
  }

  @Test
  void garbageForgeryDuplicatesAndAHaltSentAgainChangeNothingButTheCounters() {
    Outcome free = kit().run().requireTraded();
    long instants = free.counters().instants();
    InMemoryBus memory = new InMemoryBus(ColonyKit.SESSION);
    Outcome quiet =
        kit()
            .bus((channels, onMail) -> memory)
            .run((colony, instant) -> {
              if (instant == instants * 2 / 3) {
                memory.command(RedisRig.command(Command.HALT).toControl());
              }
            });
    assertThat(quiet.digest()).isNotEqualTo(free.digest());
    assertThat(quiet.stored().opened(SignalSource.ACCOUNT)).isNotEmpty();

    try (RedisRig rig = new RedisRig();
        Parrot parrot = new Parrot(rig.server().endpoint());
        Interference stranger =
            new Interference(
                HANDFULS, instants / (HANDFULS + 3), () -> pour(rig.server().endpoint()))) {
      Outcome noisy =
          kit()
              .bus(rig::open)
              .run((colony, instant) -> {
                stranger.after(colony, instant);
                if (instant == instants * 2 / 3) {
                  rig.send(Command.HALT);
                } else if (instant == instants * 9 / 10) {
                  await().until(() -> rig.statistics().rejectedCommands() > 0);
                }
              });

      assertThat(noisy.digest()).isEqualTo(quiet.digest());
      assertThat(noisy.bus().messages()).isEqualTo(quiet.bus().messages());
      assertThat(stranger.done()).isEqualTo(HANDFULS);
      assertThat(parrot.repeated()).isGreaterThan(1000);
      assertThat(parrot.forged()).isGreaterThan(100);
      assertThat(noisy.bus().foreignMessages())
          .isGreaterThanOrEqualTo((long) HANDFULS * HANDFUL + parrot.forged() / 2);
      assertThat(noisy.bus().malformedMessages()).isGreaterThan(5000);
      assertThat(noisy.bus().duplicateMessages()).isPositive();
      assertThat(noisy.bus().rejectedCommands()).isPositive();
    }
  }
}
