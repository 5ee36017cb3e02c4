package mycelial.colony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mycelial.bus.MessageCodec;
import mycelial.bus.redis.RedisEndpoint;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Topic;
import mycelial.message.TradeIdea;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Listens to everything on a Redis server and says it again, once each, of market data every eighth
 * message; of every idea it also makes forged ones of the same session. It runs on a thread of its
 * own.
 */
final class Parrot implements AutoCloseable {
  private final Jedis ear;
  private final Jedis mouth;
  private final MessageCodec codec = new MessageCodec();
  private final Set<Integer> said = new HashSet<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger forged = new AtomicInteger();
  private final Thread thread;

  Parrot(RedisEndpoint endpoint) {
    ear = new Jedis(endpoint.host(), endpoint.port());
    mouth = new Jedis(endpoint.host(), endpoint.port());
    thread = Thread.ofPlatform().daemon().name("parrot").start(this::listen);
  }

  int repeated() {
    return repeated.get();
  }

  int forged() {
    return forged.get();
  }

  private void listen() {
    try {
      ear.psubscribe(
          new BinaryJedisPubSub() {
            @Override
            public void onPMessage(byte[] pattern, byte[] channel, byte[] message) {
              heard(channel, message);
            }
          },
          "*".getBytes(UTF_8));
    } catch (JedisException closed) {
      Thread.currentThread().interrupt(); // the end of the test
    }
  }

  private void heard(byte[] channel, byte[] message) {
    String name = new String(channel, UTF_8);
    int hash = Arrays.hashCode(message);
    if (!said.add(hash) || (name.startsWith(Topic.MARKET_DATA.title()) && hash % 8 != 0)) {
      return;
    }
    mouth.publish(channel, message);
    repeated.incrementAndGet();
    for (Topic topic : List.of(Topic.BASELINE_TRADE_IDEAS, Topic.MYCELIAL_TRADE_IDEAS)) {
      if (name.equals(topic.title()) && isMessage(message)) {
        forge(channel, codec.decode(message, Channel.of(topic)));
      }
    }
  }

  private static boolean isMessage(byte[] message) {
    return new String(message, UTF_8).contains("\"horizon");
  }

  /** Ideas of the right session and shape that no agent has had. */
  private void forge(byte[] channel, MessageCodec.Decoded real) {
    if (!(real.envelope().body() instanceof TradeIdea idea) || idea.ideaId().startsWith("forged")) {
      return;
    }
    for (int ahead = 0; ahead < 3; ahead++) {
      Envelope envelope = forged(real.envelope(), idea, ahead);
      byte[] message = codec.encode(envelope, real.session(), real.epoch() + ahead);
      said.add(Arrays.hashCode(message));
      mouth.publish(channel, message);
      forged.incrementAndGet();
    }
  }

  private static Envelope forged(Envelope real, TradeIdea idea, int ahead) {
    return new Envelope(
        real.source(),
        real.seq() + ahead,
        real.timestamp() + ahead,
        real.channel(),
        new TradeIdea(
            "forged-" + idea.ideaId(),
            idea.stream(),
            idea.pair(),
            idea.side().opposite(),
            idea.horizonMinutes(),
            idea.strategyType(),
            idea.grade(),
            100,
            0,
            idea.patternId(),
            null,
            idea.barEnd(),
            "forged"));
  }

  @Override
  public void close() {
    ear.close();
    mouth.close();
    try {
      thread.join(2000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
