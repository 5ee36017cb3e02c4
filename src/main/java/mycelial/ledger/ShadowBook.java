package mycelial.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import mycelial.market.Bar;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * What every idea would have brought had it been the only one: a position of its own, opened when
 * the ledger of its stream might have opened one, whatever that ledger already held or could pay.
 * Each is kept by a {@link Ledger} of its own with the settings of the stream's, so that costs,
 * sizes and exits are the same by construction; the fee is that of the lowest volume, for an
 * outcome must not depend on which others were traded.
 *
 * <p>Nothing here decides anything. Used by the thread that owns the model. Memory is bounded by
 * the ideas of the longest holding time.
 */
public final class ShadowBook {
  private final Map<SignalSource, Ledger> models;
  private final Consumer<ClosedTrade> outcomes;
  private final Map<Pair, List<Ledger>> open = new TreeMap<>();

  /**
   * @param models the ledgers of the streams, whose settings count
   * @param outcomes hears of every position that has been closed
   */
  public ShadowBook(Map<SignalSource, Ledger> models, Consumer<ClosedTrade> outcomes) {
    this.models = new EnumMap<>(models);
    this.outcomes = outcomes;
  }

  /** Opens an idea's position, unless no ledger of its stream ever could. */
  public void open(SignalSource stream, Order order, Quote quote, double now) {
    Ledger model = models.get(stream);
    if (stream == SignalSource.ACCOUNT || model == null || !model.mayOpen(order.side())) {
      return;
    }
    Ledger alone = model.alone(order.pair(), order.ideaId());
    if (alone.open(order, quote, now, BigDecimal.ONE) instanceof OpenResult.Opened) {
      open.computeIfAbsent(order.pair(), pair -> new ArrayList<>()).add(alone);
    }
  }

  /** Judges the pair's positions on a closed bar. */
  public void onBar(Pair pair, Bar bar) {
    each(pair, ledger -> ledger.onBar(pair, bar).orElse(null));
  }

  /** Judges the pair's positions on a quote. */
  public void onQuote(Pair pair, Quote quote) {
    each(pair, ledger -> ledger.onQuote(pair, quote).orElse(null));
  }

  /** Closes the positions of a stream in a pair that are in the direction {@code held}. */
  public void closeOpposite(SignalSource stream, Pair pair, Side held, Quote quote, double now) {
    each(
        pair,
        ledger ->
            ledger.stream() == stream && ledger.position(pair).orElseThrow().order().side() == held
                ? ledger.close(pair, quote, now, ExitReason.OPPOSITE_IDEA).orElse(null)
                : null);
  }

  /** Closes all that is still open at the newest known quotes; what has none is left out. */
  public void end(Function<Pair, @Nullable Quote> newest, double now) {
    for (Pair pair : List.copyOf(open.keySet())) {
      Quote quote = newest.apply(pair);
      if (quote != null) {
        each(pair, ledger -> ledger.close(pair, quote, now, ExitReason.SESSION_END).orElse(null));
      }
    }
    open.clear();
  }

  private void each(Pair pair, Function<Ledger, @Nullable ClosedTrade> step) {
    List<Ledger> ofPair = open.get(pair);
    if (ofPair == null) {
      return;
    }
    Iterator<Ledger> ledgers = ofPair.iterator();
    while (ledgers.hasNext()) {
      ClosedTrade closed = step.apply(ledgers.next());
      if (closed != null) {
        ledgers.remove();
        outcomes.accept(closed);
      }
    }
  }

  /** Positions open at the moment. */
  int positions() {
    return open.values().stream().mapToInt(List::size).sum();
  }
}
