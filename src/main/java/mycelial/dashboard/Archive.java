package mycelial.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import mycelial.storage.SessionTail;
import mycelial.storage.TailRow;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a page asks for beyond the stream of updates, one question at a time, so that many
 * pages cannot occupy the machine. Safe for several threads.
 */
final class Archive implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  private final Subject subject;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SessionTail tail;
  private long version = -1;
  private List<TailRow> trades = List.of();

  Archive(Subject subject) {
    this.subject = subject;
  }

  /** Trades that a filter lets through, newest first, with what they add up to. */
  ObjectNode trades(TradeFilter filter, int offset, int limit) {
    return ask(from -> {
      List<TailRow> found = filter.of(all(from)).reversed();
      ObjectNode answer = Json.object().put("total", found.size()).put("all", trades.size());
      BigDecimal pnl =
          found.stream()
              .map(row -> new BigDecimal(row.text("pnl")))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      answer.put("pnl", pnl.toPlainString());
      answer.put(
          "wins", found.stream().filter(row -> row.text("trade_result").equals("WIN")).count());
      answer.set("rows", Json.rows(found.stream().skip(offset).limit(limit).toList()));
      return answer;
    });
  }

  String csv(TradeFilter filter) {
    return ask(from -> Csv.of(filter.of(all(from))));
  }

  /** Candles, ideas, collisions and trades of a pair. */
  ObjectNode pair(String pair) {
    return ask(from -> {
      ObjectNode answer = Json.object().put("pair", pair);
      answer.set("candles", Json.rows(from.prices(pair, Double.NEGATIVE_INFINITY)));
      answer.set("ideas", Json.rows(of(pair, from.ideas(0))));
      answer.set("collisions", Json.rows(of(pair, from.collisions(0))));
      answer.set("trades", Json.rows(of(pair, all(from))));
      answer.set("open", Json.rows(of(pair, from.open())));
      return answer;
    });
  }

  private static List<TailRow> of(String pair, List<TailRow> rows) {
    return rows.stream().filter(row -> row.text("pair").equals(pair)).toList();
  }

  private List<TailRow> all(SessionTail from) {
    long now = from.version();
    if (now != version) {
      trades = from.closed(0);
      version = now;
    }
    return trades;
  }

  private <T> T ask(Function<SessionTail, T> question) {
    try {
      if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal(503, "too many questions at once; ask again in a moment");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "the dashboard is ending (" + end + ")");
    }
    try {
      SessionTail from = tail;
      if (from == null) {
        from = SessionTail.open(subject.databases(), subject.session());
        tail = from;
      }
      return question.apply(from);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      SessionTail closing = tail;
      tail = null;
      version = -1;
      if (closing != null) {
        closing.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
