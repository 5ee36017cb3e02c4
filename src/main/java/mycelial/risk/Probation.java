package mycelial.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Trades a pair smaller the more the account has lost in it. Losses are the pair's cumulative P&L,
 * realised and open, in percent of the size of one position: at the defaults a pair is given up
 * when it has cost 15 % of what is put into one trade.
 *
 * <p>A pair falls to a level as soon as its loss reaches it. It rises again only when it has earned
 * everything back, so that a price that wanders about a limit does not change the size at every
 * bar; one that hibernates has no position to earn with and rises only by {@link #release}. Used by
 * one thread.
 */
public final class Probation {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** How large orders are. */
  public enum Level {
    FULL(1, "full size"),
    HALF(0.5, "half size"),
    QUARTER(0.25, "a quarter of the size"),
    HIBERNATING(0, "hibernation");

    private final double factor;
    private final String words;

    Level(double factor, String words) {
      this.factor = factor;
      this.words = words;
    }

    /** By what the size of an order is multiplied, 0 to 1. */
    public double factor() {
      return factor;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * The losses at which a pair falls, percent of a position's size, ascending.
   *
   * @param half to half size
   * @param quarter to a quarter
   * @param hibernation to nothing
   */
  public record Limits(BigDecimal half, BigDecimal quarter, BigDecimal hibernation) {}

  /** A pair's level, and the P&L that it is measured from, quote currency. */
  private record Standing(Level level, BigDecimal start) {}

  private static final Standing NEW = new Standing(Level.FULL, BigDecimal.ZERO);

  private final BigDecimal positionSize;
  private final Limits limits;
  private final Map<Pair, Standing> standings = new TreeMap<>();

  /**
   * @param positionSize value of a position of full size, quote currency, above zero
   */
  public Probation(BigDecimal positionSize, Limits limits) {
    this.positionSize = positionSize;
    this.limits = limits;
  }

  /**
   * Takes in a pair's P&L since the session began, quote currency.
   *
   * @return the level that it has now changed to, or null
   */
  public @Nullable Level judge(Pair pair, BigDecimal pnl) {
    Standing standing = standings.getOrDefault(pair, NEW);
    BigDecimal percent = percent(pair, pnl);
    Level level = standing.level();
    if (percent.signum() >= 0 && level != Level.HIBERNATING) {
      level = Level.FULL;
    } else if (atLoss(percent).compareTo(level) > 0) {
      level = atLoss(percent);
    }
    if (level == standing.level()) {
      return null;
    }
    standings.put(pair, new Standing(level, standing.start()));
    return level;
  }

  private Level atLoss(BigDecimal percent) {
    BigDecimal loss = percent.negate();
    if (loss.compareTo(limits.hibernation()) >= 0) {
      return Level.HIBERNATING;
    }
    if (loss.compareTo(limits.quarter()) >= 0) {
      return Level.QUARTER;
    }
    return loss.compareTo(limits.half()) >= 0 ? Level.HALF : Level.FULL;
  }

  /** The pair's P&L since it was last released, percent of a position's size. */
  public BigDecimal percent(Pair pair, BigDecimal pnl) {
    return pnl.subtract(standings.getOrDefault(pair, NEW).start())
        .multiply(HUNDRED)
        .divide(positionSize, MathContext.DECIMAL64);
  }

  /** A pair's level. */
  public Level level(Pair pair) {
    return standings.getOrDefault(pair, NEW).level();
  }

  /** Trades a pair at full size again and measures it from that P&L on. */
  public void release(Pair pair, BigDecimal pnl) {
    standings.put(pair, new Standing(Level.FULL, pnl));
  }
}
