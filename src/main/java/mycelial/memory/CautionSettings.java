package mycelial.memory;

/**
 * When memory warns of a regime.
 *
 * @param minimum trades within that a warning must rest on; 0: there are none
 * @param share share of failures within, above 0 and at most 1
 * @param hours how long a trade counts, and how long a warning lasts after its newest failure, for
 *     each failure that it rests on
 */
public record CautionSettings(int minimum, double share, double hours) {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public CautionSettings {
    if (minimum < 0 || !(share > 0 && share <= 1) || !(hours > 0)) {
      throw new IllegalArgumentException(
          "minimum " + minimum + ", share " + share + ", hours " + hours);
    }
  }
}
