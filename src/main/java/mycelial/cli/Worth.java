package mycelial.cli;

import java.util.Comparator;
import java.util.Locale;
import mycelial.feed.BadDataException;
import mycelial.feed.replay.Grade;
import mycelial.feed.replay.Survey;
import mycelial.feed.replay.Survey.SurveyedFile;
import org.jspecify.annotations.Nullable;

/**
 * What the candles of a session are worth, by the passports of their files.
 *
 * @param grade that of the worst file
 * @param line what to print
 */
record Worth(Grade grade, String line) {
  /** That of the files of a survey. */
  static Worth of(Survey survey) {
    Grade grade = survey.grade();
    double coverage =
        survey.files().stream().mapToDouble(file -> file.passport().coverage()).average().orElse(0);
    String text =
        String.format(
            Locale.ROOT,
            "data passport: grade %s (%d file(s), %.2f %% of their bars known, %d gap(s))",
            grade,
            survey.files().size(),
            100 * coverage,
            survey.files().stream().mapToLong(SurveyedFile::gaps).sum());
    return new Worth(grade, text + reason(survey));
  }

  private static String reason(Survey survey) {
    return survey.files().stream()
        .max(Comparator.comparing(file -> file.passport().grade()))
        .filter(file -> file.passport().grade() != Grade.A)
        .map(file ->
            "; " + file.path().getFileName() + ": " + String.join(", ", file.passport().reasons()))
        .orElse("");
  }

  /**
   * Refuses what is worse than asked for.
   *
   * @throws BadDataException when it is
   */
  void require(@Nullable Grade least) {
    if (least != null && !grade.reaches(least)) {
      throw new BadDataException(
          line + "; --min-grade " + least + " refuses that, see: mycelial data check");
    }
  }
}
