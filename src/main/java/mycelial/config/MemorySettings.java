package mycelial.config;

/**
 * What is remembered of past trades and when memory speaks up.
 *
 * @param mode whether memory speaks at all
 * @param capacity trades kept, the oldest forgotten first
 * @param neighbours how many of the nearest trades are looked at
 * @param radius how far away they may lie, root mean square difference of ranks
 * @param minimumRecalled what the neighbours must weigh together, one of the same pair being 1
 * @param otherPairWeight what a neighbour of another pair weighs
 * @param lowerShare share of failures above which a rule's value is lowered
 * @param refuseShare share of failures from which on a licence is refused
 * @param caution when memory warns learners of a state
 * @param chromaUrl address of a ChromaDB server that gets a copy of the memory at the end of a
 *     session; empty for none
 */
public record MemorySettings(
    Mode mode,
    int capacity,
    int neighbours,
    double radius,
    double minimumRecalled,
    double otherPairWeight,
    double lowerShare,
    double refuseShare,
    Caution caution,
    String chromaUrl) {

  /** Whether memory speaks. */
  public enum Mode {
    /** It answers and warns. */
    ON,
    /** It records, and knows nothing when it is asked: to measure what it is worth. */
    OFF
  }

  /**
   * Warnings of states in which the swarm's own trades of a pair and direction have failed.
   *
   * @param minimum trades that a warning must rest on; 0: memory never warns
   * @param share share of failures among them from which on memory warns
   * @param hours how long a warning lasts after its newest failure, for each failure
   */
  public record Caution(int minimum, double share, double hours) {
    static Caution read(Section in) {
      return new Caution(
          in.integer("minimum", 0, 0, 1000),
          in.real("share", 0.6, 0.5, 1),
          in.real("hours", 48, 0.1, 100_000));
    }
  }

  static MemorySettings read(Section in) {
    var settings =
        new MemorySettings(
            in.choice("mode", Mode.ON),
            in.integer("capacity", 10_000, 1, 1_000_000),
            in.integer("neighbours", 15, 1, 1000),
            in.real("radius", 0.25, 0.01, 1),
            in.real("minimum-recalled", 6, 1, 1000),
            in.real("other-pair-weight", 0.5, 0, 1),
            in.real("lower-share", 0.67, 0, 1),
            in.real("refuse-share", 0.9, 0, 1),
            Caution.read(in.section("caution")),
            in.url("chroma-url"));
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
