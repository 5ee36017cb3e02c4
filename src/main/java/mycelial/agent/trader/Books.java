package mycelial.agent.trader;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Ledger;
import mycelial.ledger.OpenResult;
import mycelial.ledger.Order;
import mycelial.ledger.Position;
import mycelial.ledger.ShadowBook;
import mycelial.ledger.TradeStore;
import mycelial.market.Bar;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;

/** The four ledgers, kept in step with the store; every fill is told to the listener. */
final class Books {
  /** Hears of every fill, after it has been stored. */
  interface FillListener {
    void opened(Position position, Ledger ledger);

    void closed(ClosedTrade trade, Ledger ledger);
  }

  private final Map<SignalSource, Ledger> ledgers;
  private final TradeStore store;
  private final FillListener listener;
  private final ShadowBook shadows;
  private final Map<SignalSource, Map<Fate, Long>> fates = new EnumMap<>(SignalSource.class);

  Books(Map<SignalSource, Ledger> ledgers, TradeStore store, FillListener listener) {
    this.ledgers = new EnumMap<>(ledgers);
    this.store = store;
    this.listener = listener;
    this.shadows = new ShadowBook(ledgers, store::outcome);
    for (SignalSource source : SignalSource.values()) {
      fates.put(source, new EnumMap<>(Fate.class));
    }
  }

  Ledger ledger(SignalSource source) {
    Ledger ledger = ledgers.get(source);
    if (ledger == null) {
      throw new IllegalStateException("no ledger for " + source);
    }
    return ledger;
  }

  void onBar(Pair pair, Bar bar) {
    for (Ledger ledger : ledgers.values()) {
      ledger.onBar(pair, bar).ifPresent(trade -> keep(trade, ledger));
    }
    shadows.onBar(pair, bar);
  }

  void onQuote(Pair pair, Quote quote) {
    for (Ledger ledger : ledgers.values()) {
      ledger.onQuote(pair, quote).ifPresent(trade -> keep(trade, ledger));
    }
    shadows.onQuote(pair, quote);
  }

  /**
   * Closes the ledger's position in a pair if it is in the direction {@code held}; says whether
   * there was one.
   */
  boolean closeIfHeld(SignalSource source, Pair pair, Side held, Quote quote, double now) {
    shadows.closeOpposite(source, pair, held, quote, now);
    Ledger ledger = ledger(source);
    Optional<Position> position = ledger.position(pair);
    if (position.isEmpty() || position.get().order().side() != held) {
      return false;
    }
    close(ledger, pair, quote, now, ExitReason.OPPOSITE_IDEA);
    return true;
  }

  void close(Ledger ledger, Pair pair, Quote quote, double now, ExitReason reason) {
    ledger.close(pair, quote, now, reason).ifPresent(trade -> keep(trade, ledger));
  }

  Fate open(SignalSource source, Order order, Quote quote, double now, BigDecimal sizeFactor) {
    shadows.open(source, order, quote, now);
    Ledger ledger = ledger(source);
    return switch (ledger.open(order, quote, now, sizeFactor)) {
      case OpenResult.Opened opened -> {
        store.opened(opened.position());
        listener.opened(opened.position(), ledger);
        yield Fate.OPENED;
      }
      case OpenResult.Refused refused -> Fate.of(refused.reason());
    };
  }

  private void keep(ClosedTrade trade, Ledger ledger) {
    store.closed(trade);
    listener.closed(trade, ledger);
  }

  Fate count(SignalSource source, Fate fate) {
    Map<Fate, Long> counts = fates.get(source);
    if (counts != null) {
      counts.merge(fate, 1L, Long::sum);
    }
    return fate;
  }

  Map<SignalSource, Map<Fate, Long>> fates() {
    return fates;
  }

  /** Marks every ledger to market and keeps the point. */
  void mark(double now) {
    Map<SignalSource, BigDecimal> equity = new EnumMap<>(SignalSource.class);
    ledgers.forEach((source, ledger) -> {
      ledger.markToMarket();
      equity.put(source, ledger.equity());
    });
    store.equity(new EquityPoint(now, equity));
  }

  /** Ends the positions that only measure what an idea alone would have brought. */
  void endShadows(MarketBoard board, double now) {
    shadows.end(board::newest, now);
  }

  /** Checks that no money has appeared or vanished in any ledger. */
  void checkInvariants() {
    ledgers.values().forEach(Ledger::checkInvariant);
  }
}
