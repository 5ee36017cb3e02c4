package mycelial.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
  @TempDir Path folder = Path.of("");

  private Report report(Experiment experiment, Judgement judgement) throws IOException {
    Lines lines = new Lines(folder, "b");
    List<Trial> trials = experiment.trials(new Experiment.Size(3, 2, 1, Map.of()));
    for (Trial trial : trials) {
      lines.add(Samples.line(trial, "b", judgement));
    }
    Map<Experiment, List<Trial>> played = new EnumMap<>(Experiment.class);
    played.put(experiment, trials);
    return new Report("b", played, lines);
  }

  private JsonNode figures(Experiment experiment) throws IOException {
    return new ObjectMapper().readTree(report(experiment, Samples.judgement()).json());
  }

  private static JsonNode value(JsonNode table, String figure) {
    for (JsonNode row : table) {
      if (row.at("/figure").asText().strip().equals(figure)) {
        return row.at("/value");
      }
    }
    throw new AssertionError("there is no figure '" + figure + "' in " + table);
  }

  @Test
  void saysWhatWasFoundAndHowSoon() throws IOException {
    JsonNode table = figures(Experiment.PLANTED).get("planted: 3 worlds");

    assertThat(value(table, "PROVEN ideas").asInt()).isEqualTo(6);
    assertThat(value(table, "precision").at("/value").asDouble()).isEqualTo(1);
    assertThat(value(table, "recall by proven ideas").at("/value").asDouble()).isEqualTo(0.5);
    assertThat(value(table, "outside the grammar").at("/value").asDouble()).isZero();
    assertThat(value(table, "hours to discovery").at("/median").asDouble()).isEqualTo(6);
    assertThat(value(table, "share of later episodes with such an idea").at("/value").asDouble())
        .isEqualTo(0.75);
    assertThat(value(table, "P&L per trade, %").at("/value").asDouble()).isZero();
  }

  @Test
  void saysInHowManyWorldsOfNoiseSomethingWasProven() throws IOException {
    JsonNode table = figures(Experiment.NOISE).get("noise: 3 worlds without any effect");

    assertThat(value(table, "worlds with a proven idea").asInt()).isEqualTo(3);
    assertThat(value(table, "share, exact limits").at("/low").asDouble()).isBetween(0.29, 0.30);
    assertThat(value(table, "costs per trade, %").at("/value").asDouble()).isBetween(1.09, 1.11);
  }

  @Test
  void measuresIdeasAfterTheEndOfAnEffect() throws IOException {
    JsonNode table = figures(Experiment.FADING).get("fading: 3 worlds, effects end at half time");

    assertThat(value(table, "effects that end").asInt()).isEqualTo(3);
    assertThat(value(table, "of them with ideas before").asInt()).isEqualTo(3);
    assertThat(value(table, "hours from the end to the last idea").at("/median").asDouble())
        .isEqualTo(6);
    assertThat(value(table, "share that ended within 12 hours").at("/value").asDouble())
        .isEqualTo(1);
  }

  @Test
  void saysWhetherIdeasNameTheMoatAndHowLongAgoItSpoke() throws IOException {
    JsonNode table =
        figures(Experiment.CROSS_MOAT).get("cross-moat: trades into an episode that was announced");

    assertThat(value(table, "true trades").asInt()).isEqualTo(9);
    for (String figure :
        List.of(
            "whose idea names the moat",
            "and how long ago",
            "with a cross-moat score above zero")) {
      assertThat(value(table, figure).at("/value").asDouble()).isEqualTo(1 / 3.0);
    }
  }

  @Test
  void comparesTheSameWorldsWithAndWithoutMemory() throws IOException {
    JsonNode table = figures(Experiment.MEMORY).get("memory: trades into traps in 3 worlds");

    assertThat(table).hasSize(4);
    for (JsonNode row : table) {
      assertThat(row.at("/with memory/value").asDouble()).isPositive();
      assertThat(row.at("/relative change/value").asDouble()).isZero();
    }
    assertThat(table.at("/0/with memory/value").asDouble()).isEqualTo(1);
    assertThat(table.at("/2/with memory/value").asDouble()).isEqualTo(2);
  }

  @Test
  void putsEveryVariantBesideTheWholeColony() throws IOException {
    JsonNode tables = figures(Experiment.ABLATION);

    assertThat(tables.get("ablation: each variant on the planted worlds"))
        .hasSize(Variant.values().length);
    JsonNode changes = tables.get("ablation: variant less the whole colony, paired");
    assertThat(changes).hasSize(Variant.values().length - 1);
    assertThat(changes.at("/0/recall proven/value").asDouble()).isZero();
    assertThat(tables.get("ablation: proven ideas in worlds of noise")).hasSize(2);
  }

  @Test
  void isUnsoundWhenRedisChangesADigest() throws IOException {
    Lines lines = new Lines(folder, "b");
    List<Trial> trials = Experiment.REDIS.trials(new Experiment.Size(1, 2, 1, Map.of()));
    WorldLine memory = Samples.line(trials.getFirst(), "b", Samples.judgement());
    lines.add(memory);
    lines.add(Samples.line(trials.getLast(), "b", Samples.judgement()));
    Map<Experiment, List<Trial>> played = Map.of(Experiment.REDIS, trials);
    assertThat(new Report("b", played, lines).isSound()).isTrue();

    lines.add(Samples.differing(trials.getLast(), "b"));
    Report report = new Report("b", played, lines);
    assertThat(report.isSound()).isFalse();
    assertThat(String.join("\n", report.text())).contains("ab12 DIFFERS", "AGENTS FAILED");
  }

  @Test
  void nothingToDivideIsADashInTextAndNullInJson() throws IOException {
    Judgement empty = new Judgement(List.of(), List.of(), List.of());
    Report report = report(Experiment.PLANTED, empty);

    JsonNode table = new ObjectMapper().readTree(report.json()).get("planted: 3 worlds");
    assertThat(value(table, "precision").at("/value").isNull()).isTrue();
    assertThat(report.text()).anyMatch(line -> line.matches(" +precision +-"));
  }
}
