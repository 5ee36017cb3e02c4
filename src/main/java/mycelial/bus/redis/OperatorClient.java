package mycelial.bus.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import mycelial.bus.BusException;
import mycelial.bus.MalformedMessageException;
import mycelial.bus.MessageCodec;
import mycelial.bus.OperatorCommand;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Sends operators' commands to a session that runs in another process. */
public final class OperatorClient {
  private OperatorClient() {}

  /**
   * Sends a command and does not wait for anything.
   *
   * @throws BusException when Redis cannot be reached or refuses
   */
  public static void send(RedisEndpoint endpoint, String prefix, OperatorCommand command) {
    Connector connector = new Connector(endpoint, null);
    try (Link link = connector.open()) {
      link.publish(controlChannel(prefix).getBytes(StandardCharsets.UTF_8), command.encode());
      link.getOne();
    } catch (JedisException failure) {
      throw connector.explain(failure);
    }
  }

  /**
   * Sends a command and waits until the session has relayed it to its agents.
   *
   * @return whether that was seen in time
   * @throws BusException when Redis cannot be reached or refuses
   */
  public static boolean sendAndAwait(
      RedisEndpoint endpoint, String prefix, OperatorCommand command, Duration patience) {
    Connector connector = new Connector(endpoint, null);
    try (Link ear = connector.open()) {
      ear.listenTo(List.of(controlChannel(prefix)));
      send(endpoint, prefix, command);
      return awaitRelay(ear, command, System.nanoTime() + patience.toNanos());
    } catch (JedisException failure) {
      throw connector.explain(failure);
    }
  }

  private static boolean awaitRelay(Link ear, OperatorCommand command, long deadline) {
    RelayListener listener = new RelayListener(command);
    try {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      while (left > 0 && !listener.heard) {
        ear.hear(listener, (int) Math.min(left, Integer.MAX_VALUE));
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
      return listener.heard;
    } catch (IOException broken) {
      throw new JedisConnectionException(broken);
    }
  }

  /** Waits for the session's own message that repeats the command to its agents. */
  private static final class RelayListener implements PushReader.Sink {
    private final MessageCodec codec = new MessageCodec();
    private final OperatorCommand command;
    private boolean heard;

    RelayListener(OperatorCommand command) {
      this.command = command;
    }

    @Override
    public void received(byte[] channel, byte[] payload) {
      heard |= isRelay(codec, payload, command);
    }

    @Override
    public void oversized(byte[] channel, long length) {
      // No relayed command is that long.
    }
  }

  private static boolean isRelay(MessageCodec codec, byte[] payload, OperatorCommand command) {
    try {
      MessageCodec.Decoded message = codec.decode(payload, Wire.control());
      return message.session().equals(command.session())
          && message.envelope().body().equals(command.toControl());
    } catch (MalformedMessageException another) {
      return false; // a command, not a relayed one
    }
  }

  private static String controlChannel(String prefix) {
    return prefix + Wire.control().name();
  }
}
