package mycelial.feed.replay;

import static mycelial.feed.replay.Candles.NAMES;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PassportTest {
  @TempDir Path folder;

  private Survey survey() {
    return CandleFolder.survey(folder, NAMES);
  }

  private static String[] minutes(long from, long to) {
    return LongStream.range(from, to).mapToObj(i -> flat(i, 5, 0.1)).toArray(String[]::new);
  }

  @Test
  void aWholeFileIsAnA() {
    Candles.write(folder, "XBTUSD_1.csv", minutes(0, 100));

    Passport passport = survey().files().getFirst().passport();

    assertThat(passport).isEqualTo(new Passport(100, 100, 0, 0, 0, List.of()));
    assertThat(passport.grade()).isEqualTo(Grade.A);
    assertThat(passport.coverage()).isEqualTo(1);
    assertThat(passport.reasons()).isEmpty();
  }

  @ParameterizedTest(
      name = "{0} of 100,000 bars traded, {1} quiet, silence {2} s, {3} repeated: {4}")
  @CsvSource({
    "99900, 0, 0, 0, A",
    "99899, 0, 0, 0, B",
    "99000, 0, 0, 0, B",
    "98999, 0, 0, 0, C",
    "95000, 0, 0, 0, C",
    "94999, 0, 0, 0, D",
    "90000, 10000, 0, 0, A",
    "89999, 10001, 0, 0, B",
    "50000, 50000, 0, 0, B",
    "49999, 50001, 0, 0, C",
    "10000, 90000, 0, 0, C",
    "9999, 90001, 0, 0, D",
    "100000, 0, 21600, 0, A",
    "100000, 0, 21601, 0, B",
    "100000, 0, 86401, 0, C",
    "100000, 0, 604801, 0, D",
    "100000, 0, 0, 1, B",
    "100000, 0, 0, 101, C"
  })
  void theWorstRuleGivesTheGrade(
      long traded, long quiet, long silence, long repeated, Grade grade) {
    Passport passport = new Passport(100_000, traded, quiet, silence, repeated, List.of());

    assertThat(passport.grade()).isEqualTo(grade);
    assertThat(passport.reasons())
        .hasSize(grade == Grade.A ? 0 : 1)
        .allMatch(reason -> reason.startsWith(grade + ": "));
  }

  @ParameterizedTest(name = "{0} of 1000 bars agree: {1}")
  @CsvSource({"1000, A", "999, B", "990, B", "989, C", "950, C", "949, D"})
  void disagreeingIntervalsCostTheGrade(long agreeing, Grade grade) {
    Agreement agreement =
        new Agreement(Interval.MINUTE, Interval.HOUR, 1000, agreeing, "somewhere");

    assertThat(new Passport(100, 100, 0, 0, 0, List.of(agreement)).grade()).isEqualTo(grade);
  }

  @Test
  void aFolderIsWorthItsWorstFile() {
    Candles.write(folder, "XBTUSD_1.csv", minutes(0, 100));
    Candles.write(folder, "ETHUSD_1.csv", flat(0, 5, 1), flat(100, 5, 1));

    assertThat(survey().grade()).isEqualTo(Grade.D);
    assertThat(survey().only(List.of(Candles.XBT), null).grade()).isEqualTo(Grade.A);
  }

  @Test
  void aFileThatCannotBeReadMakesItsFolderADAndOtherPairsNone() {
    Candles.write(folder, "XBTUSD_1.csv", minutes(0, 100));
    Candles.write(folder, "ETHUSD_1.csv", flat(0, 5, -1));

    assertThat(survey().grade()).isEqualTo(Grade.D);
    assertThat(survey().only(List.of(Candles.ETH), null).grade()).isEqualTo(Grade.D);
    assertThat(survey().only(List.of(Candles.XBT), null).grade()).isEqualTo(Grade.A);
  }

  @Test
  void intervalsThatAddUpAgree() {
    Candles.write(folder, "XBTUSD_1.csv", minutes(2, 18));
    Candles.write(folder, "XBTUSD_5.csv", flat(0, 5, 0.3), flat(5, 5, 0.5), flat(10, 5, 0.5));

    assertThat(survey().files())
        .allSatisfy(file ->
            assertThat(file.passport().agreements())
                .containsExactly(
                    new Agreement(Interval.MINUTE, Interval.FIVE_MINUTES, 2, 2, null)));
  }

  @Test
  void aDifferenceInTheLastDecimalIsNamed() {
    Candles.write(folder, "XBTUSD_1.csv", minutes(0, 10));
    Candles.write(folder, "XBTUSD_5.csv", flat(0, 5, 0.5), flat(5, 5, 0.50000001));

    Survey survey = survey();

    assertThat(survey.grade()).isEqualTo(Grade.D);
    assertThat(survey.files().getLast().notices())
        .containsExactly(
            "1 of 2 bars disagree with those of 1 min, first 2023-11-15T00:05:00Z:"
                + " volume 0.5 and 0.50000001");
  }

  @Test
  void aBarThatOnlyOneIntervalHasIsADifferenceUnlessNothingTraded() {
    Candles.write(
        folder, "XBTUSD_1.csv", flat(0, 5, 1), flat(5, 5, 1), flat(10, 5, 0), flat(19, 5, 1));
    Candles.write(folder, "XBTUSD_5.csv", flat(0, 5, 1), flat(15, 5, 1));

    assertThat(survey().files().getLast().passport().agreements())
        .containsExactly(
            new Agreement(
                Interval.MINUTE,
                Interval.FIVE_MINUTES,
                3,
                2,
                "2023-11-15T00:05:00Z: only the bars of 1 min have it"));
  }

  @Test
  void eachIntervalIsComparedWithTheFinestThatAddsUpToIt() {
    Candles.write(folder, "XBTUSD_1.csv", minutes(0, 60));
    Candles.write(folder, "XBTUSD_5.csv", flat(0, 5, 0.5));
    Candles.write(folder, "XBTUSD_15.csv", flat(0, 5, 1.5));

    assertThat(survey().files().getFirst().passport().agreements())
        .extracting(Agreement::finer, Agreement::coarser)
        .containsExactly(
            tuple(Interval.MINUTE, Interval.FIVE_MINUTES),
            tuple(Interval.MINUTE, Interval.FIFTEEN_MINUTES));
  }
}
