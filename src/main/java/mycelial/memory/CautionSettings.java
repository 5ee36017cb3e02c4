package mycelial.memory;

/**
 * When memory warns of a state.
 *
 * @param radius how far a caution reaches at most, 0 to 1
 * @param minimum trades that it must rest on; 0: there are none
 * @param share share of failures among them, above 0 and at most 1
 * @param hours how long it lasts after its newest failure, for each failure that it rests on
 */
public record CautionSettings(double radius, int minimum, double share, double hours) {
  /**
   * @throws IllegalArgumentException when a value is out of its range
   */
  public CautionSettings {
    if (!(radius > 0 && radius <= 1) || minimum < 0) {
      throw new IllegalArgumentException("radius " + radius + ", minimum " + minimum);
    }
    if (!(share > 0 && share <= 1) || !(hours > 0)) {
      throw new IllegalArgumentException("share " + share + ", hours " + hours);
    }
  }
}
