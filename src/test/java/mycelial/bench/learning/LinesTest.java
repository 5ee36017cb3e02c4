package mycelial.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinesTest {
  private static final Trial TRIAL =
      Experiment.PLANTED.trials(new Experiment.Size(1, 2, 7, Map.of())).getFirst();

  @TempDir Path folder = Path.of("");

  private static WorldLine line(String build) {
    return Samples.line(TRIAL, build, Samples.judgement());
  }

  @Test
  void readsBackWhatItHasWritten() throws IOException {
    new Lines(folder, "b").add(line("b"));

    assertThat(new Lines(folder, "b").of(TRIAL)).isEqualTo(line("b"));
  }

  @Test
  void doesNotLookAtLinesOfAnotherBuild() throws IOException {
    new Lines(folder, "a").add(line("a"));
    Lines lines = new Lines(folder, "b");
    assertThat(lines.of(TRIAL)).isNull();
    lines.add(line("b"));

    assertThat(new Lines(folder, "a").of(TRIAL)).isEqualTo(line("a"));
  }

  @Test
  void forgetsAHalfWrittenLine() throws IOException {
    new Lines(folder, "b").add(line("b"));
    Path file = folder.resolve("planted.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, 40), StandardOpenOption.APPEND);
    Lines lines = new Lines(folder, "b");

    assertThat(lines.of(TRIAL)).isEqualTo(line("b"));
    assertThat(file).hasContent(whole);
  }

  @Test
  void anotherExperimentThatAsksForTheSameGetsItUnderItsOwnName() throws IOException {
    Lines lines = new Lines(folder, "b");
    lines.add(line("b"));
    List<Trial> ablation = Experiment.ABLATION.trials(new Experiment.Size(1, 2, 7, Map.of()));

    assertThat(lines.of(ablation))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.experiment()).isEqualTo("ablation");
          assertThat(found.variant()).isEqualTo("full");
        });
  }

  @Test
  void anotherSettingOrLengthIsAnotherTrial() throws IOException {
    Lines lines = new Lines(folder, "b");
    lines.add(line("b"));
    for (Experiment.Size size :
        List.of(
            new Experiment.Size(1, 3, 7, Map.of()),
            new Experiment.Size(1, 2, 8, Map.of()),
            new Experiment.Size(1, 2, 7, Map.of("council.quorum", "2")))) {
      assertThat(lines.of(Experiment.PLANTED.trials(size))).isEmpty();
    }
    assertThat(lines.of(Experiment.WEAK.trials(new Experiment.Size(1, 2, 7, Map.of())))).isEmpty();
  }
}
