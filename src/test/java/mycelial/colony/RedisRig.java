package mycelial.colony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import mycelial.bus.BusStatistics;
import mycelial.bus.MessageBus;
import mycelial.bus.OperatorCommand;
import mycelial.bus.redis.BusOptions;
import mycelial.bus.redis.OperatorClient;
import mycelial.bus.redis.RedisBus;
import mycelial.bus.redis.RedisServerProcess;
import mycelial.message.Channel;
import mycelial.message.SystemControl.Command;
import org.jspecify.annotations.Nullable;

/** A Redis server of its own for one test, with buses to it. */
final class RedisRig implements AutoCloseable {
  private static final byte[] TOKEN = "the control token".getBytes(UTF_8);

  private final RedisServerProcess server = RedisServerProcess.start();
  private final AtomicInteger mails = new AtomicInteger();
  private volatile @Nullable MessageBus bus;

  RedisServerProcess server() {
    return server;
  }

  /** A bus that takes a barrier for lost after 400 ms. */
  MessageBus open(List<Channel> channels, Runnable onMail) {
    BusOptions options =
        new BusOptions(
            ColonyKit.SESSION,
            "",
            server.endpoint(),
            TOKEN,
            Duration.ofMillis(400),
            Duration.ofSeconds(60));
    MessageBus opened =
        RedisBus.connect(
            options,
            channels,
            () -> {
              mails.incrementAndGet();
              onMail.run();
            },
            available -> {},
            null);
    bus = opened;
    return opened;
  }

  BusStatistics statistics() {
    return Objects.requireNonNull(bus).statistics();
  }

  /** Waits until some command has come in. */
  void awaitMail() {
    if (mails.get() == 0) {
      await().until(() -> mails.get() > 0);
    }
  }

  /** Closes the bus under the run. */
  void leave() {
    Objects.requireNonNull(bus).close();
  }

  static OperatorCommand command(Command command) {
    return OperatorCommand.sign(
        ColonyKit.SESSION, "nonce-" + command, command, "said by a test", TOKEN);
  }

  /** Sends a command and waits until it is with the session, which has not yet looked at it. */
  void send(Command command) {
    int before = mails.get();
    OperatorClient.send(server.endpoint(), "", command(command));
    await().until(() -> mails.get() > before);
  }

  @Override
  public void close() {
    server.close();
  }
}
