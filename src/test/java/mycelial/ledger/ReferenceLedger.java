package mycelial.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mycelial.market.Bar;
import mycelial.market.Feature;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Quote;
import mycelial.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * The slow, obvious ledger: it keeps every trade and every observed equity, remembers no sum and
 * computes each figure from the beginning. Shorts are judged as longs in a mirror (prices negated).
 */
final class ReferenceLedger {
  private final LedgerSettings settings;
  private final Map<Pair, PairSpec> specs;
  private final List<Trade> trades = new ArrayList<>();
  private final Map<Pair, Quote> newest = new TreeMap<>();
  private final List<BigDecimal> observed = new ArrayList<>();

  ReferenceLedger(LedgerSettings settings, Map<Pair, PairSpec> specs) {
    this.settings = settings;
    this.specs = specs;
  }

  String open(Order order, Quote quote, double now) {
    PairSpec spec = Objects.requireNonNull(specs.get(order.pair()));
    Trade held = held(order.pair());
    if (held != null) {
      return held.entry.side == Side.BUY ? "ALREADY_LONG" : "ALREADY_SHORT";
    }
    if (order.side() == Side.SELL && !settings.allowShort()) {
      return "SHORT_NOT_ALLOWED";
    }
    if (!order.snapshot().features().has(Feature.ATR)) {
      return "NO_ATR";
    }
    BigDecimal price = price(order.side(), quote.mid(), spec);
    BigDecimal size = settings.capital().multiply(settings.sizeFraction());
    BigDecimal quantity = size.divide(price, spec.lotDecimals(), RoundingMode.DOWN);
    if (quantity.compareTo(spec.orderMinimum()) < 0
        || quantity.multiply(price).compareTo(spec.costMinimum()) < 0) {
      return "UNDER_MINIMUM";
    }
    BigDecimal fee = fee(quantity.multiply(price), now);
    if (free().compareTo(quantity.multiply(price).add(fee)) < 0) {
      return "NO_CASH";
    }
    double width =
        order.snapshot().features().value(Feature.ATR)
            * Math.sqrt(
                Math.max(1, order.horizonMinutes() / (double) settings.interval().minutes()));
    int minutes = Math.min(order.horizonMinutes(), order.strategyType().maxHoldMinutes());
    trades.add(
        new Trade(
            new Entry(
                order.pair(),
                order.side(),
                now,
                quote.mid(),
                width,
                quote.time() + minutes * 60,
                quantity,
                price,
                fee)));
    see(order.pair(), quote);
    return "OPENED";
  }

  @Nullable ExitReason onBar(Pair pair, Bar bar) {
    Trade held = held(pair);
    see(pair, new Quote(bar.end(), bar.close()));
    if (held == null || bar.end() <= held.entry.time) {
      return null;
    }
    double end = (double) bar.end();
    double mirror = held.entry.side == Side.BUY ? 1 : -1;
    double open = bar.open() * mirror;
    double high = Math.max(bar.high() * mirror, bar.low() * mirror);
    double low = Math.min(bar.high() * mirror, bar.low() * mirror);
    double close = bar.close() * mirror;
    double stop = held.level(-settings.exits().stopAtr()) * mirror;
    double target = held.level(settings.exits().targetAtr()) * mirror;
    boolean entryBar = bar.start() < held.entry.time;
    if (!entryBar && open <= stop) {
      return close(held, ExitReason.STOP, bar.open(), end);
    }
    if (!entryBar && open >= target) {
      return close(held, ExitReason.TARGET, bar.open(), end);
    }
    if (!entryBar && held.entry.deadline <= bar.start()) {
      return close(held, ExitReason.HORIZON, bar.open(), end);
    }
    if (low <= stop) {
      return close(held, ExitReason.STOP, stop * mirror, end);
    }
    if (entryBar ? close >= target : high >= target) {
      return close(held, ExitReason.TARGET, target * mirror, end);
    }
    return held.entry.deadline < bar.end()
        ? close(held, ExitReason.HORIZON, bar.close(), end)
        : null;
  }

  @Nullable ExitReason onQuote(Pair pair, Quote quote) {
    Trade held = held(pair);
    see(pair, quote);
    if (held == null || quote.time() < held.entry.time) {
      return null;
    }
    double mirror = held.entry.side == Side.BUY ? 1 : -1;
    double mid = quote.mid() * mirror;
    if (mid <= held.level(-settings.exits().stopAtr()) * mirror) {
      return close(held, ExitReason.STOP, quote.mid(), quote.time());
    }
    if (mid >= held.level(settings.exits().targetAtr()) * mirror) {
      return close(held, ExitReason.TARGET, quote.mid(), quote.time());
    }
    return quote.time() >= held.entry.deadline
        ? close(held, ExitReason.HORIZON, quote.mid(), quote.time())
        : null;
  }

  @Nullable ExitReason close(Pair pair, Quote quote, double now) {
    Trade held = held(pair);
    return held == null ? null : close(held, ExitReason.OPPOSITE_IDEA, quote.mid(), now);
  }

  private ExitReason close(Trade held, ExitReason reason, double mid, double time) {
    Side side = held.entry.side.opposite();
    BigDecimal price = price(side, mid, Objects.requireNonNull(specs.get(held.entry.pair)));
    held.exitFee = fee(held.entry.quantity.multiply(price), time);
    held.exitPrice = price;
    held.exitTime = time;
    return reason;
  }

  void observe() {
    observed.add(equity());
  }

  private void see(Pair pair, Quote quote) {
    Quote before = newest.get(pair);
    if (before == null || before.time() <= quote.time()) {
      newest.put(pair, quote);
    }
  }

  private @Nullable Trade held(Pair pair) {
    for (Trade trade : trades) {
      if (trade.entry.pair.equals(pair) && trade.exitPrice == null) {
        return trade;
      }
    }
    return null;
  }

  private BigDecimal price(Side side, double mid, PairSpec spec) {
    BigDecimal exact =
        new BigDecimal(Double.toString(mid)).setScale(spec.priceDecimals(), RoundingMode.HALF_EVEN);
    BigDecimal cost = spec.halfSpread().add(settings.costs().slippage());
    return side == Side.BUY
        ? exact.multiply(BigDecimal.ONE.add(cost)).setScale(spec.priceDecimals(), RoundingMode.UP)
        : exact
            .multiply(BigDecimal.ONE.subtract(cost))
            .setScale(spec.priceDecimals(), RoundingMode.DOWN);
  }

  private BigDecimal fee(BigDecimal notional, double now) {
    BigDecimal volume = BigDecimal.ZERO;
    long from = (long) Math.floor(now / 3600) - 719;
    for (Trade trade : trades) {
      if ((long) Math.floor(trade.entry.time / 3600) >= from) {
        volume = volume.add(trade.notional());
      }
      if (trade.exitPrice != null && (long) Math.floor(trade.exitTime / 3600) >= from) {
        volume = volume.add(trade.exitNotional());
      }
    }
    BigDecimal rate = BigDecimal.ZERO;
    for (FeeTier tier : settings.costs().tiers()) {
      rate = volume.compareTo(tier.volume()) >= 0 ? tier.rate() : rate;
    }
    return notional.multiply(rate).setScale(8, RoundingMode.HALF_UP);
  }

  BigDecimal cash() {
    BigDecimal cash = settings.capital();
    for (Trade trade : trades) {
      cash = cash.subtract(trade.signed(trade.notional())).subtract(trade.entry.fee);
      if (trade.exitPrice != null) {
        cash = cash.add(trade.signed(trade.exitNotional())).subtract(trade.exitFee);
      }
    }
    return cash;
  }

  private BigDecimal free() {
    BigDecimal free = settings.capital().add(realised());
    for (Trade trade : trades) {
      if (trade.exitPrice == null) {
        free = free.subtract(trade.notional()).subtract(trade.entry.fee);
      }
    }
    return free;
  }

  BigDecimal realised() {
    return trades.stream()
        .filter(t -> t.exitPrice != null)
        .map(Trade::pnl)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal fees() {
    BigDecimal fees = BigDecimal.ZERO;
    for (Trade trade : trades) {
      fees = fees.add(trade.entry.fee).add(trade.exitFee);
    }
    return fees;
  }

  BigDecimal equity() {
    BigDecimal equity = cash();
    for (Trade trade : trades) {
      if (trade.exitPrice == null) {
        double mid = Objects.requireNonNull(newest.get(trade.entry.pair)).mid();
        int decimals = Objects.requireNonNull(specs.get(trade.entry.pair)).priceDecimals();
        BigDecimal mark =
            new BigDecimal(Double.toString(mid)).setScale(decimals, RoundingMode.HALF_EVEN);
        equity = equity.add(trade.signed(trade.entry.quantity.multiply(mark)));
      }
    }
    return equity;
  }

  BigDecimal drawdownPercent() {
    BigDecimal worst = BigDecimal.ZERO;
    BigDecimal peak = settings.capital();
    for (BigDecimal equity : observed) {
      peak = peak.max(equity);
      worst =
          worst.max(
              peak.subtract(equity)
                  .multiply(BigDecimal.valueOf(100))
                  .divide(peak, 8, RoundingMode.HALF_UP));
    }
    return worst;
  }

  long closed() {
    return trades.stream().filter(t -> t.exitPrice != null).count();
  }

  long wins() {
    return trades.stream().filter(t -> t.exitPrice != null && t.pnl().signum() > 0).count();
  }

  private static final class Trade {
    private final Entry entry;
    private @Nullable BigDecimal exitPrice;
    private BigDecimal exitFee = BigDecimal.ZERO;
    private double exitTime;

    private Trade(Entry entry) {
      this.entry = entry;
    }

    /** The price that lies that many widths to the good. */
    private double level(double widths) {
      double level =
          entry.side == Side.BUY
              ? entry.mid + widths * entry.width
              : entry.mid - widths * entry.width;
      return Math.max(level, entry.mid / 1_000_000);
    }

    private BigDecimal notional() {
      return entry.quantity.multiply(entry.price);
    }

    private BigDecimal exitNotional() {
      return entry.quantity.multiply(Objects.requireNonNull(exitPrice));
    }

    private BigDecimal pnl() {
      return signed(exitNotional().subtract(notional())).subtract(entry.fee).subtract(exitFee);
    }

    private BigDecimal signed(BigDecimal amount) {
      return entry.side == Side.BUY ? amount : amount.negate();
    }
  }

  private record Entry(
      Pair pair,
      Side side,
      double time,
      double mid,
      double width,
      double deadline,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal fee) {}
}
