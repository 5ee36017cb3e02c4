package mycelial.agent.guardian;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import mycelial.market.Pair;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.SystemControl.Scope;
import mycelial.risk.OrderRate;
import mycelial.risk.Probation;
import mycelial.risk.Probation.Level;
import org.jspecify.annotations.Nullable;

/** Says SIZE: probation by asset, restricted pairs, and the order rate. */
final class PairLimits {
  private final GuardianSettings settings;
  private final AccountMirror account;
  private final Consumer<SystemControl> say;
  private final Probation probation;
  private final OrderRate rate;
  private boolean rateReached;
  private long probations;
  private long hibernations;
  private long rateStops;

  PairLimits(GuardianSettings settings, AccountMirror account, Consumer<SystemControl> say) {
    this.settings = settings;
    this.account = account;
    this.say = say;
    var limits = settings.risk().probation();
    this.probation =
        new Probation(
            settings.positionSize(),
            new Probation.Limits(
                limits.halfPercent(), limits.quarterPercent(), limits.hibernationPercent()));
    this.rate = new OrderRate(settings.risk().compliance().maxOrdersPerHour());
  }

  /** What holds from the beginning. */
  void begin() {
    for (Pair pair : settings.risk().compliance().restrictedPairs()) {
      size(pair, 0, "compliance: " + pair + " is a restricted pair");
    }
  }

  /** The account has opened a position. */
  void ordered(double now) {
    rate.add(now);
  }

  /** Looks at the rate of orders. */
  void watchRate(double now) {
    boolean reached = rate.isReached(now);
    if (reached == rateReached) {
      return;
    }
    rateReached = reached;
    rateStops += reached ? 1 : 0;
    size(
        null,
        reached ? 0 : 1,
        "compliance: "
            + (reached ? "" : "fewer than ")
            + rate.limit()
            + " orders within 60 minutes");
  }

  /** Looks at a pair's P&L; says whether the pair has fallen. */
  boolean judge(Pair pair) {
    Level before = probation.level(pair);
    BigDecimal pnl = account.pnl(pair);
    Level level = probation.judge(pair, pnl);
    if (level == null) {
      return false;
    }
    boolean fallen = level.compareTo(before) > 0;
    hibernations += level == Level.HIBERNATING ? 1 : 0;
    probations += fallen && level != Level.HIBERNATING ? 1 : 0;
    size(
        pair,
        level.factor(),
        "probation: the account's P&L in "
            + pair
            + " is "
            + probation.percent(pair, pnl).setScale(2, RoundingMode.HALF_UP).toPlainString()
            + " % of a position: "
            + level.words());
    return fallen;
  }

  /** Whether the account loses in a pair. */
  boolean isOnProbation(Pair pair) {
    return probation.level(pair) != Level.FULL;
  }

  /** The pairs that are not traded at full size, by name, each with how it is. */
  Map<String, String> reduced(List<Pair> pairs) {
    Map<String, String> reduced = new TreeMap<>();
    for (Pair pair : pairs) {
      Level level = probation.level(pair);
      if (level != Level.FULL) {
        reduced.put(pair.name(), level.words());
      }
    }
    return reduced;
  }

  /** Wakes those of the pairs that hibernate. */
  void release(List<Pair> pairs, String reason) {
    for (Pair pair : pairs) {
      if (probation.level(pair) == Level.HIBERNATING) {
        probation.release(pair, account.pnl(pair));
        size(pair, Level.FULL.factor(), reason);
      }
    }
  }

  private void size(@Nullable Pair pair, double factor, String reason) {
    say.accept(new SystemControl(Command.SIZE, Origin.RISK, reason, Scope.size(pair, factor)));
  }

  long probations() {
    return probations;
  }

  long hibernations() {
    return hibernations;
  }

  long rateStops() {
    return rateStops;
  }
}
