package mycelial.cli;

import java.util.List;
import mycelial.metrics.MeterBook;
import mycelial.storage.SessionStatus;

/** Meters of the bus, the databases and what comes in from outside. */
final class CarrierMeters {
  private CarrierMeters() {}

  /**
   * @param agedBy how much older market data and signals are than the status says, seconds
   */
  static void write(MeterBook book, SessionStatus status, double agedBy) {
    bus(book, status.bus());
    SessionStatus.Writer writer = status.writer();
    book.histogram(
        "mycelial_storage_transaction_seconds",
        "From the beginning of a transaction to its commit.",
        writer.transactionSeconds());
    book.counter("mycelial_storage_records_total", "Records committed.", writer.records());
    book.gauge("mycelial_storage_queued_records", "Records that wait.", writer.queued());
    book.counter("mycelial_bars_total", "Closed bars announced.", status.work().bars());
    book.counter("mycelial_instants_total", "Instants stepped.", status.work().instants());
    book.gauge(
        "mycelial_pair_data_age_seconds",
        "Schedule time since the end of a pair's newest bar.",
        List.of("pair"),
        series ->
            status
                .pairs()
                .forEach((pair, each) -> {
                  Double age = each.ageSeconds();
                  if (age != null) {
                    series.put(age + agedBy, pair);
                  }
                }));
    moats(book, status.moats(), agedBy);
  }

  private static void bus(MeterBook book, SessionStatus.Bus bus) {
    book.counter(
        "mycelial_bus_messages_total",
        "Messages delivered.",
        List.of("topic"),
        series -> bus.topics().forEach((topic, load) -> series.put(load.messages(), topic)));
    book.counter(
        "mycelial_bus_bytes_total",
        "Bytes of the messages delivered.",
        List.of("topic"),
        series -> bus.topics().forEach((topic, load) -> series.put(load.bytes(), topic)));
    book.counter("mycelial_bus_rounds_total", "Rounds delivered.", bus.rounds());
    book.counter(
        "mycelial_bus_rounds_republished_total",
        "Rounds that were void and went out again.",
        bus.republishedRounds());
    book.counter(
        "mycelial_bus_ignored_total",
        "Messages ignored.",
        List.of("reason"),
        series -> {
          series.put(bus.foreignMessages(), "foreign");
          series.put(bus.duplicateMessages(), "duplicate");
          series.put(bus.malformedMessages(), "malformed");
          series.put(bus.rejectedCommands(), "rejected_command");
        });
    book.gauge("mycelial_bus_connections", "Connections to Redis.", bus.connections());
    book.histogram(
        "mycelial_bus_round_seconds",
        "From the first attempt at a round to its delivery.",
        bus.roundSeconds());
  }

  private static void moats(MeterBook book, List<SessionStatus.Moat> moats, double agedBy) {
    book.gauge(
        "mycelial_moat_up",
        "1 when some target of the moat has a signal.",
        List.of("moat"),
        series ->
            moats.forEach(moat ->
                series.put(StatusMeters.flag(!moat.state().equals("MISSING")), moat.moat())));
    book.gauge(
        "mycelial_moat_freshness_seconds",
        "Schedule time since the moat's newest reading.",
        List.of("moat"),
        series ->
            moats.forEach(moat -> {
              Long fresh = moat.freshSeconds();
              if (fresh != null) {
                series.put(fresh + agedBy, moat.moat());
              }
            }));
    book.counter(
        "mycelial_moat_signals_total",
        "Signals announced; bars for Finance.",
        List.of("moat"),
        series -> moats.forEach(moat -> series.put(moat.signals(), moat.moat())));
  }
}
