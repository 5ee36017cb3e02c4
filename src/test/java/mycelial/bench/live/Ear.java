package mycelial.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mycelial.bench.BenchException;
import mycelial.bus.MessageCodec;
import mycelial.bus.redis.RedisEndpoint;
import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to a session on its Redis and notes when each message of the trading path comes, on this
 * machine's monotonic clock. It runs on a thread of its own until it is closed.
 */
final class Ear implements AutoCloseable {
  private static final List<Topic> PATH =
      List.of(Topic.BASELINE_TRADE_IDEAS, Topic.MYCELIAL_TRADE_IDEAS, Topic.TRADE_CONFIRMATIONS);

  private final Jedis redis;
  private final String prefix;
  private final MessageCodec codec = new MessageCodec();
  private final List<Heard> heard = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable JedisException failure;

  /**
   * A message.
   *
   * @param nanos when it came
   */
  record Heard(long nanos, Envelope envelope) {
    /**
     * How much later than another one it came than the schedule says, milliseconds.
     *
     * @param speed schedule seconds a second on the wall
     */
    double excessOver(Heard earlier, double speed) {
      double planned = (envelope.timestamp() - earlier.envelope.timestamp()) / speed;
      return (nanos - earlier.nanos) / 1e6 - planned * 1e3;
    }
  }

  Ear(RedisEndpoint endpoint, String prefix) {
    this.redis = new Jedis(endpoint.host(), endpoint.port());
    if (endpoint.password() != null) {
      redis.auth(endpoint.password());
    }
    this.prefix = prefix;
    this.thread = Thread.ofPlatform().daemon().name("ear").start(this::listen);
  }

  private void listen() {
    try {
      redis.psubscribe(
          new BinaryJedisPubSub() {
            @Override
            public void onPMessage(byte[] pattern, byte[] channel, byte[] message) {
              take(new String(channel, UTF_8), message, System.nanoTime());
            }
          },
          (prefix + "*").getBytes(UTF_8));
    } catch (JedisException failed) {
      if (!closing) {
        failure = failed;
      }
    }
  }

  private void take(String channel, byte[] message, long nanos) {
    String name = channel.substring(prefix.length());
    channel(name)
        .map(known -> codec.decode(message, known).envelope())
        .ifPresent(envelope -> {
          synchronized (heard) {
            heard.add(new Heard(nanos, envelope));
          }
        });
  }

  private static Optional<Channel> channel(String name) {
    String market = Topic.MARKET_DATA.title() + ":";
    return name.startsWith(market)
        ? Optional.of(Channel.marketData(new Pair(name.substring(market.length()))))
        : PATH.stream().filter(topic -> topic.title().equals(name)).findFirst().map(Channel::of);
  }

  /** All that came so far, in order. */
  List<Heard> heard() {
    if (failure != null) {
      throw new BenchException("could not listen: " + failure);
    }
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  @Override
  public void close() {
    closing = true;
    redis.close();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
