package mycelial.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import mycelial.bus.BusException;
import mycelial.bus.redis.Ear;
import mycelial.market.Pair;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.MarketData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the market on a running session's bus. When more is said than anybody could read it listens
 * now and then only, so that it costs a fast session next to nothing. Used by the poller's thread
 * of prices.
 */
final class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  /** Messages that are taken in at a stretch. */
  private static final int MOST = 200;

  private static final int PATIENCE_MILLIS = 500;

  private final Subject subject;
  private final Prices prices;
  private final List<Channel> channels;

  Listener(Subject subject, Prices prices) {
    this.subject = subject;
    this.prices = prices;
    this.channels = subject.pairs().stream().map(Pair::new).map(Channel::marketData).toList();
  }

  /**
   * Listens for as long as little is said.
   *
   * @param going asked twice a second
   */
  void listen(BooleanSupplier going) {
    Optional<LiveLink> live = subject.live().get();
    if (live.isEmpty() || channels.isEmpty()) {
      return;
    }
    LiveLink link = live.get();
    try (Ear ear = Ear.open(link.endpoint(), link.prefix(), subject.session(), channels)) {
      int heard = 0;
      while (heard < MOST && going.getAsBoolean()) {
        int more = ear.hear(this::take, PATIENCE_MILLIS);
        heard = more == 0 ? 0 : heard + more;
      }
    } catch (BusException gone) {
      LOG.debug("no prices are heard: {}", gone.getMessage());
    }
  }

  private void take(Envelope envelope) {
    if (envelope.body() instanceof MarketData data) {
      prices.take(data, envelope.timestamp());
    }
  }
}
