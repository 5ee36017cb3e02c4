package mycelial.bus.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import mycelial.bus.BusException;
import mycelial.bus.MalformedMessageException;
import mycelial.bus.MessageCodec;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to channels of a session from outside and can say nothing: a subscriber's connection of
 * its own. Messages of other sessions and such that do not parse are passed over. Used by one
 * thread at a time.
 */
public final class Ear implements AutoCloseable {
  private final MessageCodec codec = new MessageCodec();
  private final Map<String, Channel> channels = new TreeMap<>();
  private final String session;
  private final Link link;
  private long malformed;

  private Ear(Link link, String session) {
    this.link = link;
    this.session = session;
  }

  /**
   * Subscribes.
   *
   * @param prefix the session's, before every channel's name
   * @throws BusException when Redis cannot be reached or refuses
   */
  public static Ear open(
      RedisEndpoint endpoint, String prefix, String session, List<Channel> channels) {
    Connector connector = new Connector(endpoint, null);
    Link link = connector.open();
    Ear ear = new Ear(link, session);
    channels.forEach(each -> ear.channels.put(prefix + each.name(), each));
    try {
      link.listenTo(List.copyOf(ear.channels.keySet()));
      return ear;
    } catch (JedisException failure) {
      link.cut();
      throw connector.explain(failure);
    }
  }

  /**
   * Waits for messages and hands over what has arrived.
   *
   * @return how many messages have arrived, the passed over ones too
   * @throws BusException when the connection is broken
   */
  public int hear(Consumer<Envelope> listener, int millis) {
    Counting sink = new Counting(listener);
    try {
      link.hear(sink, Math.max(1, millis));
      return sink.count;
    } catch (IOException | JedisConnectionException broken) {
      throw new BusException(
          BusException.Cause.UNREACHABLE, "Redis has gone: " + broken.getMessage());
    }
  }

  /** How many messages could not be read: whoever may publish may publish anything. */
  public long malformed() {
    return malformed;
  }

  private final class Counting implements PushReader.Sink {
    private final Consumer<Envelope> listener;
    private int count;

    Counting(Consumer<Envelope> listener) {
      this.listener = listener;
    }

    @Override
    public void received(byte[] name, byte[] payload) {
      count++;
      Channel channel = channels.get(new String(name, StandardCharsets.UTF_8));
      if (channel == null) {
        return;
      }
      try {
        MessageCodec.Decoded message = codec.decode(payload, channel);
        if (message.session().equals(session)) {
          listener.accept(message.envelope());
        }
      } catch (MalformedMessageException foreign) {
        malformed++;
      }
    }

    @Override
    public void oversized(byte[] name, long length) {
      count++;
    }
  }

  @Override
  public void close() {
    link.cut();
  }
}
