package mycelial.bus.redis;

import java.util.Locale;
import javax.net.ssl.SSLException;
import mycelial.bus.BusException;
import mycelial.bus.BusException.Cause;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Opens links and says in one sentence why it cannot. Safe for several threads. */
final class Connector {
  private final RedisEndpoint endpoint;
  private final @Nullable EmbeddedRedis server;

  Connector(RedisEndpoint endpoint, @Nullable EmbeddedRedis server) {
    this.endpoint = endpoint;
    this.server = server;
  }

  /**
   * A new link; a server of our own is started again first if it has died.
   *
   * @throws BusException when nobody answers or the login is refused
   */
  Link open() {
    if (server != null) {
      server.ensureRunning();
    }
    try {
      return new Link(endpoint, server == null ? null : server.socket());
    } catch (JedisException failure) {
      throw explain(failure);
    }
  }

  /** Refuses a server on which a round could not work. */
  void requireUsable(Link link) {
    String info = info(link, "server") + info(link, "replication") + info(link, "cluster");
    if (info.contains("redis_mode:cluster") || info.contains("cluster_enabled:1")) {
      throw new BusException(
          Cause.REFUSED, "Redis at " + endpoint + " is a cluster: a stand-alone server is needed");
    }
    if (info.contains("role:slave")) {
      throw new BusException(
          Cause.REFUSED, "Redis at " + endpoint + " is a replica: name its primary instead");
    }
  }

  private String info(Link link, String section) {
    try {
      return link.info(section);
    } catch (JedisDataException refused) {
      String text = String.valueOf(refused.getMessage());
      if (text.startsWith("NOPERM")) {
        return ""; // a user who may not ask may still publish
      }
      throw explain(refused);
    }
  }

  /** The failure as an exception of the bus. */
  BusException explain(JedisException failure) {
    String text = String.valueOf(failure.getMessage());
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.startsWith("NOPERM")) {
      return new BusException(
          Cause.REFUSED,
          "Redis at "
              + endpoint
              + " does not give this user the channels or commands of a session ("
              + firstLine(text)
              + "): grant them with ACL SETUSER");
    }
    if (upper.startsWith("NOAUTH") || upper.startsWith("WRONGPASS")) {
      String code = upper.startsWith("NOAUTH") ? "NOAUTH" : "WRONGPASS";
      return new BusException(
          Cause.REFUSED,
          "Redis at "
              + endpoint
              + " refused the login ("
              + code
              + "): check its user and password");
    }
    if (isTls(failure)) {
      return new BusException(
          Cause.REFUSED,
          "no TLS with Redis at "
              + endpoint
              + ": its certificate must be for this host and from an authority that Java trusts");
    }
    if (failure instanceof JedisDataException && !(failure instanceof JedisConnectionException)) {
      return new BusException(
          Cause.UNREACHABLE, "Redis at " + endpoint + " does not serve us: " + firstLine(text));
    }
    return new BusException(
        Cause.UNREACHABLE,
        "no Redis at " + endpoint + ": start one or unset REDIS_HOST to use the embedded server");
  }

  private static boolean isTls(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SSLException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 120 ? line.substring(0, 120) : line;
  }
}
