package mycelial.learning;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands with the council. Everything that is to be kept of it between sessions; an
 * application under way is not.
 *
 * @param id the licence in force, or null
 * @param factor what the newest licence lets count of the rule's value, 0 to 1; 0 before the first
 * @param licences how many licences the rule has had
 * @param retryFrom outcomes from which on it may be applied for
 */
public record LicenceState(@Nullable String id, double factor, int licences, int retryFrom) {
  /** A rule that the council has never heard of. */
  public static final LicenceState NONE = new LicenceState(null, 0, 0, 0);

  /** New outcomes that a refused rule needs before it is worth the council's time again. */
  private static final int OUTCOMES_AFTER_REFUSAL = 4;

  /**
   * @throws IllegalArgumentException when the factor is not between 0 and 1
   */
  public LicenceState {
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException("factor " + factor + " is not between 0 and 1");
    }
  }

  /** Whether the rule may vote as long as its value allows it. */
  public boolean isInForce() {
    return id != null;
  }

  /** Whether an application would be for a renewal. */
  public boolean isRenewal() {
    return licences > 0;
  }

  /**
   * Licensed. Should the licence lapse, a renewal takes at least one more outcome: without one the
   * value has only decayed further.
   */
  LicenceState granted(String licence, double newFactor, int outcomes) {
    return new LicenceState(licence, newFactor, licences + 1, outcomes + 1);
  }

  /** Refused; a licence in force ends. */
  LicenceState refused(int outcomes) {
    return new LicenceState(null, factor, licences, outcomes + OUTCOMES_AFTER_REFUSAL);
  }

  /** The value has fallen below what a vote needs. */
  LicenceState lapsed() {
    return new LicenceState(null, factor, licences, retryFrom);
  }
}
