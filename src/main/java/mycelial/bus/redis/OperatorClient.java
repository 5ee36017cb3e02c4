package mycelial.bus.redis;

import java.net.SocketTimeoutException;
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
      ear.subscribe(List.of(controlChannel(prefix)));
      send(endpoint, prefix, command);
      return awaitRelay(ear, command, System.nanoTime() + patience.toNanos());
    } catch (JedisException failure) {
      throw connector.explain(failure);
    }
  }

  private static boolean awaitRelay(Link ear, OperatorCommand command, long deadline) {
    MessageCodec codec = new MessageCodec();
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      ear.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      try {
        if (ear.getUnflushedObject() instanceof List<?> reply
            && reply.size() == 3
            && reply.get(2) instanceof byte[] payload
            && isRelay(codec, payload, command)) {
          return true;
        }
      } catch (JedisConnectionException silent) {
        if (silent.getCause() instanceof SocketTimeoutException) {
          return false;
        }
        throw silent;
      }
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
