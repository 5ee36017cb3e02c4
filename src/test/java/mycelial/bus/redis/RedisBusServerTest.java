package mycelial.bus.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mycelial.bus.BusException;
import mycelial.bus.InMemoryBus;
import mycelial.bus.Samples;
import mycelial.message.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/** A Redis server that is short of something, or busy with another client. */
@Timeout(120)
final class RedisBusServerTest {
  private static final Path EMBEDDED = RedisServerProcess.binaries().getFirst();

  @Test
  void needsNoMemoryForKeys() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connectPatiently(redis.endpoint())) {
      redis.run("CONFIG", "SET", "maxmemory", "100kb");
      assertRefuses(redis, "OOM");
      Buses.assertDelivers(bus, Buses.rounds(31, 20));
      assertThat(bus.statistics().republishedRounds()).isZero();
    }
  }

  private static void assertRefuses(RedisServerProcess redis, String code) {
    await()
        .until(() -> {
          try {
            redis.run("SET", "key", "value");
            return false;
          } catch (JedisDataException refused) {
            return String.valueOf(refused.getMessage()).startsWith(code);
          }
        });
  }

  @Test
  void worksWhereRedisCannotSaveToDisk(@TempDir Path folder) throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    try (RedisServerProcess redis = RedisServerProcess.start(EMBEDDED, "--dir", gone.toString());
        RedisBus bus = Buses.connectPatiently(redis.endpoint())) {
      Files.delete(gone);
      redis.run("CONFIG", "SET", "save", "1 1");
      assertRefuses(redis, "MISCONF");
      Buses.assertDelivers(bus, Buses.rounds(32, 20));
      assertThat(bus.statistics().republishedRounds()).isZero();
    }
  }

  @Test
  void saysThatRedisTakesNoMoreClients() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        Link first = new Link(redis.endpoint())) {
      assertThat(first.ping()).isTrue();
      redis.run("CONFIG", "SET", "maxclients", "1");
      BusException failure =
          catchThrowableOfType(BusException.class, () -> Buses.connect(redis.endpoint()).close());
      assertThat(failure).hasMessageContaining("max number of clients");
    }
  }

  @Test
  void neverHasMoreThanThreeConnectionsHoweverOftenItComesBack() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      for (int i = 0; i < 5; i++) {
        redis.run("CLIENT", "KILL", "TYPE", "pubsub");
        Buses.assertDelivers(bus, Buses.rounds(i, 5));
        String clients = redis.run("CLIENT", "LIST");
        assertThat(clients.lines()).as("two, one that was killed, this one").hasSizeBetween(2, 4);
      }
      assertThat(bus.statistics().connections()).isEqualTo(2);
    }
  }

  @Test
  void losesNothingWhenItsRoundIsTooLargeForTheServersBuffer() throws Exception {
    Samples samples = new Samples(33);
    List<Envelope> round = new ArrayList<>();
    for (int i = 1; i <= 20_000; i++) {
      round.add(samples.fullMarketData(i));
    }
    List<Boolean> availability = new CopyOnWriteArrayList<>();
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint(), availability::add);
        InMemoryBus perfect = new InMemoryBus("s1");
        ExecutorService model = Executors.newSingleThreadExecutor()) {
      redis.run("CONFIG", "SET", "client-output-buffer-limit", "pubsub 64kb 32kb 1");
      Future<List<Envelope>> delivered = model.submit(() -> bus.round(round));
      await().until(() -> availability.contains(false));
      redis.run("CONFIG", "SET", "client-output-buffer-limit", "pubsub 32mb 8mb 60");
      assertThat(delivered.get()).isEqualTo(perfect.round(round));
      assertThat(bus.statistics().republishedRounds()).isPositive();
      assertThat(availability).endsWith(true);
    }
  }

  @Test
  void losesNothingWhenAnotherClientEmptiesOrBlocksTheServer() throws Exception {
    try (RedisServerProcess redis = RedisServerProcess.start(EMBEDDED, "--lua-time-limit", "50");
        RedisBus bus = Buses.connect(redis.endpoint());
        ExecutorService other = Executors.newFixedThreadPool(2)) {
      redis.run("FLUSHALL");
      Buses.assertDelivers(bus, Buses.rounds(34, 5));
      Future<String> sleep = other.submit(() -> redis.run("DEBUG", "SLEEP", "1"));
      Buses.assertDelivers(bus, Buses.rounds(35, 5));
      assertThat(sleep.get()).isEqualTo("OK");
      Future<?> script = other.submit(() -> block(redis));
      await().until(() -> isBusy(redis));
      Future<List<Envelope>> round = other.submit(() -> bus.round(new Samples(36).envelopes(7)));
      await().until(() -> bus.statistics().republishedRounds() > 0);
      redis.run("SCRIPT", "KILL");
      script.get();
      assertThat(round.get()).hasSize(7);
    }
  }

  private static void block(RedisServerProcess redis) {
    try (Link link = new Link(redis.endpoint())) {
      link.setSoTimeout(60_000);
      link.sendCommand(Protocol.Command.EVAL, "while true do end", "0");
      link.getOne();
    } catch (JedisDataException killed) {
      assertThat(killed).hasMessageContaining("killed");
    }
  }

  private static boolean isBusy(RedisServerProcess redis) {
    try {
      redis.run("GET", "key");
      return false;
    } catch (JedisDataException busy) {
      return String.valueOf(busy.getMessage()).startsWith("BUSY");
    }
  }
}
