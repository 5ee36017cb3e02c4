package mycelial.cli;

import java.math.BigDecimal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import mycelial.colony.PaperOrders;
import mycelial.feed.kraken.KrakenException;
import mycelial.feed.kraken.KrakenOrderValidator;
import mycelial.feed.kraken.KrakenOrderValidator.Verdict;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
import mycelial.market.Pair;
import mycelial.market.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Kraken check the account's paper orders, one after the other on a thread of its own, and says
 * in the log what it thinks of them. It never holds the session up: orders that come faster than
 * Kraken answers are passed over, and that is said too.
 */
final class OrderDesk implements PaperOrders.Checker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
  private static final int MOST_WAITING = 100;

  private record Order(KrakenPair pair, Side side, BigDecimal quantity) {}

  private final KrakenPairs pairs;
  private final KrakenOrderValidator validator;
  private final BlockingQueue<Order> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;

  OrderDesk(KrakenPairs pairs, KrakenOrderValidator validator) {
    this.pairs = pairs;
    this.validator = validator;
    this.thread = Thread.ofVirtual().name("order-desk").start(this::work);
  }

  @Override
  public void check(Pair pair, Side side, BigDecimal quantity) {
    pairs
        .find(pair)
        .map(listed -> new Order(listed, side, quantity))
        .filter(order -> !waiting.offer(order))
        .ifPresent(order -> LOG.warn("Kraken is not asked about {} {}: too many wait", side, pair));
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        ask(waiting.take());
      }
    } catch (InterruptedException closed) {
      LOG.debug("no more orders are checked", closed);
    }
  }

  private void ask(Order order) {
    String what = order.side + " " + order.quantity.toPlainString() + " " + order.pair.pair();
    try {
      Verdict verdict = validator.validate(order.pair, order.side, order.quantity);
      LOG.info(
          "Kraken would {} {} (checked only): {}",
          verdict.accepted() ? "take" : "REFUSE",
          what,
          verdict.words());
    } catch (KrakenException failed) {
      LOG.warn("Kraken could not be asked about {}: {}", what, failed.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    validator.close();
  }
}
