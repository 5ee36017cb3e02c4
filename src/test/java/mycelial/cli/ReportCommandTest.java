package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report} says of a replay, and whether it is what the replay itself has said. */
class ReportCommandTest {
  @TempDir static Path data = Path.of("");
  private static JsonNode result = MissingNode.getInstance();

  @BeforeAll
  static void play() {
    List<String> arguments =
        Cli.small(
            "replay", Cli.day(data.resolve("day")).toString(), "--to", "2025-01-01T06:00:00Z");
    arguments.addAll(List.of("--json", "--data-dir", data.toString()));
    result = Cli.run(Map.of(), arguments).json();
  }

  private static Cli.Outcome report(String... more) {
    List<String> arguments = new ArrayList<>(List.of("report", result.at("/session").asText()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data-dir", data.toString()));
    return Cli.run(Map.of(), arguments);
  }

  @Test
  void agreesWithTheResultOfTheSession() {
    JsonNode report = report("--json").json();

    for (String stream : List.of("baseline", "mycelial", "synthesized", "account")) {
      JsonNode said = result.at("/streams/" + stream);
      JsonNode shown = report.at("/streams/" + stream);
      assertThat(shown.at("/trades").asLong()).isEqualTo(said.at("/trades").asLong());
      assertThat(shown.at("/wins").asLong()).isEqualTo(said.at("/wins").asLong());
      assertThat(shown.at("/openPositions")).isEqualTo(said.at("/openPositions"));
      assertThat(shown.at("/pnl").decimalValue())
          .isEqualByComparingTo(said.at("/pnlAbsolute").decimalValue());
      assertThat(shown.at("/realisedPnl").decimalValue())
          .isEqualByComparingTo(said.at("/realisedPnl").decimalValue());
      assertThat(shown.at("/fees").decimalValue())
          .isEqualByComparingTo(said.at("/feesPaid").decimalValue());
      assertThat(shown.at("/maxDrawdownPercent").decimalValue())
          .isEqualByComparingTo(said.at("/maxDrawdownPct").decimalValue());
    }
    assertThat(report.at("/session/digest")).isEqualTo(result.at("/digest"));
    assertThat(report.at("/session/provenance").asText()).isEqualToIgnoringCase("synthetic");
    assertThat(report.at("/benchmarks/0/pnl").asDouble()).isZero();
    assertThat(result.at("/streams/baseline/trades").asLong()).isPositive();
  }

  @Test
  void writesThePageToTheSessionsFolderOrWhereItIsAskedTo() throws IOException {
    Path page = data.resolve("sessions/" + result.at("/session").asText() + "/report.html");
    Path other = data.resolve("other.html");

    assertThat(report().out()).contains("Synergy: ", "Written to: " + page);
    assertThat(report("--out", other.toString()).code()).isZero();

    assertThat(Files.readString(page)).contains("SYNTHETIC MARKET", result.at("/digest").asText());
    assertThat(Files.readString(other)).isEqualTo(Files.readString(page));
  }

  @Test
  void anUnknownSessionIsAMistakeOfTheUser() {
    Cli.Outcome outcome = Cli.run("report", "no-such", "--data-dir", data.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no session no-such");
  }
}
