package mycelial.feed.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Interval;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of candles holds. Immutable.
 *
 * @param provenance whether the candles were traded or generated
 * @param files the files that can be used whole, by name
 * @param signals the moats' signals beside them; null where there is no such file or it cannot be
 *     used
 * @param signalError one sentence when the signal file cannot be used, else null
 * @param notices what was left out and why
 * @param errors one sentence for each file that cannot be used, the signal file among them
 * @param damaged the pairs of candle files that cannot be used
 */
public record Survey(
    Provenance provenance,
    List<SurveyedFile> files,
    @Nullable SurveyedSignals signals,
    @Nullable String signalError,
    List<String> notices,
    List<String> errors,
    List<Pair> damaged) {
  /** Copies the lists. */
  public Survey {
    files = List.copyOf(files);
    notices = List.copyOf(notices);
    errors = List.copyOf(errors);
    damaged = List.copyOf(damaged);
  }

  /**
   * The part that a replay would use; what is wrong with other pairs is left out.
   *
   * @param pairs empty for all
   * @param interval null for all
   */
  public Survey only(List<Pair> pairs, @Nullable Interval interval) {
    boolean spoilt = pairs.isEmpty() || damaged.stream().anyMatch(pairs::contains);
    return new Survey(
        provenance,
        files.stream()
            .filter(file -> pairs.isEmpty() || pairs.contains(file.pair()))
            .filter(file -> interval == null || interval == file.interval())
            .toList(),
        signals,
        signalError,
        notices,
        spoilt ? errors : List.of(),
        damaged);
  }

  /** The grade of the folder: that of its worst file, and D where a file cannot be used. */
  public Grade grade() {
    Grade worst = errors.isEmpty() ? Grade.A : Grade.D;
    return files.stream().map(file -> file.passport().grade()).reduce(worst, Grade::worse);
  }

  /**
   * The signal file.
   *
   * @param path where it is
   * @param provenance recorded or simulated
   * @param rows rows in it, repetitions included
   * @param first when its first signal became known, seconds since the epoch (UTC)
   * @param last when its last one did
   * @param channels signals by channel, in the order of moats and targets
   * @param duplicatesDropped identical repetitions of a row
   * @param sha256 SHA-256 of the file as it is on disk, lower-case hexadecimal
   */
  public record SurveyedSignals(
      Path path,
      MoatProvenance provenance,
      long rows,
      long first,
      long last,
      Map<MoatTarget, Long> channels,
      long duplicatesDropped,
      String sha256) {
    /** Copies the table. */
    public SurveyedSignals {
      channels = Collections.unmodifiableMap(new TreeMap<>(channels));
    }
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
   * @param passport what it is worth
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
      Passport passport,
      List<String> notices) {
    /** Copies the list. */
    public SurveyedFile {
      notices = List.copyOf(notices);
    }

    /** The same with what a comparison with other files has shown. */
    SurveyedFile with(List<Agreement> agreements) {
      List<String> said = new ArrayList<>(notices);
      for (Agreement agreement : agreements) {
        if (agreement.coarser() == interval && agreement.firstDifference() != null) {
          said.add(
              (agreement.compared() - agreement.agreeing())
                  + " of "
                  + agreement.compared()
                  + " bars disagree with those of "
                  + agreement.finer().minutes()
                  + " min, first "
                  + agreement.firstDifference());
        }
      }
      return new SurveyedFile(
          path,
          pair,
          interval,
          rows,
          first,
          last,
          quietBars,
          gaps,
          duplicatesDropped,
          sha256,
          passport.with(agreements),
          said);
    }
  }
}
