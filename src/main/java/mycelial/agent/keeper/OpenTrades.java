package mycelial.agent.keeper;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.market.EntryVector;
import mycelial.memory.RoundTrip;
import mycelial.memory.RoundTrip.Leg;
import mycelial.memory.TradeRecord;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeConfirmation.Action;

/** The trades of the ledgers that are remembered, between their opening and their closing fill. */
final class OpenTrades {
  private record Opening(TradeConfirmation fill, double time) {}

  private final Map<String, Opening> openings = new TreeMap<>();
  private long skipped;

  /**
   * Takes a fill in; the trade that it completes, if that can be remembered.
   *
   * @param time when the fill was confirmed, seconds since the epoch
   */
  Optional<TradeRecord> take(TradeConfirmation fill, double time) {
    if (!TradeRecord.isKept(fill.stream())) {
      return Optional.empty();
    }
    if (fill.action() == Action.OPEN) {
      openings.put(fill.tradeId(), new Opening(fill, time));
      return Optional.empty();
    }
    Opening opening = openings.remove(fill.tradeId());
    if (opening == null) {
      skipped++;
      return Optional.empty();
    }
    EntryVector entry = EntryVector.of(opening.fill().features());
    if (entry.ranks().isEmpty()) {
      skipped++;
      return Optional.empty();
    }
    return Optional.of(record(opening, entry, fill));
  }

  private static TradeRecord record(Opening opening, EntryVector entry, TradeConfirmation exit) {
    TradeConfirmation fill = opening.fill();
    RoundTrip trip = new RoundTrip(fill.side(), fill.quantity(), leg(fill), leg(exit));
    return new TradeRecord(
        fill.tradeId(),
        fill.pair(),
        fill.side(),
        fill.stream(),
        opening.time(),
        entry,
        trip.netReturn());
  }

  private static Leg leg(TradeConfirmation fill) {
    return new Leg(fill.price(), fill.fee());
  }

  /** Closed trades that could not be completed. */
  long skipped() {
    return skipped;
  }
}
