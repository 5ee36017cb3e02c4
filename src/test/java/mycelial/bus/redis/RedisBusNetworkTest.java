package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import mycelial.bus.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that is slow, cuts messages into pieces, mixes them up or breaks in mid-round. */
@Timeout(60)
final class RedisBusNetworkTest {
  private final RedisServerProcess redis = RedisServerProcess.start();
  private final AtomicInteger messages = new AtomicInteger();
  private FaultyProxy proxy;

  @BeforeEach
  void startProxy() throws IOException {
    proxy = new FaultyProxy(redis.port());
  }

  @AfterEach
  void stop() {
    proxy.close();
    redis.close();
  }

  private RedisBus connect(Duration barrierTimeout) {
    return Buses.connect(
        new BusOptions(
            "s1", "", proxy.endpoint(), Buses.TOKEN, barrierTimeout, Duration.ofSeconds(30)));
  }

  private static boolean isMessage(byte[] frame) {
    return new String(frame, UTF_8).contains(FaultyProxy.MESSAGE);
  }

  private static void delay(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static List<byte[]> singleBytes(byte[] frame) {
    List<byte[]> bytes = new ArrayList<>();
    for (int i = 0; i < frame.length; i++) {
      bytes.add(Arrays.copyOfRange(frame, i, i + 1));
    }
    return bytes;
  }

  @Test
  void latencyAndJitterAndSingleBytesChangeNothing() {
    SplittableRandom jitter = new SplittableRandom(3);
    try (RedisBus bus = connect(Duration.ofSeconds(5))) {
      proxy.fault(frame -> {
        if (!isMessage(frame)) {
          return List.of(frame);
        }
        int number = messages.incrementAndGet();
        delay(number % 40 == 0 ? 200 : jitter.nextInt(2));
        return number % 3 == 0 ? singleBytes(frame) : List.of(frame);
      });
      Buses.assertDelivers(bus, Buses.rounds(21, 20));
      assertThat(bus.statistics().republishedRounds()).isZero();
      assertThat(messages).hasValueGreaterThan(200);
    }
  }

  @Test
  void aLargeRoundIsWaitedForAsLongAsItsMessagesKeepComing() {
    try (RedisBus bus = connect(Duration.ofSeconds(1))) {
      proxy.fault(frame -> {
        if (isMessage(frame)) {
          delay(20);
        }
        return List.of(frame);
      });
      long began = System.nanoTime();
      Buses.assertDelivers(bus, List.of(new Samples(22).envelopes(100)));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(bus.statistics().republishedRounds()).isZero();
    }
  }

  @Test
  void redoesARoundWhoseMessagesComeInAnotherOrder() {
    byte[][] held = new byte[1][];
    try (RedisBus bus = connect(Duration.ofMillis(400))) {
      proxy.fault(frame -> {
        int number = isMessage(frame) ? messages.incrementAndGet() : 0;
        if (number == 30) {
          held[0] = frame;
          return List.of();
        }
        return number == 31 ? List.of(frame, held[0]) : List.of(frame);
      });
      Buses.assertDelivers(bus, List.of(new Samples(23).envelopes(60)));
      assertThat(bus.statistics().republishedRounds()).isPositive();
      assertThat(bus.statistics().foreignMessages()).isZero();
    }
  }

  @Test
  void redoesARoundWhoseSubscriptionIsKilledBetweenItsMessages() {
    List<String> killed = new ArrayList<>();
    try (RedisBus bus = connect(Duration.ofSeconds(5))) {
      proxy.fault(frame -> {
        if (isMessage(frame) && messages.incrementAndGet() == 50) {
          killed.add(redis.run("CLIENT", "KILL", "TYPE", "pubsub"));
        }
        return List.of(frame);
      });
      Buses.assertDelivers(bus, List.of(new Samples(24).envelopes(3000)));
      assertThat(killed).containsExactly("1");
      assertThat(bus.statistics().republishedRounds()).isPositive();
    }
  }
}
