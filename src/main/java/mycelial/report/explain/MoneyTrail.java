package mycelial.report.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import mycelial.ledger.EntryTerms;
import mycelial.ledger.ExitPlan;
import mycelial.ledger.FeeTier;
import mycelial.ledger.Fill;
import mycelial.market.Feature;
import mycelial.market.Interval;
import mycelial.market.PairSpec;
import mycelial.market.Side;
import mycelial.storage.StoredPosition;
import org.jspecify.annotations.Nullable;

/** Where the money of a trade went, line by line; every figure is computed again. */
final class MoneyTrail {
  private static final MathContext SHOWN = new MathContext(12);

  /** Full size, and what probation leaves of it. */
  private static final List<BigDecimal> FACTORS =
      List.of(BigDecimal.ONE, new BigDecimal("0.5"), new BigDecimal("0.25"));

  private final StoredPosition position;
  private final @Nullable Terms terms;
  private final String source;

  MoneyTrail(StoredPosition position, @Nullable Terms terms) {
    this.position = position;
    this.terms = terms;
    this.source = "positions/" + position.tradeId();
  }

  Node entry() {
    Fill fill = position.entry();
    Draft draft =
        new Draft(
                "Entry: %s %s at %s"
                    .formatted(
                        verb(fill.side()), Texts.plain(fill.quantity()), Texts.plain(fill.price())),
                source)
            .at(fill.time());
    fill(draft, fill);
    return draft.child(size(fill)).child(plan()).node();
  }

  private static String verb(Side side) {
    return side == Side.BUY ? "bought" : "sold";
  }

  /** Quote, half spread, slippage, rounding, fee. */
  private void fill(Draft draft, Fill fill) {
    draft.fact("quote known since", Texts.iso(fill.quoteTime())).fact("mid price", fill.mid());
    BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
    BigDecimal conceded = fill.price().subtract(fill.mid()).multiply(sign);
    PairSpec spec = spec();
    if (terms == null || spec == null) {
      draft.fact("half spread and slippage", conceded);
    } else {
      BigDecimal spread = fill.mid().multiply(spec.halfSpread());
      BigDecimal slippage = fill.mid().multiply(terms.costs().slippage());
      draft
          .fact("half spread", spread)
          .fact("slippage", slippage)
          .fact("rounding to the tick", conceded.subtract(spread).subtract(slippage));
    }
    draft
        .fact("fill price", fill.price())
        .fact("quantity", fill.quantity())
        .fact("value", fill.notional())
        .fact("fee", fill.fee())
        .fact("fee rate", feeRate(fill));
  }

  /** The configured rate with which the fee comes out as it is stored; else what it amounts to. */
  private String feeRate(Fill fill) {
    if (terms != null) {
      for (FeeTier tier : terms.costs().tiers()) {
        if (terms.costs().fee(fill.notional(), tier.rate()).compareTo(fill.fee()) == 0) {
          return Texts.plain(tier.rate().movePointRight(2))
              + " %, the tier from a 30-day volume of "
              + Texts.plain(tier.volume())
              + "; recomputed: equal";
        }
      }
    }
    return percent(fill.fee(), fill.notional())
        + (terms == null ? "" : "; recomputed: DIFFERS from every tier");
  }

  private @Nullable PairSpec spec() {
    return terms == null ? null : terms.configuration().specs().get(position.pair());
  }

  private static String percent(BigDecimal part, BigDecimal whole) {
    return Texts.plain(part.movePointRight(2).divide(whole, 6, RoundingMode.HALF_EVEN)) + " %";
  }

  private @Nullable Node size(Fill fill) {
    if (terms == null) {
      return Draft.missing("Size", "the session has no journal with its configuration");
    }
    BigDecimal full =
        terms
            .configuration()
            .trading()
            .capital()
            .multiply(terms.configuration().trading().sizePercent().movePointLeft(2));
    return new Draft(
            "Size: %s %% of the starting capital"
                .formatted(Texts.plain(terms.configuration().trading().sizePercent())),
            "journal/configuration")
        .fact("full size", full)
        .fact("value", fill.notional())
        .fact("size factor", factor(full, fill))
        .detail("rounded down to the pair's lot; a factor under 1 is HAVEN's probation")
        .node();
  }

  /** The factor with which the quantity comes out as it is stored. */
  private String factor(BigDecimal full, Fill fill) {
    PairSpec spec = spec();
    for (BigDecimal factor : FACTORS) {
      if (spec != null
          && full.multiply(factor)
                  .divide(fill.price(), spec.lotDecimals(), RoundingMode.DOWN)
                  .compareTo(fill.quantity())
              == 0) {
        return Texts.plain(factor) + ", recomputed: equal";
      }
    }
    return "recomputed: DIFFERS, "
        + Texts.plain(fill.notional().divide(full, 4, RoundingMode.HALF_EVEN))
        + " of the full size";
  }

  /** Stop, target and deadline, computed again from the range that was known. */
  private Node plan() {
    ExitPlan plan = position.plan();
    Draft draft =
        new Draft("Plan: stop, target, deadline", source)
            .fact("stop", plan.stop())
            .fact("target", plan.target())
            .fact("deadline", Texts.iso(plan.deadline()))
            .fact("horizon", position.horizonMinutes() + " min, " + position.strategyType());
    if (position.features().has(Feature.ATR)) {
      draft.fact("ATR(14)", position.features().value(Feature.ATR));
    }
    if (terms != null) {
      draft
          .fact("stop distance", terms.exits().stopAtr() + " ATR x root of the horizon in bars")
          .fact("target distance", terms.exits().targetAtr() + " ATR x root of the horizon in bars")
          .fact(
              "recomputed",
              interval()
                  .map(bars -> "equal, with bars of " + bars.minutes() + " min")
                  .orElse("differs: the terms on record are not those of the trade"));
    }
    return draft.node();
  }

  /** Length of the bars with which the plan comes out as it is stored. */
  private Optional<Interval> interval() {
    for (Interval interval : Interval.values()) {
      if (terms != null && isClose(interval, terms)) {
        return Optional.of(interval);
      }
    }
    return Optional.empty();
  }

  private boolean isClose(Interval interval, Terms known) {
    if (!position.features().has(Feature.ATR)) {
      return false;
    }
    Fill fill = position.entry();
    ExitPlan again =
        known
            .exits()
            .plan(
                new EntryTerms(
                    position.side(),
                    fill.mid().doubleValue(),
                    fill.quoteTime(),
                    position.horizonMinutes(),
                    position.strategyType()),
                position.features().value(Feature.ATR),
                interval);
    // The stored ATR and mid are rounded, the ledger's were not.
    double tolerance = 1e-4 * Math.abs(again.target() - again.stop()) + tick();
    return Math.abs(again.stop() - position.plan().stop()) <= tolerance
        && Math.abs(again.target() - position.plan().target()) <= tolerance
        && again.deadline() == position.plan().deadline();
  }

  private double tick() {
    PairSpec spec = spec();
    return spec == null ? 0 : BigDecimal.ONE.movePointLeft(spec.priceDecimals()).doubleValue();
  }

  Node exit() {
    StoredPosition.Exit exit = position.exit();
    if (exit == null) {
      return new Draft("Exit: none, the position is open", source).node();
    }
    Draft draft =
        new Draft("Exit: " + Texts.exit(exit.reason()), source)
            .at(exit.fill().time())
            .fact("reason", exit.reason().name());
    fill(draft, exit.fill());
    return draft.node();
  }

  /** The arithmetic of profit or loss. */
  Node profit() {
    StoredPosition.Exit exit = position.exit();
    if (exit == null) {
      return new Draft("P&L: not closed yet", source).node();
    }
    Fill in = position.entry();
    Fill out = exit.fill();
    BigDecimal sign = BigDecimal.valueOf(position.side().sign());
    BigDecimal middle = out.mid().subtract(in.mid()).multiply(in.quantity()).multiply(sign);
    BigDecimal gross = out.price().subtract(in.price()).multiply(in.quantity()).multiply(sign);
    BigDecimal fees = in.fee().add(out.fee());
    BigDecimal net = gross.subtract(fees);
    return new Draft("P&L: " + Texts.money(exit.pnl()), source)
        .fact("price change x quantity", middle)
        .fact("spread and slippage, both sides", gross.subtract(middle))
        .fact("gross", gross)
        .fact("entry fee", in.fee().negate())
        .fact("exit fee", out.fee().negate())
        .fact("net", net)
        .fact("stored P&L", exit.pnl())
        .fact("recomputed", net.compareTo(exit.pnl()) == 0 ? "equal" : "DIFFERS")
        .fact(
            "of the value at entry",
            Texts.plain(
                    exit.pnl()
                        .movePointRight(2)
                        .divide(in.notional(), SHOWN)
                        .setScale(4, RoundingMode.HALF_EVEN))
                + " %")
        .node();
  }
}
