package mycelial.bus.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import mycelial.bus.MessageCodec;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The publishing side: one link, pipelined. Replies are read before the next use, when they have
 * long arrived, so that no round waits for them. Guarded by the bus's lock, except {@link #cut} and
 * {@link #isOpen}.
 */
final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** How long a void round's replies are waited for to learn why it was void, milliseconds. */
  private static final int EXPLAIN_MILLIS = 200;

  /** Messages after which the pipeline is pushed, so that Redis works while we encode. */
  private static final int PUSH_EVERY = 6;

  private final Connector connector;
  private final Wire wire;
  private final MessageCodec codec = new MessageCodec();
  private final Map<Channel, byte[]> names = new HashMap<>();
  private final List<String> unanswered = new ArrayList<>();
  private volatile @Nullable Link link;

  Publisher(Connector connector, Wire wire, List<Channel> channels) {
    this.connector = connector;
    this.wire = wire;
    for (Channel channel : channels) {
      names.put(channel, wire.name(channel).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The open link, opened if there is none. */
  Link open() {
    Link current = link;
    if (current == null || current.isBroken()) {
      drop();
      current = connector.open();
      link = current;
    }
    return current;
  }

  /** Encodes, stages and sends a round and its barrier. */
  void send(List<Envelope> outgoing, Round round, long epoch) {
    Link out = open();
    readReplies(out);
    int unpushed = 0;
    for (Envelope envelope : outgoing) {
      byte[] payload = codec.encode(envelope, wire.session(), epoch);
      byte[] channel = nameOf(envelope.channel());
      round.stage(envelope.channel(), channel, payload);
      publish(out, envelope.channel().name(), channel, payload);
      if (++unpushed == PUSH_EVERY) {
        out.push();
        unpushed = 0;
      }
    }
    publish(out, wire.sync(), wire.syncBytes(), round.seal(wire.session(), epoch));
    out.push();
  }

  private byte[] nameOf(Channel channel) {
    byte[] name = names.get(channel);
    if (name == null) {
      throw new IllegalArgumentException(channel.name() + " is not a channel of this session");
    }
    return name;
  }

  private void publish(Link out, String name, byte[] channel, byte[] payload) {
    unanswered.add(name);
    out.publish(channel, payload);
  }

  /** Lets the subscriber hear something. */
  void beat() {
    Link out = open();
    publish(out, wire.sync(), wire.syncBytes(), wire.heartbeat());
    out.push();
  }

  /** Reads every outstanding reply. */
  void readReplies() {
    readReplies(open());
  }

  private void readReplies(Link out) {
    if (unanswered.isEmpty()) {
      return;
    }
    List<Object> replies = out.getMany(unanswered.size());
    for (int i = 0; i < replies.size(); i++) {
      if (replies.get(i) instanceof JedisDataException error) {
        refuse(unanswered.get(i), String.valueOf(error.getMessage()));
      }
    }
    unanswered.clear();
  }

  private void refuse(String channel, String error) {
    if (error.startsWith("NOPERM")) {
      throw new BusException(
          Cause.REFUSED,
          "Redis does not let this user publish on "
              + channel
              + " (NOPERM): grant the channel with ACL SETUSER");
    }
    LOG.warn("Redis refused a message on {}: {}", channel, error);
  }

  /**
   * After a void round: looks whether Redis said why, then drops the link, whose replies nobody can
   * tell apart any more.
   *
   * @throws BusException when this user may not publish
   */
  void explainAndDrop() {
    Link out = link;
    if (out == null) {
      return;
    }
    try {
      out.setSoTimeout(EXPLAIN_MILLIS);
      readReplies(out);
    } catch (JedisException silent) {
      LOG.debug("no reply to a void round: {}", silent.getMessage());
    } finally {
      drop();
    }
  }

  /** Closes the link; the next use opens another. */
  void drop() {
    cut();
    link = null;
    unanswered.clear();
  }

  /** Closes the socket under whoever uses it; any thread. */
  void cut() {
    Link current = link;
    if (current != null) {
      current.cut();
    }
  }

  boolean isOpen() {
    Link current = link;
    return current != null && !current.isBroken();
  }
}
