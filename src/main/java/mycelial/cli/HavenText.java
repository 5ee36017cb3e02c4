package mycelial.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import mycelial.colony.SessionResult.Haven;

/** What governing the account did, in words. */
final class HavenText {
  private HavenText() {}

  static String of(Haven haven) {
    if (!haven.inForce()) {
      return "HAVEN was off: the account traded like synthesized; " + contagion(haven);
    }
    BigDecimal difference = haven.costOrSaved().setScale(2, RoundingMode.HALF_EVEN);
    String verb = difference.signum() < 0 ? "cost" : "saved";
    String kept =
        haven.halts() > 0 && haven.heldAtHalt()
            ? "; positions open at a halt were kept, so drawdown could go on beyond its limit"
            : "";
    return String.format(
        Locale.ROOT,
        "HAVEN %s: account - synthesized = %s%s USD (halted %d entries in %d halts, probation %d,"
            + " hibernation %d, brakes %d, quarantines %d)%s; %s",
        difference.signum() == 0 ? "cost and saved nothing" : verb,
        difference.signum() > 0 ? "+" : "",
        difference.toPlainString(),
        haven.refusedEntries(),
        haven.halts(),
        haven.probations(),
        haven.hibernated(),
        haven.brakes(),
        haven.quarantines(),
        kept,
        contagion(haven));
  }

  private static String contagion(Haven haven) {
    return haven.largestFamily().isEmpty()
        ? "no family of patterns led enough learners to be measured"
        : String.format(
            Locale.ROOT,
            "the family that led most, %s, led %.1f %% of those it could",
            haven.largestFamily(),
            haven.maxContagionPercent());
  }
}
