package mycelial.bus.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/**
 * One connection to Redis, open from its construction until it breaks or is closed; it never comes
 * back. Used by one thread at a time, except {@link #cut}.
 *
 * <p>It speaks the protocol below Jedis' own pipeline and subscription classes: these make several
 * objects a message, and a subscription of theirs cannot be given a deadline.
 */
final class Link extends Connection {
  /** A server that says nothing for this long is taken for dead, milliseconds. */
  static final int SILENCE_MILLIS = 1500;

  private static final int CONNECT_MILLIS = 2000;

  Link(RedisEndpoint endpoint) {
    super(new HostAndPort(endpoint.host(), endpoint.port()), config(endpoint));
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

  /** Subscribes and waits for every acknowledgement. */
  void subscribe(List<String> channels) {
    sendCommand(Protocol.Command.SUBSCRIBE, channels.toArray(String[]::new));
    flush();
    for (int i = 0; i < channels.size(); i++) {
      getUnflushedObject();
    }
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
    } catch (java.io.IOException closedAnyway) {
      // Nothing is left to be done with a socket that does not even close.
      setBroken();
    }
  }
}
