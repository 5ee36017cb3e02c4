package mycelial.bus.redis;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One connection to Redis, open from its construction until it breaks or is closed; it never comes
 * back. Used by one thread at a time, except {@link #cut}.
 *
 * <p>It speaks the protocol below Jedis' own pipeline and subscription classes: these make several
 * objects a message, and a subscription of theirs cannot be given a deadline. What is pushed to a
 * subscriber is read by a {@link PushReader}; such a link takes no other commands.
 */
final class Link extends Connection {
  /** A server that says nothing for this long is taken for dead, milliseconds. */
  static final int SILENCE_MILLIS = 1500;

  private static final int CONNECT_MILLIS = 2000;

  private final PushReader pushes;
  private final Socket socket;

  /** A link over TCP. */
  Link(RedisEndpoint endpoint) {
    this(endpoint, (Path) null);
  }

  /**
   * A link.
   *
   * @param local the server's Unix domain socket, or null to use TCP
   */
  Link(RedisEndpoint endpoint, @Nullable Path local) {
    this(endpoint, new Sockets(endpoint, local));
  }

  private Link(RedisEndpoint endpoint, Sockets sockets) {
    super(sockets, config(endpoint));
    socket = Objects.requireNonNull(sockets.opened);
    try {
      pushes = new PushReader(socket.getInputStream());
    } catch (IOException closed) {
      throw new JedisConnectionException(closed);
    }
  }

  /** Opens the socket and remembers it, for Jedis does not show it. */
  private static final class Sockets implements JedisSocketFactory {
    private final RedisEndpoint endpoint;
    private final @Nullable Path local;
    private @Nullable Socket opened;

    Sockets(RedisEndpoint endpoint, @Nullable Path local) {
      this.endpoint = endpoint;
      this.local = local;
    }

    @Override
    public Socket createSocket() {
      Socket socket = local == null ? tcp() : unix(local);
      opened = socket;
      return socket;
    }

    private Socket tcp() {
      HostAndPort address = new HostAndPort(endpoint.host(), endpoint.port());
      return new DefaultJedisSocketFactory(address, config(endpoint)).createSocket();
    }

    private static Socket unix(Path path) {
      try {
        return new UnixSocket(path, SILENCE_MILLIS);
      } catch (IOException failure) {
        throw new JedisConnectionException("cannot connect to " + path, failure);
      }
    }
  }

  private static DefaultJedisClientConfig config(RedisEndpoint endpoint) {
    DefaultJedisClientConfig.Builder builder =
        DefaultJedisClientConfig.builder()
            .resp2()
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis(SILENCE_MILLIS)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    if (endpoint.user() != null) {
      builder.user(endpoint.user());
    }
    if (endpoint.password() != null) {
      builder.password(endpoint.password());
    }
    if (endpoint.tls()) {
      builder.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return builder.build();
  }

  /** Puts a PUBLISH into the output buffer; its reply must be read later. */
  void publish(byte[] channel, byte[] payload) {
    sendCommand(Protocol.Command.PUBLISH, channel, payload);
  }

  /** Sends what is in the output buffer. */
  void push() {
    flush();
  }

  /**
   * Subscribes and waits for every acknowledgement; from then on {@link #hear} is what is left.
   *
   * @throws JedisDataException when Redis refuses; it names the channel
   */
  void listenTo(List<String> channels) {
    try {
      subscribe(channels);
    } catch (JedisDataException refusal) {
      for (String channel : channels) {
        nameRefused(channel);
      }
      throw refusal;
    }
  }

  private void subscribe(List<String> channels) {
    sendCommand(Protocol.Command.SUBSCRIBE, channels.toArray(String[]::new));
    flush();
    try {
      for (int i = 0; i < channels.size(); i++) {
        pushes.awaitOne();
      }
    } catch (PushReader.RedisRefusal refusal) {
      throw new JedisDataException(refusal.getMessage(), refusal);
    } catch (IOException broken) {
      throw new JedisConnectionException("the subscription failed: " + broken, broken);
    }
  }

  /** Redis refuses a list as a whole and does not say which of it. */
  private void nameRefused(String channel) {
    try {
      subscribe(List.of(channel));
    } catch (JedisDataException refusal) {
      throw new JedisDataException(refusal.getMessage() + " [" + channel + "]", refusal);
    }
  }

  /**
   * Waits for messages and hands over those that are there whole.
   *
   * @return false when nothing arrived in that time
   * @throws IOException when the link is broken or cut
   */
  boolean hear(PushReader.Sink sink, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      pushes.fill();
    } catch (SocketTimeoutException nothing) {
      return false;
    }
    pushes.drain(sink);
    return true;
  }

  /** How many connections are subscribed to the channel. */
  long subscribers(String channel) {
    sendCommand(Protocol.Command.PUBSUB, "NUMSUB", channel);
    List<Object> answer = getObjectMultiBulkReply();
    return answer.get(1) instanceof Long count ? count : 0;
  }

  /** A section of the server's INFO. */
  String info(String section) {
    sendCommand(Protocol.Command.INFO, section);
    return new String(getBinaryBulkReply(), StandardCharsets.UTF_8);
  }

  /** Closes the socket under whoever reads or writes; may be called by any thread. */
  void cut() {
    try {
      forceDisconnect();
    } catch (IOException closedAnyway) {
      // Nothing is left to be done with a socket that does not even close.
      setBroken();
    }
  }
}
