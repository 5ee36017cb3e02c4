package mycelial.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import mycelial.metrics.MeterBook;
import mycelial.storage.SessionStatus;
import mycelial.storage.SessionStatus.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest status of a session as meters. Labels have fixed sets of values: streams, types of
 * agents, layers, topics, outcomes, pairs, moats; never a name of an agent, an id or a reason.
 * Takes statuses from one thread and is read by any.
 */
final class StatusMeters implements Consumer<MeterBook> {
  private record Received(SessionStatus status, long nanos) {}

  private final LongSupplier nanoTime;
  private volatile @Nullable Received newest;

  /**
   * @param nanoTime a monotonic clock in nanoseconds
   */
  StatusMeters(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void take(SessionStatus status) {
    newest = new Received(status, nanoTime.getAsLong());
  }

  /** Nothing is written down before the session has said how it stands. */
  @Override
  public void accept(MeterBook book) {
    Received received = newest;
    if (received != null) {
      double age = (nanoTime.getAsLong() - received.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
      SessionStatus status = received.status();
      standing(book, status, age);
      streams(book, status.streams());
      ideas(book, status);
      haven(book, status.haven());
      SwarmMeters.write(book, status);
      CarrierMeters.write(book, status, agedBy(status, age));
    }
  }

  /** Market data age with the wall in a session that lives on its time, though nothing happens. */
  private static double agedBy(SessionStatus status, double age) {
    Double speed = status.clock().speed();
    return speed == null || status.standing().ended() || !status.standing().trading()
        ? 0
        : age * speed;
  }

  private static void standing(MeterBook book, SessionStatus status, double age) {
    SessionStatus.Standing standing = status.standing();
    String state = standing.state().split(" ", 2)[0];
    book.gauge(
        "mycelial_session_state",
        "1 for the state that the session is in, 0 for the others.",
        List.of("state"),
        series ->
            List.of(
                    "RUNNING",
                    "DEGRADED",
                    "HALTED",
                    "COMPLETED",
                    "INTERRUPTED",
                    "STOPPED",
                    "FAILED")
                .forEach(each -> series.put(flag(each.equals(state)), each)));
    book.info(
        "mycelial_session",
        "Whether the market is real stands in a label.",
        new TreeMap<>(
            Map.of(
                "kind", status.identity().kind(), "provenance", status.identity().provenance())));
    book.gauge("mycelial_status_age_seconds", "Age of the status behind these figures.", age);
    book.gauge("mycelial_session_ended", "1 when nothing more will come.", flag(standing.ended()));
    book.gauge("mycelial_trading", "1 when warming up is over.", flag(standing.trading()));
    book.gauge("mycelial_account_halted", "1 while a halt is in force.", flag(standing.halted()));
    book.gauge("mycelial_redis_up", "1 while Redis answers.", flag(standing.busAvailable()));
    book.gauge(
        "mycelial_entries_barred",
        "1 while no position may be opened at all.",
        flag(standing.barrier() != null));
    book.gauge(
        "mycelial_pairs_barred",
        "Pairs in which no position may be opened.",
        standing.barredPairs().size());
    book.gauge(
        "mycelial_schedule_timestamp_seconds",
        "Schedule time, seconds since the epoch.",
        status.clock().now());
  }

  static double flag(boolean set) {
    return set ? 1 : 0;
  }

  private static void streams(MeterBook book, Map<String, Stream> streams) {
    counter(book, streams, "mycelial_trades_total", "Closed trades.", Stream::trades);
    counter(book, streams, "mycelial_trades_won_total", "Trades that earned money.", Stream::wins);
    money(book, streams, "mycelial_fees_quote", "Fees of all fills.", Stream::feesPaid);
    money(book, streams, "mycelial_pnl_quote", "P&L, marked to market.", Stream::pnlAbsolute);
    money(book, streams, "mycelial_realised_pnl_quote", "Realised P&L.", Stream::realisedPnl);
    money(book, streams, "mycelial_equity_quote", "Equity, marked to market.", Stream::equity);
    money(
        book,
        streams,
        "mycelial_drawdown_percent",
        "Below the highest equity.",
        Stream::drawdownPct);
    money(
        book,
        streams,
        "mycelial_max_drawdown_percent",
        "Deepest drawdown so far.",
        Stream::maxDrawdownPct);
    book.gauge(
        "mycelial_open_positions",
        "Open positions.",
        List.of("stream"),
        series -> streams.forEach((name, each) -> series.put(each.openPositions(), name)));
  }

  private static void counter(
      MeterBook book,
      Map<String, Stream> streams,
      String name,
      String help,
      ToDoubleFunction<Stream> value) {
    book.counter(
        name,
        help,
        List.of("stream"),
        series -> streams.forEach((label, each) -> series.put(value.applyAsDouble(each), label)));
  }

  private interface Money {
    BigDecimal of(Stream stream);
  }

  /** The exact figure's nearest double, which is all that Prometheus can take. */
  private static void money(
      MeterBook book, Map<String, Stream> streams, String name, String help, Money money) {
    book.gauge(
        name,
        help + " Of the paper ledgers, in quote currency or percent.",
        List.of("stream"),
        series ->
            streams.forEach((label, each) -> series.put(money.of(each).doubleValue(), label)));
  }

  private static void ideas(MeterBook book, SessionStatus status) {
    book.counter(
        "mycelial_ideas_total",
        "Ideas heard, restatements not counted.",
        List.of("stream"),
        series -> status.ideas().forEach((name, each) -> series.put(each.heard(), name)));
    book.counter(
        "mycelial_ideas_restated_total",
        "Times that ideas were stated again.",
        List.of("stream"),
        series -> status.ideas().forEach((name, each) -> series.put(each.restated(), name)));
    book.counter(
        "mycelial_idea_fates_total",
        "What ledgers did with ideas.",
        List.of("stream", "fate"),
        series ->
            status
                .fates()
                .forEach((stream, fates) ->
                    fates.forEach((fate, count) -> series.put(count, stream, fate))));
    SessionStatus.Collisions met = status.collisions();
    book.counter(
        "mycelial_collisions_total",
        "How ideas of the two streams met.",
        List.of("outcome"),
        series -> {
          series.put(met.matched(), "matched");
          series.put(met.conflicts(), "conflict");
          series.put(met.nearMisses(), "near_miss");
          series.put(met.expired(), "unmatched");
        });
  }

  private static void haven(MeterBook book, SessionStatus.Haven haven) {
    book.gauge(
        "mycelial_account_drawdown_percent",
        "The account below the peak that halts are measured from.",
        haven.drawdownPct().doubleValue());
    book.gauge(
        "mycelial_account_halt_percent",
        "The drawdown at which the account halts.",
        haven.haltPct().doubleValue());
    book.gauge(
        "mycelial_account_session_drawdown_percent",
        "The account below its highest equity.",
        haven.sessionDrawdownPct().doubleValue());
    book.gauge(
        "mycelial_account_shutdown_percent",
        "The drawdown from it at which the session ends.",
        haven.shutdownPct().doubleValue());
    book.gauge(
        "mycelial_contagion_percent",
        "Share of its learners that the leading family leads.",
        haven.leadingShare().percent());
    book.gauge(
        "mycelial_contagion_quarantine_percent",
        "The share at which a family is taken from all.",
        haven.quarantinePct());
    book.gauge(
        "mycelial_pairs_reduced",
        "Pairs that the account trades smaller or not at all.",
        haven.reducedPairs().size());
    book.counter(
        "mycelial_haven_measures_total",
        "What HAVEN did to the account and the learners.",
        List.of("measure"),
        series -> {
          series.put(haven.halts(), "halt");
          series.put(haven.quarantines(), "quarantine");
          series.put(haven.brakes(), "brake");
          series.put(haven.probations(), "probation");
          series.put(haven.hibernations(), "hibernation");
          series.put(haven.refusedEntries(), "refused_entry");
        });
  }
}
