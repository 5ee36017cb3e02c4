package mycelial.feed.replay;

import static mycelial.feed.replay.Candles.NAMES;
import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.XBT;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import mycelial.feed.BadDataException;
import mycelial.market.Interval;
import mycelial.market.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurveyTest {
  @TempDir Path folder;

  @Test
  void tellsWhatAFileHolds() {
    Path path =
        Candles.write(
            folder,
            "XBTUSD_1.csv",
            flat(0, 5, 1),
            flat(0, 5, 1),
            flat(1, 5, 0),
            flat(4, 6, 1),
            flat(100, 6, 1));
    Survey survey = CandleFolder.survey(folder, NAMES);
    assertThat(survey.errors()).isEmpty();
    assertThat(survey.provenance()).isEqualTo(Provenance.REAL);
    assertThat(survey.files())
        .containsExactly(
            new Survey.SurveyedFile(
                path,
                XBT,
                Interval.MINUTE,
                5,
                T0,
                T0 + 6_000,
                63,
                1,
                1,
                "7977619a39842fe414dbd6b3bd1d2776ffe70681055767b7fdfbbdb804bef251",
                new Passport(101, 3, 63, 95 * 60, 1, List.of()),
                List.of(
                    "dropped 1 identical repetition(s) of a row",
                    "1 silence(s) longer than an hour: indicators start again after each")));
  }

  @Test
  void collectsAllErrorsInsteadOfStoppingAtTheFirst() {
    Candles.write(folder, "ETHUSD_1.csv", flat(0, 5, -1));
    Candles.write(folder, "NOPEUSD_1.csv", flat(0, 5, 1));
    Candles.write(folder, "SOLUSD_5.csv", flat(0, 5, 1), flat(1, 5, 1));
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1));
    Candles.write(folder, "XXBTZUSD_1.csv", flat(0, 5, 1));
    Survey survey = CandleFolder.survey(folder, NAMES);
    assertThat(survey.files()).hasSize(2);
    assertThat(survey.errors())
        .satisfiesExactlyInAnyOrder(
            error -> assertThat(error).startsWith("ETHUSD_1.csv:1:28: volume -1.0 is negative"),
            error -> assertThat(error).startsWith("NOPEUSD_1.csv: unknown pair 'NOPEUSD'"),
            error -> assertThat(error).startsWith("SOLUSD_5.csv:2:1: time 1700006460 is not the"),
            error -> assertThat(error).startsWith("XBTUSD_1.csv and XXBTZUSD_1.csv are both"));
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> CandleFolder.survey(folder.resolve("none"), NAMES))
        .withMessageContaining("does not exist");
  }
}
