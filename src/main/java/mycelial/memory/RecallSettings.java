package mycelial.memory;

/**
 * When memory speaks up.
 *
 * @param neighbours how many of the nearest trades are looked at
 * @param radius how far away they may lie, 0 to 1
 * @param minimumRecalled what the neighbours must weigh together, one of the same pair being 1
 * @param otherPairWeight what a neighbour of another pair weighs, 0 to 1
 * @param lowerShare share of failures by weight above which a value is lowered
 * @param refuseShare share of failures by weight from which on a licence is refused
 */
public record RecallSettings(
    int neighbours,
    double radius,
    double minimumRecalled,
    double otherPairWeight,
    double lowerShare,
    double refuseShare) {
  /**
   * @throws IllegalArgumentException when a value is out of its range or the thresholds are in the
   *     wrong order
   */
  public RecallSettings {
    require(neighbours >= 1, "neighbours", neighbours);
    require(radius > 0 && radius <= 1, "radius", radius);
    require(minimumRecalled > 0, "minimum recalled", minimumRecalled);
    require(otherPairWeight >= 0 && otherPairWeight <= 1, "other pair's weight", otherPairWeight);
    require(lowerShare >= 0 && lowerShare < refuseShare, "lower share", lowerShare);
    require(refuseShare <= 1, "refuse share", refuseShare);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " " + value + " is out of its range");
    }
  }
}
