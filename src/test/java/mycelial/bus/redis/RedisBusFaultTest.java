package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import mycelial.bus.InMemoryBus;
import mycelial.bus.Samples;
import mycelial.message.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Protocol;

final class RedisBusFaultTest {
  static List<Path> binaries() {
    return RedisServerProcess.binaries();
  }

  /** Sends rounds on another thread while the fault happens on this one. */
  private static void whileRoundsGoOn(RedisBus bus, int count, ThrowingRunnable fault)
      throws Exception {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger faultAt = new AtomicInteger(Integer.MAX_VALUE);
    try (ExecutorService model = Executors.newSingleThreadExecutor();
        InMemoryBus perfect = new InMemoryBus("s1")) {
      Future<?> stream =
          model.submit(() -> {
            Samples samples = new Samples(11);
            while (done.get() < faultAt.get()) {
              List<Envelope> round = samples.envelopes(1 + done.get() % 20);
              assertThat(bus.round(round)).isEqualTo(perfect.round(round));
              done.incrementAndGet();
            }
          });
      await().until(() -> done.get() >= count);
      fault.run();
      faultAt.set(done.get() + count);
      stream.get();
    }
  }

  private interface ThrowingRunnable {
    void run() throws Exception;
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void losesNothingWhenRedisIsKilledAndComesBack(Path binary) throws Exception {
    List<Boolean> availability = new CopyOnWriteArrayList<>();
    try (RedisServerProcess redis = RedisServerProcess.start(binary);
        RedisBus bus = Buses.connect(redis.endpoint(), availability::add)) {
      whileRoundsGoOn(
          bus,
          50,
          () -> {
            redis.kill9();
            await().until(() -> availability.contains(false));
            redis.restart();
          });
      assertThat(bus.statistics().republishedRounds()).isPositive();
      assertThat(availability).startsWith(false).endsWith(true);
    }
  }

  @Test
  void losesNothingWhenRedisStandsStill() throws Exception {
    List<Boolean> availability = new CopyOnWriteArrayList<>();
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint(), availability::add)) {
      whileRoundsGoOn(
          bus,
          50,
          () -> {
            redis.pause();
            await().pollDelay(Duration.ofSeconds(4)).until(() -> availability.contains(false));
            redis.resume();
          });
      assertThat(bus.statistics().republishedRounds()).isPositive();
      await().untilAsserted(() -> assertThat(availability).endsWith(true));
    }
  }

  @Test
  void losesNothingWhenItsSubscriptionIsKilledAgainAndAgain() throws Exception {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      for (int i = 0; i < 10; i++) {
        whileRoundsGoOn(bus, 5, () -> redis.run("CLIENT", "KILL", "TYPE", "pubsub"));
      }
      assertThat(bus.statistics().republishedRounds()).isPositive();
    }
  }

  @Test
  void findsASilentRedisWhileIdle() {
    List<Boolean> availability = new CopyOnWriteArrayList<>();
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint(), availability::add)) {
      redis.pause();
      await().untilAsserted(() -> assertThat(availability).containsExactly(false));
      redis.resume();
      await().untilAsserted(() -> assertThat(availability).containsExactly(false, true));
      Buses.assertDelivers(bus, Buses.rounds(2, 3));
    }
  }

  /** What the proxy does to one reply in the middle of a round. */
  enum Fault {
    ALTER(frame -> List.of(altered(frame)), "baseline-trade-ideas"),
    DROP(frame -> List.of(), "baseline-trade-ideas"),
    DUPLICATE(frame -> List.of(frame, frame), "baseline-trade-ideas"),
    SWALLOW_BARRIER(frame -> List.of(), "\"count\""),
    ALTER_BARRIER(frame -> List.of(altered(frame)), "\"count\""),
    DUPLICATE_BARRIER(frame -> List.of(frame, frame), "\"count\"");

    private final Function<byte[], List<byte[]>> effect;
    private final String victim;

    Fault(Function<byte[], List<byte[]>> effect, String victim) {
      this.effect = effect;
      this.victim = victim;
    }

    private static byte[] altered(byte[] frame) {
      byte[] other = frame.clone();
      other[other.length - 6] ^= 1;
      return other;
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void losesAndDoublesNothingThroughAFaultyNetwork(Fault fault) throws Exception {
    try (RedisServerProcess redis = RedisServerProcess.start();
        FaultyProxy proxy = new FaultyProxy(redis.port());
        RedisBus bus = Buses.connect(proxy.endpoint())) {
      AtomicInteger victims = new AtomicInteger();
      proxy.fault(frame -> {
        String text = new String(frame, UTF_8);
        boolean hit =
            text.contains(FaultyProxy.MESSAGE)
                && text.contains(fault.victim)
                && victims.incrementAndGet() % 9 == 4;
        return hit ? fault.effect.apply(frame) : List.of(frame);
      });
      Buses.assertDelivers(bus, Buses.rounds(12, 40));
      assertThat(victims).hasValueGreaterThan(13);
      if (fault.name().startsWith("DUPLICATE")) {
        assertThat(bus.statistics().duplicateMessages()).isPositive();
        assertThat(bus.statistics().republishedRounds()).isZero();
      } else {
        assertThat(bus.statistics().republishedRounds()).isPositive();
      }
    }
  }

  @Test
  void findsABlackHole() throws Exception {
    List<Boolean> availability = new CopyOnWriteArrayList<>();
    try (RedisServerProcess redis = RedisServerProcess.start();
        FaultyProxy proxy = new FaultyProxy(redis.port());
        RedisBus bus = Buses.connect(proxy.endpoint(), availability::add)) {
      whileRoundsGoOn(
          bus,
          20,
          () -> {
            proxy.fault(frame -> List.of());
            await().until(() -> availability.contains(false));
            proxy.fault(List::of);
          });
      assertThat(bus.statistics().republishedRounds()).isPositive();
    }
  }

  @Test
  void namesAChannelOnWhichItMayNotPublish() {
    try (RedisServerProcess redis = RedisServerProcess.start()) {
      redis.run("ACL", "SETUSER", "bus", "on", ">secret", "+@all", "allchannels");
      RedisEndpoint login = new RedisEndpoint("127.0.0.1", redis.port(), "bus", "secret", false);
      try (RedisBus bus = Buses.connect(login)) {
        Buses.assertDelivers(bus, Buses.rounds(1, 2));
        redis.run("ACL", "SETUSER", "bus", "-publish");
        List<Envelope> round = new Samples(1).envelopes(1);
        assertThatThrownBy(() -> bus.round(round))
            .isInstanceOf(BusException.class)
            .hasMessageContaining("NOPERM")
            .hasMessageContaining(round.getFirst().channel().name());
      }
    }
  }

  @Test
  void stopsWhenThePasswordIsNoLongerRight() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      Buses.assertDelivers(bus, Buses.rounds(1, 2));
      try (Link admin = new Link(redis.endpoint())) {
        admin.sendCommand(Protocol.Command.CONFIG, "SET", "requirepass", "other");
        admin.getOne();
        admin.sendCommand(Protocol.Command.CLIENT, "KILL", "TYPE", "pubsub");
        admin.getOne();
      }
      await().until(() -> bus.statistics().connections() < 2);
      assertThatThrownBy(() -> bus.round(new Samples(1).envelopes(1)))
          .isInstanceOf(BusException.class)
          .hasMessageContaining("NOAUTH");
    }
  }

  @Test
  void stopsWhenItsChannelsAreTakenAway() {
    try (RedisServerProcess redis = RedisServerProcess.start()) {
      redis.run("ACL", "SETUSER", "bus", "on", ">secret", "+@all", "allchannels");
      RedisEndpoint login = new RedisEndpoint("127.0.0.1", redis.port(), "bus", "secret", false);
      try (RedisBus bus = Buses.connect(login)) {
        redis.run("ACL", "SETUSER", "bus", "resetchannels");
        await().until(() -> bus.statistics().connections() < 2);
        assertThatThrownBy(() -> bus.round(new Samples(1).envelopes(1)))
            .isInstanceOf(BusException.class)
            .hasMessageContaining("NOPERM");
      }
    }
  }

  @Test
  void givesUpWhenRedisStaysAway() {
    try (RedisServerProcess redis = RedisServerProcess.start()) {
      BusOptions patient = Buses.options(redis.endpoint());
      BusOptions impatient =
          new BusOptions(
              "s1",
              "",
              patient.endpoint(),
              Buses.TOKEN,
              Duration.ofMillis(50),
              Duration.ofMillis(300));
      try (RedisBus bus = Buses.connect(impatient)) {
        redis.kill9();
        assertThatThrownBy(() -> bus.round(new Samples(1).envelopes(1)))
            .isInstanceOf(BusException.class)
            .hasMessageContaining("127.0.0.1:" + redis.port())
            .extracting(failure -> ((BusException) failure).kind())
            .isEqualTo(Cause.UNREACHABLE);
      }
    }
  }
}
