package mycelial.bus.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mycelial.bus.BusException;
import mycelial.bus.BusStatistics;
import mycelial.bus.MessageCodec;
import mycelial.bus.OperatorCommand;
import mycelial.bus.Samples;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RedisBusTest {
  static List<Path> binaries() {
    return RedisServerProcess.binaries();
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void deliversWhatABusWithoutRedisDelivers(Path binary) {
    try (RedisServerProcess redis = RedisServerProcess.start(binary);
        RedisBus bus = Buses.connect(redis.endpoint())) {
      Buses.assertDelivers(bus, Buses.rounds(1, 200));
      BusStatistics statistics = bus.statistics();
      assertThat(statistics.rounds()).isEqualTo(200);
      assertThat(statistics.republishedRounds()).isZero();
      assertThat(statistics.foreignMessages()).isZero();
      assertThat(statistics.duplicateMessages()).isZero();
      assertThat(statistics.connections()).isEqualTo(2);
    }
  }

  @Test
  void isTestedWithTheSystemsServerToo() {
    assumeThat(RedisServerProcess.systemBinary())
        .as("no redis-server installed on this machine: only the embedded one was tested")
        .isNotNull();
    assertThat(binaries()).hasSize(2);
  }

  @Test
  void makesNoRoundTripForNothing() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      redis.pause();
      assertThat(bus.round(List.of())).isEmpty();
      redis.resume();
      assertThat(bus.statistics().rounds()).isZero();
    }
  }

  @Test
  void deliversNewObjectsAndNotTheSenders() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      Envelope sent = new Samples(3).envelope(Topic.BASELINE_TRADE_IDEAS);
      Envelope received = bus.round(List.of(sent)).getFirst();
      assertThat(received).isEqualTo(sent).isNotSameAs(sent);
      assertThat(received.body()).isNotSameAs(sent.body());
    }
  }

  @Test
  void carriesALargeRound() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      Buses.assertDelivers(bus, List.of(new Samples(4).envelopes(3000)));
    }
  }

  @Test
  void ignoresGarbageForgeriesAndCapturedMessages() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint());
        Link intruder = new Link(redis.endpoint())) {
      List<List<Envelope>> rounds = Buses.rounds(5, 30);
      Buses.assertDelivers(bus, rounds);
      byte[] channel = "baseline-trade-ideas".getBytes(UTF_8);
      MessageCodec codec = new MessageCodec();
      Envelope idea = new Samples(6).envelope(Topic.BASELINE_TRADE_IDEAS);
      for (int i = 0; i < 10_000; i++) {
        byte[] forged = codec.encode(idea, "s1", i);
        intruder.publish(channel, i % 2 == 0 ? forged : ("garbage " + i).getBytes(UTF_8));
      }
      Envelope last = rounds.getLast().getFirst();
      byte[] captured = codec.encode(last, "s1", 30);
      intruder.publish(last.channel().name().getBytes(UTF_8), captured);
      assertThat(intruder.getMany(10_001)).containsOnly(1L);
      await().untilAsserted(() -> assertThat(bus.statistics().duplicateMessages()).isEqualTo(1));
      Buses.assertDelivers(bus, Buses.rounds(7, 30));
      BusStatistics statistics = bus.statistics();
      assertThat(statistics.foreignMessages()).isEqualTo(10_000);
      assertThat(statistics.malformedMessages()).isEqualTo(5_000);
      assertThat(statistics.duplicateMessages()).isEqualTo(1);
      assertThat(statistics.republishedRounds()).isZero();
    }
  }

  /** What a stranger may publish that is no message, or only nearly one. */
  private static List<byte[]> hostileTexts() {
    Envelope idea = new Samples(6).envelope(Topic.BASELINE_TRADE_IDEAS);
    String good = new String(new MessageCodec().encode(idea, "s1", 1), UTF_8);
    byte[] badLetters = good.replaceFirst("\"reason", "\"\u0001ason").getBytes(UTF_8);
    badLetters[good.length() / 2] = (byte) 0xff;
    List<byte[]> texts = new ArrayList<>();
    for (String text :
        List.of(
            "",
            "\0",
            good.substring(0, good.length() / 2),
            good.replaceFirst("\\{", "{\"seq\":1,"),
            good.replaceFirst("\\{", "{\"version\":2,"),
            good.replaceFirst("\"timestamp\":[^,]*", "\"timestamp\":NaN"),
            good.replaceFirst("\"timestamp\":[^,]*", "\"timestamp\":1e999"),
            "[".repeat(100_000),
            "{\"a\":".repeat(15_000),
            "x".repeat(PushReader.LONGEST))) {
      texts.add(text.getBytes(UTF_8));
    }
    texts.add(badLetters);
    texts.add(new byte[PushReader.LONGEST + 1]);
    texts.add(new byte[5_000_000]);
    return texts;
  }

  @Test
  void countsHostileTextsAndKeepsListening() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connectPatiently(redis.endpoint());
        Link intruder = new Link(redis.endpoint())) {
      List<byte[]> texts = hostileTexts();
      for (byte[] text : texts) {
        intruder.publish("baseline-trade-ideas".getBytes(UTF_8), text);
      }
      assertThat(intruder.getMany(texts.size())).containsOnly(1L);
      await().until(() -> bus.statistics().foreignMessages() == texts.size());
      assertThat(bus.statistics().malformedMessages()).isEqualTo(texts.size());
      Buses.assertDelivers(bus, Buses.rounds(7, 30));
      assertThat(bus.statistics().republishedRounds()).isZero();
    }
  }

  @Test
  void survivesATextForWhichRedisCutsItOff() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint());
        Link intruder = new Link(redis.endpoint())) {
      intruder.publish("system-control".getBytes(UTF_8), new byte[50_000_000]);
      assertThat(intruder.getMany(1)).hasSize(1);
      Buses.assertDelivers(bus, Buses.rounds(7, 30));
    }
  }

  @Test
  void goesOnWhenAListenerThrows() {
    AtomicInteger mail = new AtomicInteger();
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus =
            RedisBus.connect(
                Buses.options(redis.endpoint()),
                Samples.channels(),
                () -> {
                  mail.incrementAndGet();
                  throw new IllegalStateException("a faulty listener");
                },
                up -> {},
                null)) {
      for (int i = 1; i <= 3; i++) {
        int sent = i;
        OperatorClient.send(
            redis.endpoint(),
            "",
            OperatorCommand.sign("s1", "n" + i, Command.HALT, "why", Buses.TOKEN));
        await().until(() -> mail.get() == sent);
        Buses.assertDelivers(bus, Buses.rounds(i, 10));
      }
      assertThat(bus.takeCommands()).hasSize(3);
    }
  }

  @Test
  void goesOnAfterTenThousandForeignMessagesInTheMiddleOfItsRounds() throws Exception {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(BusOptions.defaults("s1", "", redis.endpoint(), Buses.TOKEN));
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> flood =
          other.submit(() -> {
            try (Link intruder = new Link(redis.endpoint())) {
              for (int i = 0; i < 10_000; i++) {
                byte[] text = ("{\"count\":" + i + "}").getBytes(UTF_8);
                intruder.publish(
                    (i % 2 == 0 ? "session-sync" : "system-control").getBytes(UTF_8), text);
              }
              intruder.getMany(10_000);
            }
          });
      Buses.assertDelivers(bus, Buses.rounds(8, 200));
      flood.get();
      await().untilAsserted(() -> assertThat(bus.statistics().foreignMessages()).isEqualTo(10_000));
      assertThat(bus.statistics().rejectedCommands()).isZero();
    }
  }

  @Test
  void takesAnAuthenticCommandOnce() {
    AtomicInteger mail = new AtomicInteger();
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint(), mail::incrementAndGet)) {
      OperatorCommand halt = OperatorCommand.sign("s1", "n1", Command.HALT, "why", Buses.TOKEN);
      OperatorClient.send(redis.endpoint(), "", halt);
      await().until(() -> mail.get() == 1);
      assertThat(bus.takeCommands())
          .containsExactly(new SystemControl(Command.HALT, SystemControl.Origin.OPERATOR, "why"));
      OperatorClient.send(redis.endpoint(), "", halt);
      OperatorClient.send(
          redis.endpoint(),
          "",
          OperatorCommand.sign("s1", "n2", Command.HALT, "why", "guess".getBytes(UTF_8)));
      OperatorClient.send(
          redis.endpoint(), "", OperatorCommand.sign("s2", "n3", Command.HALT, "why", Buses.TOKEN));
      await().untilAsserted(() -> assertThat(bus.statistics().rejectedCommands()).isEqualTo(3));
      assertThat(bus.takeCommands()).isEmpty();
      assertThat(mail).hasValue(1);
    }
  }

  @Test
  void confirmsACommandThatWasRelayed() throws Exception {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint());
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      OperatorCommand halt = OperatorCommand.sign("s1", "n1", Command.HALT, "why", Buses.TOKEN);
      Future<Boolean> receipt =
          other.submit(() ->
              OperatorClient.sendAndAwait(redis.endpoint(), "", halt, Duration.ofSeconds(20)));
      List<SystemControl> commands = new ArrayList<>();
      await().until(() -> commands.addAll(bus.takeCommands()));
      bus.round(List.of(new Envelope(0, 1, 1, Wire.control(), commands.getFirst())));
      assertThat(receipt.get()).isTrue();
      assertThat(OperatorClient.sendAndAwait(redis.endpoint(), "", halt, Duration.ofMillis(50)))
          .isFalse();
    }
  }

  @Test
  void keepsAnInterruptForItsCaller() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint())) {
      Thread.currentThread().interrupt();
      Buses.assertDelivers(bus, Buses.rounds(9, 1));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesAChannelThatItWasNotGiven() {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus =
            RedisBus.connect(
                Buses.options(redis.endpoint()),
                List.of(Wire.control()),
                () -> {},
                up -> {},
                null)) {
      List<Envelope> round = List.of(new Samples(1).envelope(Topic.BASELINE_TRADE_IDEAS));
      assertThatThrownBy(() -> bus.round(round))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("baseline-trade-ideas is not a channel of this session");
    }
  }

  @Test
  void endsABlockedRoundWhenItIsClosed() throws Exception {
    try (RedisServerProcess redis = RedisServerProcess.start();
        RedisBus bus = Buses.connect(redis.endpoint());
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      redis.pause();
      Future<List<Envelope>> blocked = other.submit(() -> bus.round(new Samples(1).envelopes(3)));
      await().until(bus::isBusy);
      Runnable closing = bus::close;
      closing.run();
      assertThatThrownBy(blocked::get)
          .hasCauseInstanceOf(BusException.class)
          .cause()
          .extracting(failure -> ((BusException) failure).kind())
          .isEqualTo(BusException.Cause.CLOSED);
      redis.resume();
    }
  }
}
