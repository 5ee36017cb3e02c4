package mycelial.feed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a file of candles is worth. Its grade is the worst that one of these rules gives:
 *
 * <table>
 *   <caption>the worst that a grade allows</caption>
 *   <tr><th></th><th>A</th><th>B</th><th>C</th><th>D</th></tr>
 *   <tr><td>expected bars lost in silences of more than an hour</td>
 *       <td>0.1 %</td><td>1 %</td><td>5 %</td><td>more</td></tr>
 *   <tr><td>longest silence</td><td>6 h</td><td>24 h</td><td>168 h</td><td>more</td></tr>
 *   <tr><td>expected bars in which nothing traded</td>
 *       <td>10 %</td><td>50 %</td><td>90 %</td><td>more</td></tr>
 *   <tr><td>rows that repeat another one</td><td>none</td><td>0.1 %</td><td>any</td><td></td></tr>
 *   <tr><td>bars that agree with another interval's</td>
 *       <td>all</td><td>99 %</td><td>95 %</td><td>fewer</td></tr>
 * </table>
 *
 * <p>A file that cannot be read to its end has no passport, and its folder is a D.
 *
 * @param expectedBars bars from the first to the last, if there were one for each interval
 * @param tradedBars those in which something traded
 * @param quietBars those in which nothing traded, in silences of at most an hour
 * @param longestSilence longest time without a trade, seconds
 * @param repetitions rows that repeat another one
 * @param agreements how it compares with other files of its pair
 */
public record Passport(
    long expectedBars,
    long tradedBars,
    long quietBars,
    long longestSilence,
    long repetitions,
    List<Agreement> agreements) {
  private static final double[] LOST = {0.001, 0.01, 0.05};
  private static final double[] SILENCE_HOURS = {6, 24, 168};
  private static final double[] QUIET = {0.1, 0.5, 0.9};
  private static final double[] REPEATED = {0, 0.001, 1};
  private static final double[] DISAGREEING = {0, 0.01, 0.05};

  /** Copies the list. */
  public Passport {
    agreements = List.copyOf(agreements);
  }

  /** The same with what a comparison has shown. */
  Passport with(List<Agreement> found) {
    return new Passport(expectedBars, tradedBars, quietBars, longestSilence, repetitions, found);
  }

  /** Bars that are lost: neither traded nor known to be quiet. */
  public long lostBars() {
    return expectedBars - tradedBars - quietBars;
  }

  /** Share of the expected bars that are known, traded or quiet, 0 to 1. */
  public double coverage() {
    return 1 - share(lostBars());
  }

  /** The grade. */
  public Grade grade() {
    return findings().stream().map(Finding::grade).reduce(Grade.A, Grade::worse);
  }

  /** Why it is not an A: a sentence for each rule that says so. */
  public List<String> reasons() {
    return findings().stream()
        .filter(finding -> finding.grade() != Grade.A)
        .map(finding -> finding.grade() + ": " + finding.text())
        .toList();
  }

  private record Finding(Grade grade, String text) {}

  private List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    all.add(finding(share(lostBars()), LOST, "%.2f %% of the bars are lost in gaps", 100));
    all.add(finding(longestSilence / 3600.0, SILENCE_HOURS, "nothing traded for %.1f hours", 1));
    all.add(finding(share(expectedBars - tradedBars), QUIET, "%.1f %% of the bars are quiet", 100));
    all.add(finding(share(repetitions), REPEATED, "%.2f %% of the rows are repetitions", 100));
    for (Agreement agreement : agreements) {
      all.add(
          finding(
              agreement.disagreeing(),
              DISAGREEING,
              "%.2f %% of the bars of "
                  + agreement.coarser().minutes()
                  + " min disagree with those of "
                  + agreement.finer().minutes()
                  + " min",
              100));
    }
    return all;
  }

  private double share(long bars) {
    return expectedBars == 0 ? 0 : (double) bars / expectedBars;
  }

  private static Finding finding(double value, double[] limits, String format, double unit) {
    int grade = 0;
    while (grade < limits.length && value > limits[grade]) {
      grade++;
    }
    return new Finding(Grade.values()[grade], String.format(Locale.ROOT, format, unit * value));
  }
}
