package mycelial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mycelial.analysis.Holm;

/**
 * Is the agreement of both streams worth more than either, after costs? The synthesized gate
 * against five others, on what every idea would have brought alone. The primary statistic is the
 * mean net return of a trade, for that is what a gate can improve; profit a day, shown beside it,
 * punishes a gate for letting few trades through while the capital it leaves idle costs nothing.
 *
 * @param verdict the answer
 * @param sentence the same in words
 * @param collisions trades of the synthesized gate
 * @param smallestEffect difference of mean net returns worth having: one round trip of fees,
 *     percent
 * @param alpha level, after Holm's correction
 * @param draws of the bootstrap
 * @param seed of the bootstrap
 * @param bucketMinutes length of the buckets that are drawn
 * @param comparisons one for each other gate
 * @param notes what must be known to read them
 */
public record Synergy(
    Verdict verdict,
    String sentence,
    int collisions,
    double smallestEffect,
    double alpha,
    int draws,
    long seed,
    double bucketMinutes,
    List<Comparison> comparisons,
    List<String> notes) {
  static final int DRAWS = 2000;
  static final int LEAST_COLLISIONS = 10;

  /** The answer. */
  public enum Verdict {
    /** Better than each of the five, beyond chance. */
    AGREEMENT_IS_WORTH_MORE,
    /** Worse than a part beyond chance, or at most less better than is worth having. */
    NOT,
    /** The data do not decide. */
    CANNOT_TELL
  }

  /** Copies the lists. */
  public Synergy {
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }

  /**
   * Judges.
   *
   * @param gates what is compared
   * @param seed of the bootstrap: the same session always gets the same answer
   */
  public static Synergy judge(SynergyGates gates, long seed) {
    PairedBootstrap test =
        new PairedBootstrap(gates.from(), gates.to(), gates.holdSeconds(), DRAWS, seed);
    double smallest = gates.roundTripPercent();
    List<Comparison> found = new ArrayList<>();
    for (SynergyGates.Contest contest : gates.contests()) {
      found.add(test.compare(contest.left(), contest.right(), smallest));
    }
    double[] adjusted = Holm.adjust(found.stream().mapToDouble(Comparison::adjustedP).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      found.set(i, found.get(i).withAdjusted(adjusted[i]));
    }
    int collisions = gates.synthesized().trades().size();
    Verdict verdict = verdict(found, collisions, smallest);
    return new Synergy(
        verdict,
        sentence(verdict, found, collisions, smallest),
        collisions,
        smallest,
        PairedBootstrap.ALPHA,
        DRAWS,
        seed,
        test.bucketSeconds() / 60,
        found,
        gates.notes());
  }

  /** The first two comparisons are those with the parts. */
  private static Verdict verdict(List<Comparison> found, int collisions, double smallest) {
    if (collisions < LEAST_COLLISIONS) {
      return Verdict.CANNOT_TELL;
    }
    if (found.stream().allMatch(each -> each.isBetter(PairedBootstrap.ALPHA))) {
      return Verdict.AGREEMENT_IS_WORTH_MORE;
    }
    for (Comparison part : found.subList(0, 2)) {
      Comparison.Effect test = part.test();
      if (part.isWorse(PairedBootstrap.ALPHA) || (test != null && test.high() < smallest)) {
        return Verdict.NOT;
      }
    }
    return Verdict.CANNOT_TELL;
  }

  private static String sentence(
      Verdict verdict, List<Comparison> found, int collisions, double smallest) {
    if (collisions < LEAST_COLLISIONS) {
      return String.format(
          Locale.ROOT,
          "%d collisions could be traded in this session; below %d nothing can be said about the"
              + " worth of agreement.",
          collisions,
          LEAST_COLLISIONS);
    }
    return switch (verdict) {
      case AGREEMENT_IS_WORTH_MORE ->
          String.format(
              Locale.ROOT,
              "In this session a trade on which both streams agreed brought more after costs than a"
                  + " trade of either stream, of both together, of a random choice among them and of"
                  + " agreement shifted in time; all five differences are beyond chance at %.0f %%"
                  + " after Holm's correction (%d collisions). It says nothing about other sessions.",
              100 * PairedBootstrap.ALPHA,
              collisions);
      case NOT -> notSentence(found, collisions, smallest);
      case CANNOT_TELL ->
          String.format(
              Locale.ROOT,
              "The %d collisions of this session do not decide it. %s A difference of one round trip of"
                  + " fees (%.2f %% of a trade) would have been found with a probability of %s in the"
                  + " weakest of the comparisons.",
              collisions,
              undecided(found),
              smallest,
              weakest(found));
    };
  }

  private static String notSentence(List<Comparison> found, int collisions, double smallest) {
    for (Comparison part : found.subList(0, 2)) {
      Comparison.Effect test = part.test();
      if (test != null && (part.isWorse(PairedBootstrap.ALPHA) || test.high() < smallest)) {
        return String.format(
                Locale.ROOT,
                "In this session a trade on which both streams agreed brought %.2f percentage points %s"
                    + " after costs than a trade of %s (95 %% interval of the difference %+.2f to %+.2f, %d"
                    + " collisions). %s",
                Math.abs(test.effect()),
                test.effect() < 0 ? "less" : "more",
                part.against(),
                test.low(),
                test.high(),
                collisions,
                part.isWorse(PairedBootstrap.ALPHA)
                    ? "That is worse beyond chance."
                    : String.format(
                        Locale.ROOT,
                        "Even the upper end is less than one round trip of fees (%.2f), the smallest"
                            + " difference taken to be worth having.",
                        smallest))
            + better(found)
            + " This says nothing about other sessions.";
      }
    }
    throw new IllegalStateException("no comparison speaks against the agreement");
  }

  private static String undecided(List<Comparison> found) {
    List<String> open = new ArrayList<>();
    for (Comparison each : found) {
      if (!each.isBetter(PairedBootstrap.ALPHA)) {
        open.add(each.against());
      }
    }
    return "No advantage beyond chance was found against "
        + String.join(", ", open)
        + "."
        + better(found);
  }

  private static String better(List<Comparison> found) {
    List<String> better = new ArrayList<>();
    for (Comparison each : found) {
      if (each.isBetter(PairedBootstrap.ALPHA)) {
        better.add(each.against());
      }
    }
    return better.isEmpty()
        ? ""
        : " Beyond chance it was better than " + String.join(", ", better) + ".";
  }

  private static String weakest(List<Comparison> found) {
    double least = 1;
    for (Comparison each : found) {
      Comparison.Effect test = each.test();
      if (test == null) {
        return "0 (" + each.against() + ": " + each.why() + ")";
      }
      least = Math.min(least, test.power());
    }
    return String.format(Locale.ROOT, "%.0f %%", 100 * least);
  }
}
