package mycelial.learning;

import org.jspecify.annotations.Nullable;

/**
 * What a rule may do when it fires: vote under its licence, or be applied for. Of the rules that
 * fire together only the one of highest value is applied for, the first of equals. Used by one
 * thread.
 */
final class Licensing {
  /** After this an application that was not answered is taken for lost, seconds. */
  private static final double PATIENCE = 600;

  private final double minimum;
  private final Abstentions abstentions = new Abstentions();
  private @Nullable LivingRule best;
  private double bestValue;

  /**
   * @param minimum value that a vote and an application need, 0 to 100
   */
  Licensing(double minimum) {
    this.minimum = minimum;
  }

  /**
   * What a firing rule's value counts under its licence, or 0 when it may not vote: then a licence
   * in force has lapsed, and the rule may come to be applied for.
   *
   * @param value 0 to 100; 0 when the rule is not exploratory
   */
  double counted(LivingRule rule, double value, double now) {
    boolean licensed = rule.licence.isInForce();
    double counted = licensed ? value * rule.licence.factor() : 0;
    if (isEnough(counted)) {
      return counted;
    }
    abstentions.note(reason(value, licensed));
    rule.licence = rule.licence.lapsed();
    boolean worthwhile = isEnough(expected(rule, value)) && mayApply(rule, now);
    if (worthwhile && (best == null || value > bestValue)) {
      best = rule;
      bestValue = value;
    }
    return 0;
  }

  private Abstention reason(double value, boolean licensed) {
    if (value == 0) {
      return Abstention.WEAK_EVIDENCE;
    }
    return licensed || !isEnough(value) ? Abstention.UNDER_MINIMUM : Abstention.UNLICENSED;
  }

  /** Why rules that fired did not vote. */
  Abstentions abstentions() {
    return abstentions;
  }

  private boolean isEnough(double value) {
    return value > 0 && value >= minimum;
  }

  private static boolean mayApply(LivingRule rule, double now) {
    boolean waiting = now - rule.appliedAt < PATIENCE;
    return !waiting && rule.evidence.outcomes() >= rule.licence.retryFrom();
  }

  /**
   * What the rule could count on: a renewal is expected to bring what the last licence did, and one
   * under which the rule could not vote is not worth the council's time.
   */
  private static double expected(LivingRule rule, double value) {
    return rule.licence.isRenewal() ? value * rule.licence.factor() : value;
  }

  /** The rule to apply for, once, after all that fire together have been asked about; or null. */
  @Nullable LivingRule choose(double now) {
    LivingRule chosen = best;
    best = null;
    if (chosen != null) {
      chosen.appliedAt = now;
    }
    return chosen;
  }

  /** The council licenses a rule. */
  static void grant(LivingRule rule, String licence, double factor) {
    rule.appliedAt = Double.NaN;
    rule.licence = rule.licence.granted(licence, factor, rule.evidence.outcomes());
  }

  /** The council refuses a rule. */
  static void refuse(LivingRule rule) {
    rule.appliedAt = Double.NaN;
    rule.licence = rule.licence.refused(rule.evidence.outcomes());
  }
}
