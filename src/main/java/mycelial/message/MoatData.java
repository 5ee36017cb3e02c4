package mycelial.message;

import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import org.jspecify.annotations.Nullable;

/**
 * A signal of a moat, or the plain statement that there is none.
 *
 * @param moat the field of knowledge
 * @param target the language, region or sector that it is about: the channel's key
 * @param field what was measured, for example {@code stars_per_hour}; {@code *} where all fields of
 *     the target are missing
 * @param value the measurement in the field's own unit; null where it is missing
 * @param level its rank among the field's own past, 0 to 1; null where it is missing or there is no
 *     past to compare it with
 * @param provenance where it comes from; MISSING exactly when there is no value
 * @param eventTime when it happened, seconds since the epoch; where it is missing, when that was
 *     said
 * @param seenTime when it became known here, seconds since the epoch, not before it happened
 * @param note where it is missing: why; otherwise its source
 */
public record MoatData(
    Moat moat,
    String target,
    String field,
    @Nullable Double value,
    @Nullable Double level,
    MoatProvenance provenance,
    long eventTime,
    long seenTime,
    String note)
    implements Message {
  /**
   * @throws IllegalArgumentException when a value is out of its range, or value and provenance
   *     contradict each other
   */
  public MoatData {
    Checks.identifier("target", target);
    Checks.identifier("field", field);
    Checks.words(note);
    if (moat == Moat.FINANCE) {
      throw new IllegalArgumentException("Finance has market data, not moat data");
    }
    if ((value == null) != (provenance == MoatProvenance.MISSING)) {
      throw new IllegalArgumentException(field + " is " + value + " and " + provenance);
    }
    if (value != null) {
      Checks.finite(field, value);
    }
    if (level != null && (value == null || !(level >= 0 && level <= 1))) {
      throw new IllegalArgumentException("level " + level + " of " + field + " is not a rank");
    }
    if (seenTime < eventTime) {
      throw new IllegalArgumentException(
          field + " of " + eventTime + " cannot be known at " + seenTime);
    }
  }
}
