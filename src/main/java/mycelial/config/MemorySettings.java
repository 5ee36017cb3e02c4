package mycelial.config;

/**
 * What is remembered of past trades and when memory speaks up.
 *
 * @param capacity trades kept, the oldest forgotten first
 * @param neighbours how many of the nearest trades are looked at
 * @param radius how far away they may lie, root mean square difference of ranks
 * @param minimumRecalled what the neighbours must weigh together, one of the same pair being 1
 * @param otherPairWeight what a neighbour of another pair weighs
 * @param lowerShare share of failures above which a rule's value is lowered
 * @param refuseShare share of failures from which on a licence is refused
 */
public record MemorySettings(
    int capacity,
    int neighbours,
    double radius,
    double minimumRecalled,
    double otherPairWeight,
    double lowerShare,
    double refuseShare) {

  static MemorySettings read(Section in) {
    var settings =
        new MemorySettings(
            in.integer("capacity", 10_000, 1, 1_000_000),
            in.integer("neighbours", 15, 1, 1000),
            in.real("radius", 0.25, 0.01, 1),
            in.real("minimum-recalled", 6, 1, 1000),
            in.real("other-pair-weight", 0.5, 0, 1),
            in.real("lower-share", 0.67, 0, 1),
            in.real("refuse-share", 0.9, 0, 1));
    in.check(
        settings.minimumRecalled <= settings.neighbours,
        "minimum-recalled",
        Numbers.plain(settings.minimumRecalled)
            + " is more than memory.neighbours, "
            + settings.neighbours
            + ", can weigh: memory would never speak up");
    in.check(
        settings.lowerShare < settings.refuseShare,
        "lower-share",
        Numbers.plain(settings.lowerShare)
            + " is not below memory.refuse-share, "
            + Numbers.plain(settings.refuseShare));
    return settings;
  }
}
