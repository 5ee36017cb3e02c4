package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorldWriterTest {
  private static final WorldSpec SPEC = Worlds.spec(WorldKind.SAMPLE, 42, 1);

  @TempDir Path folder;

  private static Bar parse(String line, Interval interval) {
    List<String> fields = List.of(line.split(",", -1));
    return new Bar(
        Long.parseLong(fields.get(0)),
        interval,
        Double.parseDouble(fields.get(1)),
        Double.parseDouble(fields.get(2)),
        Double.parseDouble(fields.get(3)),
        Double.parseDouble(fields.get(4)),
        Double.parseDouble(fields.get(5)),
        Integer.parseInt(fields.get(6)),
        Bar.Kind.TRADED);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  @Test
  void writesBarsThatReadBackAsTheFeedsOwn() throws IOException {
    for (Interval interval : List.of(Interval.MINUTE, Interval.HOUR, Interval.DAY)) {
      WorldSpec spec = WorldSpec.of(WorldKind.SAMPLE, 42, Worlds.PAIRS, 1, interval);
      Path world = folder.resolve(interval.name());
      WorldWriter.write(spec, world);
      for (Map.Entry<Pair, List<Bar>> entry : Worlds.bars(spec).entrySet()) {
        String name = entry.getKey() + "_" + interval.minutes() + ".csv";
        List<Bar> written =
            Files.readAllLines(world.resolve(name)).stream()
                .map(line -> parse(line, interval))
                .toList();
        assertThat(written).isEqualTo(entry.getValue());
      }
    }
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    WorldWriter.write(SPEC, folder.resolve("one"));
    WorldWriter.write(SPEC, folder.resolve("two"));
    List<Path> files = entries(folder.resolve("one"));
    assertThat(files).hasSize(20);
    for (Path file : files) {
      Path name = file.getFileName();
      assertThat(folder.resolve("two").resolve(name)).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void tellsTheTruthBesideTheBars() throws IOException {
    WorldWriter.write(SPEC, folder.resolve("world"));
    String text = Files.readString(folder.resolve("world/world.json"));
    JsonNode truth = new ObjectMapper().readTree(text);
    assertThat(text).doesNotContain("\r").endsWith("}\n");
    assertThat(truth.get("provenance").asText()).isEqualTo("SYNTHETIC");
    assertThat(truth.get("world").asText()).isEqualTo("sample");
    assertThat(truth.get("seed").asLong()).isEqualTo(42);
    assertThat(truth.get("interval").asInt()).isEqualTo(1);
    assertThat(truth.get("description")).hasSize(7);
    assertThat(truth.get("effects")).hasSize(6);
    SyntheticFeed feed = new SyntheticFeed(SPEC);
    assertThat(truth.get("episodes")).hasSize(feed.episodes().size());
    Episode first = feed.episodes().getFirst();
    assertThat(truth.get("episodes").get(0).get("driftStart").asLong())
        .isEqualTo(first.driftStart());
    assertThat(truth.get("decoys")).isNotEmpty();
    assertThat(truth.has("regimes")).isFalse();
  }

  @Test
  void tellsWhenRegimesChange() throws IOException {
    WorldSpec spec = Worlds.spec(WorldKind.REGIMES, 42, 2);
    WorldWriter.write(spec, folder.resolve("world"));
    JsonNode regimes =
        new ObjectMapper().readTree(folder.resolve("world/world.json").toFile()).get("regimes");
    assertThat(regimes.get("halfTime").asLong()).isEqualTo(spec.start() + 86_400);
    assertThat(regimes.get("volatility")).hasSize(2);
  }

  @Test
  void tellsWhenATrapIsOneAndWhenEffectsFade() throws IOException {
    WorldWriter.write(Worlds.spec(WorldKind.TRAP, 3, 4), folder.resolve("trap"));
    JsonNode trap = new ObjectMapper().readTree(folder.resolve("trap/world.json").toFile());
    WorldSpec fading = Worlds.spec(WorldKind.FADING, 3, 3);
    WorldWriter.write(fading, folder.resolve("fading"));
    JsonNode faded = new ObjectMapper().readTree(folder.resolve("fading/world.json").toFile());

    assertThat(trap.get("reversals")).isNotEmpty();
    assertThat(trap.get("badRegimes")).isNotEmpty();
    assertThat(trap.at("/badRegimes/0/pair"))
        .isIn(trap.at("/effects/2/pair"), trap.at("/effects/3/pair"));
    assertThat(faded.get("halfTime").asLong()).isEqualTo(fading.start() + 86_400);
    assertThat(faded.at("/effects/0/insideGrammar").asBoolean()).isTrue();
    assertThat(faded.at("/effects/5/insideGrammar").asBoolean(true)).isFalse();
    assertThat(faded.at("/effects/2/channel").asText()).isIn(MoatSeries.CHANNELS);
  }

  @Test
  void writesTheSeriesOfFourMoatsInTimeOrder() throws IOException {
    WorldWriter.write(SPEC, folder.resolve("world"));
    List<String> lines = Files.readAllLines(folder.resolve("world/signals.csv"));
    assertThat(lines.getFirst()).isEqualTo("timestamp,channel,field,value");
    List<String> rows = lines.subList(1, lines.size());
    assertThat(rows).extracting(row -> row.split(",", -1)[0]).isSorted();
    assertThat(rows.stream().map(row -> row.split(",", -1)[1]).distinct())
        .containsExactlyInAnyOrderElementsOf(MoatSeries.CHANNELS);
  }

  @Test
  void replacesAnEarlierMarketAndLeavesNothingBeside() throws IOException {
    Path world = folder.resolve("world");
    WorldWriter.write(SPEC, world);
    WorldWriter.write(
        WorldSpec.of(WorldKind.NOISE, 1, Worlds.PAIRS.subList(0, 2), 1, Interval.HOUR), world);
    assertThat(entries(world))
        .extracting(file -> folder.relativize(file).toString())
        .containsExactly(
            "world/XETHZUSD_60.csv",
            "world/XXBTZUSD_60.csv",
            "world/signals.csv",
            "world/world.json");
    assertThat(entries(folder)).containsExactly(world);
  }

  @Test
  void refusesAFolderThatIsNotItsOwn() throws IOException {
    Path diary = Files.writeString(folder.resolve("diary.txt"), "dear diary");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorldWriter.write(SPEC, folder))
        .withMessageEndingWith("name an empty or new folder");
    assertThat(entries(folder)).containsExactly(diary);
  }

  @Test
  void refusesCandlesWithoutATruthFile() throws IOException {
    Path candles = Files.writeString(folder.resolve("XXBTZUSD_1.csv"), "60,1,1,1,1,1,1\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorldWriter.write(SPEC, folder))
        .withMessageContaining("other files than a generated market");
    assertThat(entries(folder)).containsExactly(candles);
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorldWriter.write(SPEC, file))
        .withMessageContaining("is a file");
  }
}
