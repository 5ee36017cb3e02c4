package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mycelial.bus.InMemoryBus;
import mycelial.bus.MessageBus;
import mycelial.bus.Samples;
import mycelial.message.Envelope;

/** What the tests of the Redis bus share. */
final class Buses {
  static final byte[] TOKEN = "the control token".getBytes(UTF_8);

  private Buses() {}

  static BusOptions options(RedisEndpoint endpoint) {
    return new BusOptions(
        "s1", "", endpoint, TOKEN, Duration.ofMillis(400), Duration.ofSeconds(60));
  }

  static RedisBus connect(RedisEndpoint endpoint) {
    return connect(options(endpoint));
  }

  /** A bus that waits as long for a barrier as a session does. */
  static RedisBus connectPatiently(RedisEndpoint endpoint) {
    return connect(BusOptions.defaults("s1", "", endpoint, TOKEN));
  }

  static RedisBus connect(BusOptions options) {
    return RedisBus.connect(options, Samples.channels(), () -> {}, up -> {}, null);
  }

  /**
   * A bus of which a test listens to the availability.
   *
   * @param availability is told when the server is lost (false) and when it is back
   */
  static RedisBus connect(RedisEndpoint endpoint, Consumer<Boolean> availability) {
    return RedisBus.connect(options(endpoint), Samples.channels(), () -> {}, availability, null);
  }

  /** A bus of which a test listens to the mail. */
  static RedisBus connect(RedisEndpoint endpoint, Runnable onMail) {
    return RedisBus.connect(options(endpoint), Samples.channels(), onMail, up -> {}, null);
  }

  /** Rounds of random messages, several a round. */
  static List<List<Envelope>> rounds(long seed, int count) {
    Samples samples = new Samples(seed);
    List<List<Envelope>> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rounds.add(samples.envelopes(1 + i % 20));
    }
    return rounds;
  }

  /** Sends the rounds and checks that what comes back is what a perfect bus would deliver. */
  static void assertDelivers(MessageBus bus, List<List<Envelope>> rounds) {
    try (InMemoryBus perfect = new InMemoryBus("s1")) {
      for (List<Envelope> round : rounds) {
        assertThat(bus.round(round)).isEqualTo(perfect.round(round));
      }
    }
  }
}
