package mycelial.feed.replay;

import java.nio.file.Path;
import java.util.List;
import mycelial.market.Interval;
import mycelial.market.Pair;
import mycelial.market.Provenance;

/**
 * What a folder of candles holds. Immutable.
 *
 * @param provenance whether the candles were traded or generated
 * @param files the files that can be used whole, by name
 * @param notices what was left out and why
 * @param errors one sentence for each file that cannot be used
 */
public record Survey(
    Provenance provenance, List<SurveyedFile> files, List<String> notices, List<String> errors) {
  /** Copies the lists. */
  public Survey {
    files = List.copyOf(files);
    notices = List.copyOf(notices);
    errors = List.copyOf(errors);
  }

  /**
   * One file.
   *
   * @param path where it is
   * @param pair its pair
   * @param interval length of its bars
   * @param rows rows in it, repetitions included
   * @param first start of its first bar, seconds since the epoch (UTC)
   * @param last start of its last bar
   * @param quietBars bars of the series in which nothing traded, whether the file has a row for
   *     them or not
   * @param gaps silences that are longer than an hour
   * @param duplicatesDropped identical repetitions of a row
   * @param sha256 SHA-256 of the file as it is on disk, lower-case hexadecimal
   * @param notices what is unusual about it
   */
  public record SurveyedFile(
      Path path,
      Pair pair,
      Interval interval,
      long rows,
      long first,
      long last,
      long quietBars,
      long gaps,
      long duplicatesDropped,
      String sha256,
      List<String> notices) {
    /** Copies the list. */
    public SurveyedFile {
      notices = List.copyOf(notices);
    }
  }
}
