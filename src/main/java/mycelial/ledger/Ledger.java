package mycelial.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.jspecify.annotations.Nullable;

/**
 * The books of one stream of trades: cash, at most one position a pair, and what they have earned.
 * Money is exact; a market price becomes money at one point, rounded half even to the pair's price
 * decimals. All amounts are in the quote currency, all times in seconds since the epoch.
 *
 * <p>A long position is paid from cash. A short sale's proceeds go into cash, but they and a margin
 * of the same value are blocked until it is bought back, so that either kind takes the order's
 * value and fee from {@link #freeCash}.
 *
 * <p>At one instant the caller hands in closed bars, then quotes, then ideas, each in pair order.
 * Used by one thread. Memory does not grow with the number of trades.
 */
public final class Ledger {
  private final SignalSource stream;
  private final String idPrefix;
  private final LedgerSettings settings;
  private final Map<Pair, PairSpec> specs;
  private final Map<Pair, Mark> marks = new TreeMap<>();
  private final TreeMap<Pair, Holding> holdings = new TreeMap<>();
  private final EnumMap<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
  private final FillTally tally = new FillTally();
  private final VolumeWindow volume = new VolumeWindow();
  private final Drawdown drawdown;
  private BigDecimal cash;
  private BigDecimal blocked = BigDecimal.ZERO;
  private BigDecimal realised = BigDecimal.ZERO;
  private BigDecimal equity;
  private boolean equityStale;
  private boolean unobserved;
  private int opened;
  private int trades;
  private int wins;

  /**
   * Opens the books.
   *
   * @param stream whose trades these are
   * @param idPrefix first part of every trade id, for example the session
   * @param settings how it trades
   * @param specs what the exchange accepts for every pair that may be traded
   * @throws IllegalArgumentException when a pair's decimals or costs cannot be
   */
  public Ledger(
      SignalSource stream, String idPrefix, LedgerSettings settings, Map<Pair, PairSpec> specs) {
    this.stream = stream;
    this.idPrefix = idPrefix;
    this.settings = settings;
    this.specs = new TreeMap<>(specs);
    this.specs.values().forEach(this::requireUsable);
    this.specs.keySet().forEach(pair -> marks.put(pair, new Mark()));
    cash = settings.capital();
    equity = settings.capital();
    drawdown = new Drawdown(settings.capital());
    for (Refusal reason : Refusal.values()) {
      refusals.put(reason, 0L);
    }
  }

  private void requireUsable(PairSpec spec) {
    String name = spec.pair().name();
    if (spec.priceDecimals() < 0 || spec.lotDecimals() < 0) {
      throw new IllegalArgumentException(name + ": decimals below zero: " + spec);
    }
    Checks.notNegative(name + ": orderMinimum", spec.orderMinimum());
    Checks.notNegative(name + ": costMinimum", spec.costMinimum());
    Checks.notNegative(name + ": halfSpread", spec.halfSpread());
    Checks.fraction(
        name + ": halfSpread + slippage", spec.halfSpread().add(settings.costs().slippage()));
  }

  /** Whose trades these are. */
  public SignalSource stream() {
    return stream;
  }

  /** Whether a position in this direction may ever be opened. */
  boolean mayOpen(Side side) {
    return side == Side.BUY || settings.allowShort();
  }

  /** Empty books that trade as these do, in one pair. */
  Ledger alone(Pair pair, String idPrefix) {
    return new Ledger(stream, idPrefix, settings, Collections.singletonMap(pair, spec(pair)));
  }

  /**
   * Opens a position at a quote, or says why not. The size is size fraction × starting capital ×
   * size factor, divided by the fill price and rounded down to the pair's lot.
   *
   * @param now when the order is filled; not before the quote
   * @param sizeFactor 1, or less for a pair on probation
   * @throws IllegalArgumentException when the pair is unknown, the quote lies in the future or the
   *     size factor is not in 0 to 1
   */
  public OpenResult open(Order order, Quote quote, double now, BigDecimal sizeFactor) {
    PairSpec spec = spec(order.pair());
    requireKnown(quote, now);
    if (sizeFactor.signum() <= 0 || sizeFactor.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("size factor " + sizeFactor + " is not in 0 to 1");
    }
    Holding held = holdings.get(order.pair());
    if (held != null) {
      return refuse(held.isLong() ? Refusal.ALREADY_LONG : Refusal.ALREADY_SHORT);
    }
    if (order.side() == Side.SELL && !settings.allowShort()) {
      return refuse(Refusal.SHORT_NOT_ALLOWED);
    }
    OptionalDouble atr = order.snapshot().features().find(Feature.ATR);
    if (atr.isEmpty() || atr.getAsDouble() <= 0) {
      return refuse(Refusal.NO_ATR);
    }
    BigDecimal quantity = quantity(spec, order.side(), quote, sizeFactor);
    if (quantity.signum() == 0 || quantity.compareTo(spec.orderMinimum()) < 0) {
      return refuse(Refusal.UNDER_MINIMUM);
    }
    Fill fill = fill(spec, order.side(), quantity, quote, now);
    if (fill.notional().compareTo(spec.costMinimum()) < 0) {
      return refuse(Refusal.UNDER_MINIMUM);
    }
    if (freeCash().compareTo(fill.notional().add(fill.fee())) < 0) {
      return refuse(Refusal.NO_CASH);
    }
    return new OpenResult.Opened(enter(order, fill, quote, atr.getAsDouble()));
  }

  private OpenResult refuse(Refusal reason) {
    refusals.merge(reason, 1L, Long::sum);
    return new OpenResult.Refused(reason);
  }

  private BigDecimal quantity(PairSpec spec, Side side, Quote quote, BigDecimal sizeFactor) {
    BigDecimal size = settings.capital().multiply(settings.sizeFraction()).multiply(sizeFactor);
    BigDecimal mid = Money.price(quote.mid(), spec.priceDecimals());
    BigDecimal price = settings.costs().fillPrice(side, mid, spec);
    return size.divide(price, spec.lotDecimals(), RoundingMode.DOWN);
  }

  private Position enter(Order order, Fill fill, Quote quote, double atr) {
    EntryTerms terms =
        new EntryTerms(
            order.side(), quote.mid(), quote.time(), order.horizonMinutes(), order.strategyType());
    ExitPlan plan = settings.exits().plan(terms, atr, settings.interval());
    opened++;
    String tradeId = String.format(Locale.ROOT, "%s-%s-%06d", idPrefix, stream.label(), opened);
    Position position = new Position(tradeId, stream, order, fill, plan);
    hold(position, quote);
    book(fill);
    if (order.side() == Side.SELL) {
      blocked = blocked.add(twice(fill.notional()));
    }
    return position;
  }

  private void hold(Position position, Quote quote) {
    PairSpec spec = spec(position.order().pair());
    Mark mark = marks.computeIfAbsent(spec.pair(), pair -> new Mark());
    mark.see(quote.mid(), quote.time());
    holdings.put(spec.pair(), new Holding(position, mark, spec.priceDecimals()));
  }

  /** Marks the pair's position to the bar's close and closes it where its plan says so. */
  public Optional<ClosedTrade> onBar(Pair pair, Bar bar) {
    Holding held = see(pair, bar.close(), (double) bar.end());
    if (held == null) {
      return Optional.empty();
    }
    Exit exit = ExitRules.onBar(held.position().plan(), bar, held.position().entry().time());
    return exit == null
        ? Optional.empty()
        : Optional.of(leave(held, new Quote(exit.time(), exit.mid()), exit.time(), exit.reason()));
  }

  /**
   * Marks the pair's position to the quote and closes it where its plan says so. A quote older than
   * the entry judges nothing.
   */
  public Optional<ClosedTrade> onQuote(Pair pair, Quote quote) {
    Holding held = see(pair, quote.mid(), quote.time());
    if (held == null || quote.time() < held.position().entry().time()) {
      return Optional.empty();
    }
    Exit exit = ExitRules.onQuote(held.position().plan(), quote);
    return exit == null
        ? Optional.empty()
        : Optional.of(leave(held, quote, quote.time(), exit.reason()));
  }

  /** Notes the newest price; no exact arithmetic here, most calls are for pairs not held. */
  private @Nullable Holding see(Pair pair, double price, double time) {
    Mark mark = marks.get(pair);
    boolean moved = mark != null && mark.see(price, time);
    Holding held = holdings.get(pair);
    if (moved && held != null) {
      changed();
    }
    return held;
  }

  /**
   * Closes the pair's position, if there is one.
   *
   * @param now when the order is filled; not before the quote
   * @throws IllegalArgumentException when the quote lies in the future or {@code now} before the
   *     entry
   */
  public Optional<ClosedTrade> close(Pair pair, Quote quote, double now, ExitReason reason) {
    requireKnown(quote, now);
    Holding held = holdings.get(pair);
    return held == null ? Optional.empty() : Optional.of(leave(held, quote, now, reason));
  }

  private ClosedTrade leave(Holding held, Quote quote, double now, ExitReason reason) {
    Position position = held.position();
    Fill entry = position.entry();
    Pair pair = position.order().pair();
    Fill exit = fill(spec(pair), entry.side().opposite(), entry.quantity(), quote, now);
    BigDecimal gross =
        held.isLong()
            ? exit.notional().subtract(entry.notional())
            : entry.notional().subtract(exit.notional());
    BigDecimal pnl = gross.subtract(entry.fee()).subtract(exit.fee());
    ClosedTrade trade = new ClosedTrade(position, exit, reason, pnl);
    holdings.remove(pair);
    book(exit);
    if (!held.isLong()) {
      blocked = blocked.subtract(twice(entry.notional()));
    }
    realised = realised.add(pnl);
    trades++;
    wins += trade.isWin() ? 1 : 0;
    return trade;
  }

  private Fill fill(PairSpec spec, Side side, BigDecimal quantity, Quote quote, double now) {
    CostModel costs = settings.costs();
    BigDecimal mid = Money.price(quote.mid(), spec.priceDecimals());
    BigDecimal price = costs.fillPrice(side, mid, spec);
    BigDecimal fee = costs.fee(quantity.multiply(price), costs.feeRate(volume.at(now)));
    return new Fill(now, quote.time(), side, quantity, mid, price, fee);
  }

  private void book(Fill fill) {
    BigDecimal notional = fill.notional();
    cash = fill.side() == Side.BUY ? cash.subtract(notional) : cash.add(notional);
    cash = cash.subtract(fill.fee());
    tally.add(fill);
    volume.add(fill.time(), notional);
    changed();
  }

  private void changed() {
    equityStale = true;
    unobserved = true;
  }

  /** Takes the equity into the drawdown; costs nothing when no held pair has moved. */
  public void markToMarket() {
    if (unobserved) {
      drawdown.observe(equity());
      unobserved = false;
    }
  }

  /** Cash, proceeds of open short sales included. */
  public BigDecimal cash() {
    return cash;
  }

  /** Cash that a new position may use: without what open short positions block. */
  public BigDecimal freeCash() {
    return cash.subtract(blocked);
  }

  /** Profit and loss of all closed trades after costs. */
  public BigDecimal realisedPnl() {
    return realised;
  }

  /** Profit and loss of the open positions at the newest prices, after their entries' costs. */
  public BigDecimal unrealisedPnl() {
    return equity().subtract(settings.capital()).subtract(realised);
  }

  /** Fees of all fills. */
  public BigDecimal feesPaid() {
    return tally.fees();
  }

  /** Cash plus positions at the newest prices. */
  public BigDecimal equity() {
    if (equityStale) {
      equity = cash;
      for (Holding held : holdings.values()) {
        equity = equity.add(held.value());
      }
      equityStale = false;
    }
    return equity;
  }

  /** Largest fall from a peak of the equity, in percent of that peak, at the instants marked. */
  public BigDecimal maxDrawdownPercent() {
    return drawdown.percent();
  }

  /** Fall from the peak of the equity so far, in percent of it, at the latest instant marked. */
  public BigDecimal drawdownPercent() {
    return drawdown.current();
  }

  /** Closed trades. */
  public int trades() {
    return trades;
  }

  /** Closed trades that earned money after costs. */
  public int wins() {
    return wins;
  }

  /** How often a position was refused, by reason. */
  public Map<Refusal, Long> refusals() {
    return Collections.unmodifiableMap(new EnumMap<>(refusals));
  }

  /** Open positions in pair order. */
  public Collection<Position> positions() {
    return holdings.values().stream().map(Holding::position).toList();
  }

  /** The pair's open position. */
  public Optional<Position> position(Pair pair) {
    return Optional.ofNullable(holdings.get(pair)).map(Holding::position);
  }

  /**
   * Recomputes the books from the sums of all fills: cash + positions = capital + realised +
   * unrealised - costs, exactly, at cost and at the newest prices.
   *
   * @throws IllegalStateException naming stream and figure when they do not agree: a bug
   */
  public void checkInvariant() {
    try {
      tally.verify(
          new FillTally.Books(settings.capital(), cash, realised, equity()), holdings.values());
    } catch (IllegalStateException e) {
      throw new IllegalStateException("ledger " + stream.label() + ": " + e.getMessage(), e);
    }
  }

  private PairSpec spec(Pair pair) {
    PairSpec spec = specs.get(pair);
    if (spec == null) {
      throw new IllegalArgumentException(
          "pair " + pair + " is not in this ledger: " + specs.keySet());
    }
    return spec;
  }

  private static void requireKnown(Quote quote, double now) {
    Checks.time("now", now);
    if (now < quote.time()) {
      throw new IllegalArgumentException(
          "the quote of " + quote.time() + " is not known yet at " + now);
    }
  }

  private static BigDecimal twice(BigDecimal amount) {
    return amount.add(amount);
  }
}
