package mycelial.agent.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.StrategyType;
import mycelial.message.MoatData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MoatBoardTest {
  static MoatData signal(Moat moat, String field, @Nullable Double level) {
    return new MoatData(moat, "here", field, 5.0, level, MoatProvenance.RECORDED, 60, 60, "test");
  }

  private static MoatData missing(Moat moat, String field) {
    return new MoatData(
        moat, "here", field, null, null, MoatProvenance.MISSING, 60, 60, "no signal file");
  }

  private final MoatBoard hft = new MoatBoard(StrategyType.HFT);
  private final MoatBoard day = new MoatBoard(StrategyType.DAY);
  private final MoatBoard swing = new MoatBoard(StrategyType.SWING);

  private void hear(MoatData data) {
    hft.hear(data);
    day.hear(data);
    swing.hear(data);
  }

  private static void assertVoice(MoatBoard board, int points, int available) {
    assertThat(board.voice().points()).isEqualTo(points);
    assertThat(board.voice().available()).isEqualTo(available);
  }

  @Test
  void aMoatThatIsMissingCannotBeScored() {
    hear(missing(Moat.CODE, "any"));

    assertVoice(day, 0, 0);
    assertThat(day.voice().words()).isEqualTo("not known");
  }

  @Test
  void aSignalWithoutAPastToCompareWithCannotBeScored() {
    hear(signal(Moat.CODE, "stars", null));

    assertVoice(day, 0, 0);
  }

  @Test
  void aMoatSpeaksInTheOuterFifthsOfItsPast() {
    hear(signal(Moat.CODE, "stars", 0.79));
    assertVoice(day, 0, 1);
    assertThat(day.voice().words()).isEqualTo("calm");
    hear(signal(Moat.CODE, "stars", 0.8));
    assertVoice(day, 1, 1);
    assertThat(day.voice().words()).isEqualTo("Code");
    hear(signal(Moat.CODE, "stars", 0.2));
    assertVoice(day, 1, 1);
  }

  @Test
  void halfOfAMoatsFieldsMustSpeak() {
    hear(signal(Moat.CODE, "stars", 0.9));
    hear(signal(Moat.CODE, "commits", 0.5));
    assertVoice(day, 1, 1);
    hear(signal(Moat.CODE, "issues", 0.5));
    assertVoice(day, 0, 1);
  }

  @Test
  void hftIgnoresGovernmentAndLogisticsAndSwingCountsThemDouble() {
    hear(signal(Moat.GOVERNMENT, "orders", 0.9));

    assertVoice(hft, 0, 0);
    assertVoice(day, 1, 1);
    assertVoice(swing, 2, 2);
  }

  @Test
  void fourMoatsGiveNoMoreThanTwoPoints() {
    hear(signal(Moat.CODE, "stars", 0.9));
    hear(signal(Moat.LOGISTICS, "queue", 0.9));
    hear(signal(Moat.GOVERNMENT, "orders", 0.9));
    hear(signal(Moat.CORPORATIONS, "hiring", 0.9));

    assertVoice(hft, 2, 2);
    assertVoice(day, 2, 2);
    assertVoice(swing, 2, 2);
  }

  @Test
  void aSignalThatGoesMissingIsForgotten() {
    hear(signal(Moat.CODE, "stars", 0.9));
    hear(signal(Moat.CODE, "commits", 0.5));
    hear(missing(Moat.CODE, "stars"));
    assertVoice(day, 0, 1);
    hear(missing(Moat.CODE, "any"));
    assertVoice(day, 0, 0);
  }
}
