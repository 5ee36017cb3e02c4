package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColonyDeterminismTest {
  private static String expected = "";

  @BeforeAll
  static void play() {
    expected = Fixtures.sample().run().requireTraded().digest();
  }

  @Test
  void givesTheSameDigestTwiceInOneColony() {
    ColonyKit kit = Fixtures.sample();
    Colony colony = kit.colony();

    assertThat(kit.play(colony, (playing, instants) -> {}).digest()).isEqualTo(expected);
    assertThat(kit.play(colony, (playing, instants) -> {}).digest()).isEqualTo(expected);
  }

  @Test
  void startsAnewAfterARunThatWasBrokenOff() {
    ColonyKit kit = Fixtures.sample();
    Colony colony = kit.colony();
    Outcome brokenOff =
        kit.play(
            colony,
            (playing, instants) -> {
              if (instants == 2000) {
                playing.interrupt();
              }
            });

    assertThat(brokenOff.endReason()).isEqualTo(Colony.INTERRUPTED);
    assertThat(brokenOff.digest()).isNotEqualTo(expected);
    assertThat(kit.play(colony, (playing, instants) -> {}).digest()).isEqualTo(expected);
  }

  @Test
  void tradesOtherwiseWithAnotherSeed() {
    Outcome other = Fixtures.sample().seed(43).run().requireTraded();

    assertThat(other.digest()).isNotEqualTo(expected);
    assertThat(opened(other)).isNotEqualTo(opened(Fixtures.sample().run()));
  }

  private static List<String> opened(Outcome outcome) {
    return outcome.stored().opened(SignalSource.MYCELIAL).stream()
        .map(position -> position.order().pair() + " at " + position.entry().time())
        .toList();
  }

  @Test
  void takesTheSeedThatMasonSets() {
    ColonyKit kit = Fixtures.sample();
    Colony colony = kit.colony();
    colony.setSeed(43);

    assertThat(kit.play(colony, (playing, instants) -> {}).digest())
        .isEqualTo(Fixtures.sample().seed(43).run().digest());
  }

  @Test
  void anInterruptOfItsThreadNeitherEndsARunNorIsLost() {
    boolean[] kept = {false};
    Outcome outcome =
        Fixtures.sample()
            .run((playing, instants) -> {
              if (instants == 2000) {
                Thread.currentThread().interrupt();
              } else if (instants == 4000) {
                kept[0] = Thread.interrupted();
              }
            });

    assertThat(kept[0]).isTrue();
    assertThat(outcome.digest()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"tr-TR, America/Sao_Paulo", "ar-SA-u-nu-arab, Asia/Kathmandu"})
  void doesNotDependOnLocaleAndTimeZone(String language, String zone) {
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));

      assertThat(Fixtures.sample().run().digest()).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }
}
