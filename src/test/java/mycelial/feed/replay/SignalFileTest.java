package mycelial.feed.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mycelial.feed.replay.Candles.T0;
import static mycelial.feed.replay.Candles.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import mycelial.feed.BadDataException;
import mycelial.feed.ListMoatFeed;
import mycelial.feed.MoatFeed;
import mycelial.feed.MoatSource;
import mycelial.feed.synthetic.SyntheticMoats;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.feed.synthetic.WorldWriter;
import mycelial.market.Interval;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignalFileTest {
  private static final String HEADER = "timestamp,channel,field,value\n";
  private static final String ROW = T0 + ",repo-data:Python,stars,1\n";
  private static final MoatTarget PYTHON = MoatTarget.of("repo-data:Python");

  @TempDir Path folder;

  private void write(String content) {
    Candles.write(folder, "signals.csv", content.getBytes(UTF_8));
  }

  private Survey survey() {
    Candles.write(folder, "XBTUSD_1.csv", flat(0, 5, 1));
    return CandleFolder.survey(folder, Candles.NAMES);
  }

  @Test
  void aFolderWithoutTheFileHasNoSignalsAndSaysSo() {
    try (MoatFeed feed = SignalFile.open(folder)) {
      assertThat(feed.source()).isEqualTo(MoatSource.missing("no signal file"));
      assertThat(feed.nextTime()).isEmpty();
      assertThat(feed.description()).containsExactly("moats: MISSING (no signal file)");
    }
  }

  @Test
  void isRecordedAndKnowsItsChannels() {
    write(HEADER + ROW);
    try (MoatFeed feed = SignalFile.open(folder)) {
      assertThat(feed.source())
          .isEqualTo(new MoatSource(MoatProvenance.RECORDED, "signals.csv", List.of(PYTHON)));
      assertThat(feed.description())
          .containsExactly("recorded moat signals from signals.csv: repo-data:Python");
    }
  }

  @Test
  void aGeneratedWorldTellsTheSameAsItsGenerator() throws IOException {
    PairSpec pair =
        new PairSpec(
            new Pair("XXBTZUSD"), 1, 8, BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("0.0002"));
    WorldSpec spec = WorldSpec.of(WorldKind.PLANTED, 3, List.of(pair), 3, Interval.MINUTE);
    WorldWriter.write(spec, folder.resolve("world"));

    try (MoatFeed written = SignalFile.open(folder.resolve("world"));
        MoatFeed made = new SyntheticMoats(spec)) {
      assertThat(written.source().provenance()).isEqualTo(MoatProvenance.SIMULATED);
      assertThat(made.source().provenance()).isEqualTo(MoatProvenance.SIMULATED);
      assertThat(written.source().targets()).hasSize(4);
      assertThat(ListMoatFeed.drain(written))
          .hasSizeGreaterThan(1000)
          .isEqualTo(ListMoatFeed.drain(made));
    }
  }

  @Test
  void aBrokenRowIsReportedWhenTheReplayReachesIt() {
    write(HEADER + ROW + "nonsense\n");
    try (MoatFeed feed = SignalFile.open(folder)) {
      assertThat(feed.nextTime()).isEqualTo(OptionalLong.of(T0));
      assertThat(feed.next()).hasSize(1);
      assertThatExceptionOfType(BadDataException.class)
          .isThrownBy(feed::nextTime)
          .withMessageStartingWith("signals.csv:3:");
    }
  }

  @Test
  void refusesTwoFilesOfSignals() throws IOException {
    write(HEADER + ROW);
    Files.write(folder.resolve("signals.csv.gz"), Candles.gzip((HEADER + ROW).getBytes(UTF_8)));
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> SignalFile.open(folder))
        .withMessageContaining("remove one");
  }

  @Test
  void aFileThatGrowsUnderAReplayIsNoticed() {
    write(HEADER + ROW);
    try (MoatFeed feed = SignalFile.open(folder)) {
      write(HEADER + ROW + (T0 + 60) + ",repo-data:Python,stars,2\n");
      assertThatExceptionOfType(BadDataException.class)
          .isThrownBy(() -> ListMoatFeed.drain(feed))
          .withMessageContaining("changed while it was read");
    }
  }

  @Test
  void isPartOfASurvey() {
    write(HEADER + ROW + ROW + (T0 + 60) + ",corp-data:Tech,mood,2\n");

    Survey.SurveyedSignals signals = Objects.requireNonNull(survey().signals());

    assertThat(signals.rows()).isEqualTo(3);
    assertThat(signals.duplicatesDropped()).isEqualTo(1);
    assertThat(signals.first()).isEqualTo(T0);
    assertThat(signals.last()).isEqualTo(T0 + 60);
    assertThat(signals.channels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(PYTHON, 1L, MoatTarget.of("corp-data:Tech"), 1L));
    assertThat(signals.sha256()).matches("[0-9a-f]{64}");
    assertThat(survey().notices()).isEmpty();
  }

  @Test
  void anErrorInItIsAnErrorOfTheFolder() {
    write(HEADER + "nonsense\n");

    Survey survey = survey();

    assertThat(survey.signals()).isNull();
    String error = Objects.requireNonNull(survey.signalError());
    assertThat(error).startsWith("signals.csv:2:");
    assertThat(survey.errors()).containsExactly(error);
  }
}
