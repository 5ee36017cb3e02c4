package mycelial.report.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mycelial.ledger.ExitReason;
import mycelial.ledger.IdeaRecord;
import mycelial.market.Condition;
import mycelial.market.Condition.Comparison;
import mycelial.market.Source;

/** Numbers, times, rules and fates in words. */
final class Texts {
  private Texts() {}

  /** UTC to the millisecond. */
  static String iso(double epochSeconds) {
    return Instant.ofEpochMilli((long) Math.floor(epochSeconds * 1000)).toString();
  }

  /** Exact, without an exponent or useless zeros. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Money for a sentence: sign and cents. */
  static String money(BigDecimal value) {
    BigDecimal cents = value.setScale(2, RoundingMode.HALF_EVEN);
    return (cents.signum() > 0 ? "+" : "") + cents.toPlainString() + " USD";
  }

  /** To seven digits, which is more than anybody reads. */
  static String number(double value) {
    return plain(new BigDecimal(value).round(new MathContext(7)));
  }

  /** A fraction as percent, signed. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%+.3f %%", 100 * fraction);
  }

  /** What must hold for a rule to fire. */
  static String rule(List<Condition> conditions) {
    return conditions.stream().map(Texts::condition).collect(Collectors.joining(" and "));
  }

  /** A condition as somebody would say it. */
  static String condition(Condition condition) {
    boolean above = condition.comparison() == Comparison.ABOVE;
    if (condition.source() instanceof Source.Clock clock) {
      double minutes = clock.cycle().minutes() * (1 - condition.quantile()) / 2;
      String point =
          clock.cycle() == Source.Cycle.HOUR
              ? String.format(Locale.ROOT, "minute %02d of the hour", clock.minute())
              : String.format(
                  Locale.ROOT, "%02d:%02d UTC", clock.minute() / 60, clock.minute() % 60);
      return String.format(
          Locale.ROOT, "%s than %.1f min from %s", above ? "less" : "more", minutes, point);
    }
    double share = 100 * condition.quantile();
    return condition.source()
        + (above ? " higher than " : " lower than ")
        + number(above ? share : 100 - share)
        + " % of its recent values";
  }

  /** What a ledger did with an idea or a collision. */
  static String fate(String fate) {
    return switch (fate) {
      case "OPENED" -> "a position was opened";
      case "CLOSED_OPPOSITE" -> "it closed a position in the other direction";
      case "ALREADY_LONG" -> "the ledger was long already";
      case "ALREADY_SHORT" -> "the ledger was short already";
      case "SHORT_NOT_ALLOWED" -> "a sell while flat, and short positions are not configured";
      case "UNDER_MINIMUM" -> "the order was under the exchange's minimum";
      case "NO_CASH" -> "not enough cash";
      case "NO_ATR" -> "the indicators had not warmed up";
      case "STALE_QUOTE" -> "the newest quote was too old";
      case "BARRED" -> "the exchange, its feed or this machine was not in order";
      case "WARM_UP" -> "the colony was still warming up";
      case "HALTED" -> "a halt was in force";
      case "HIBERNATED" -> "the pair hibernated after its losses";
      case "RESTRICTED" ->
          "compliance forbade it: a restricted pair, or too many orders within an hour";
      case "EVIDENCE" -> "the evidence was weaker than configured";
      default -> fate;
    };
  }

  /** How an idea met those of the other stream. */
  static String meeting(IdeaRecord idea) {
    String met =
        switch (idea.collision()) {
          case "MATCHED" -> "it collided with an idea of the other stream";
          case "CONFLICT" -> "the other stream said the opposite within the window";
          case "NEAR_MISS" -> "the other stream agreed, but too late";
          case "EXPIRED" -> "the other stream never agreed in time";
          case "OPEN" -> "it had met nobody when the session ended";
          default -> idea.collision();
        };
    Long gap = idea.partnerGapMillis();
    return gap == null
        ? met
        : String.format(Locale.ROOT, "%s, %.1f s apart at best", met, gap / 1000.0);
  }

  /** Why a position was closed. */
  static String exit(ExitReason reason) {
    return switch (reason) {
      case OPPOSITE_IDEA -> "an idea in the other direction";
      case STOP -> "the stop was touched";
      case TARGET -> "the target was touched";
      case HORIZON -> "the horizon was reached";
      case FLATTEN -> "an operator or a risk rule closed it";
      case SESSION_END -> "closed at the end of the session on demand";
    };
  }
}
