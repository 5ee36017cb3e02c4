package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five moats as commands show them. */
class MoatsCommandTest {
  private static final String HEADER = "timestamp,channel,field,value\n";

  @TempDir Path folder = Path.of("");

  private String day() {
    return Cli.day(folder.resolve("day")).toString();
  }

  private String candlesOnly() throws IOException {
    Path candles = Files.createDirectory(folder.resolve("candles"));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      text.append(1_620_000_000 + 60 * i).append(",10,11,9,10,5,1\n");
    }
    Files.writeString(candles.resolve("XBTUSD_1.csv"), text);
    return candles.toString();
  }

  private static JsonNode moat(JsonNode shown, String name) {
    for (JsonNode moat : shown.at("/moats")) {
      if (moat.at("/moat").asText().equals(name)) {
        return moat;
      }
    }
    throw new AssertionError("no " + name + " in " + shown);
  }

  private static List<String> names(JsonNode shown) {
    List<String> names = new ArrayList<>();
    shown.at("/moats").forEach(moat -> names.add(moat.at("/moat").asText()));
    return names;
  }

  @Test
  void showsTheFiveMoatsOfAGeneratedWorld() {
    String day = day();
    JsonNode shown = Cli.run("moats", "--feed", day, "--json").json();

    assertThat(names(shown))
        .containsExactly("Finance", "Code", "Logistics", "Government", "Corporations");
    assertThat(shown.at("/moats"))
        .allMatch(moat -> moat.at("/provenance").asText().equals("SIMULATED"));
    assertThat(moat(shown, "Finance").at("/targets")).hasSize(18);
    assertThat(moat(shown, "Finance").at("/readings/0/signals").asInt()).isEqualTo(288);
    JsonNode python = moat(shown, "Code").at("/readings/0");
    assertThat(python.at("/channel").asText()).isEqualTo("repo-data:Python");
    assertThat(python.at("/field").asText()).isEqualTo("stars_per_hour");
    assertThat(python.at("/level").asDouble()).isBetween(0.0, 1.0);
    assertThat(python.at("/ageSeconds").asLong()).isBetween(0L, 1200L);
    assertThat(python.at("/signals").asInt()).isGreaterThan(70);

    Cli.Outcome text = Cli.run("moats", "--feed", day);
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .contains("repo-data:Python", "logistics-data:US-West", "stars_per_hour", "SIMULATED");
  }

  @Test
  void saysWhatIsMissingAndWhy() throws IOException {
    String candles = candlesOnly();
    JsonNode shown = Cli.run("moats", "--feed", candles, "--json").json();

    assertThat(moat(shown, "Finance").at("/provenance").asText()).isEqualTo("RECORDED");
    for (String name : List.of("Code", "Logistics", "Government", "Corporations")) {
      assertThat(moat(shown, name).at("/provenance").asText()).isEqualTo("MISSING");
      assertThat(moat(shown, name).at("/missing")).hasSize(1);
      assertThat(moat(shown, name).at("/missing").iterator().next().asText())
          .isEqualTo("no signal file");
    }
    assertThat(Cli.run("moats", "--feed", candles).out())
        .contains("MISSING: no signal file", "market-data:XETHZUSD");
  }

  @Test
  void showsStaleAndUnconfiguredTargetsForWhatTheyAre() throws IOException {
    String candles = candlesOnly();
    Files.writeString(
        Path.of(candles, "signals.csv"),
        HEADER
            + "1619000000,repo-data:Python,stars,5\n"
            + "1620000000,repo-data:Rust,stars,5\n"
            + "1620000000,corp-data:Tech,mood,5\n"
            + "1630000000,corp-data:Tech,mood,6\n");

    JsonNode shown = Cli.run("moats", "--feed", candles, "--json").json();

    assertThat(moat(shown, "Code").at("/provenance").asText()).isEqualTo("MISSING");
    assertThat(moat(shown, "Code").at("/missing").iterator().next().asText())
        .isEqualTo("no signal since 2021-04-21T10:13:20Z, for more than 48 h");
    assertThat(moat(shown, "Code").at("/ignored/repo-data:Rust").asInt()).isEqualTo(1);
    assertThat(moat(shown, "Government").at("/missing").iterator().next().asText())
        .isEqualTo("signals.csv has no channel govt-data:US-Federal");
    JsonNode mood = moat(shown, "Corporations").at("/readings/0");
    assertThat(mood.at("/value").asDouble()).isEqualTo(5); // the market ends before the sixth
    assertThat(mood.at("/ageSeconds").asLong()).isEqualTo(7200);
  }

  @Test
  void aSessionsMoatsAreInItsResultItsReportAndShownAfterwards() throws IOException {
    Path data = folder.resolve("data");
    Cli.Outcome played =
        Cli.run(Map.of(), Cli.small("replay", day(), "--json", "--data-dir", data.toString()));
    JsonNode result = played.json();
    String id = result.at("/session").asText();

    assertThat(played.code()).isZero();
    assertThat(names(result)).hasSize(5);
    assertThat(moat(result, "Code").at("/signals").asInt()).isGreaterThan(70);
    assertThat(Files.readString(data.resolve("sessions").resolve(id).resolve("report.txt")))
        .contains("Code: SIMULATED, ", " signals on 1 of 1 channel(s) (signals.csv)");
    JsonNode shown =
        Cli.run("moats", "--session", id, "--json", "--data-dir", data.toString()).json();
    assertThat(shown.at("/moats")).isEqualTo(result.at("/moats"));
    assertThat(Cli.run("moats", "--session", id, "--data-dir", data.toString()).out())
        .contains("The moats of session " + id + ":", "stars_per_hour");
  }

  @Test
  void aSessionWithoutSignalsReportsFourMissingMoats() throws IOException {
    Path data = folder.resolve("data");
    Cli.Outcome played =
        Cli.run(Map.of(), Cli.small("replay", candlesOnly(), "--data-dir", data.toString()));

    assertThat(played.code()).isZero();
    assertThat(played.out())
        .contains(
            "Code: MISSING (no signal file)",
            "Logistics: MISSING (no signal file)",
            "Government: MISSING (no signal file)",
            "Corporations: MISSING (no signal file)");
  }

  @Test
  void aBrokenSignalFileIsRefusedWithItsPlaceBeforeAnythingIsPlayed() throws IOException {
    String candles = candlesOnly();
    Files.writeString(
        Path.of(candles, "signals.csv"), HEADER + "1620000000,repo-data:Python,stars,NaN\n");
    Path data = folder.resolve("data");

    List<List<String>> commands =
        List.of(
            List.of("replay", candles, "--data-dir", data.toString()),
            List.of("replay", candles, "--pairs", "XBTUSD", "--data-dir", data.toString()),
            List.of("moats", "--feed", candles),
            List.of("data", "check", candles));
    for (List<String> command : commands) {
      Cli.Outcome outcome = Cli.run(command.toArray(new String[0]));

      assertThat(outcome.code()).isEqualTo(ExitCode.BAD_DATA);
      assertThat(outcome.errorLines())
          .containsExactly(
              "signals.csv:2:35: value 'NaN' is not a finite number, expected one like 35000.5");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void dataCheckReportsTheSignals() throws IOException {
    JsonNode read = Cli.run("data", "check", day(), "--json").json();
    Cli.Outcome without = Cli.run("data", "check", candlesOnly());

    assertThat(read.at("/signals/provenance").asText()).isEqualTo("SIMULATED");
    assertThat(read.at("/signals/rows").asInt()).isGreaterThan(300);
    assertThat(read.at("/signals/channels")).hasSize(4);
    assertThat(read.at("/signals/sha256").asText()).hasSize(64);
    assertThat(without.out()).contains("no signals.csv: the four moats beside Finance");
  }

  @Test
  void anUnknownSessionIsAUsageError() {
    Cli.Outcome outcome = Cli.run("moats", "--session", "nope", "--data-dir", folder.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("no session nope below " + folder);
    assertThat(Cli.run("moats", "--session", "x", "--feed", "sample").err())
        .contains("--feed and --session exclude each other");
  }
}
