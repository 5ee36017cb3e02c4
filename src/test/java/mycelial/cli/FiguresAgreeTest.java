package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mycelial.dashboard.Dashboard;
import mycelial.dashboard.Subject;
import mycelial.storage.TradeQueries;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The result, the stored status, the report and the page of one session say the same; what
 * Prometheus reads is compared in {@link StatusMetersTest}.
 */
class FiguresAgreeTest {
  private static final List<String> STREAMS =
      List.of("baseline", "mycelial", "synthesized", "account");
  private static final Offset<Double> ROUNDING = Offset.offset(5e-9);

  /** The result says percentages with eight decimals at least, the page computes its own. */
  private static final Offset<Double> PERCENT = Offset.offset(5e-6);

  @TempDir static Path data = Path.of("");
  private static JsonNode result = MissingNode.getInstance();
  private static JsonNode status = MissingNode.getInstance();
  private static JsonNode report = MissingNode.getInstance();
  private static JsonNode page = MissingNode.getInstance();

  @BeforeAll
  static void playAndLook() throws IOException {
    Path day = Cli.day(data.resolve("day"));
    List<String> arguments =
        Cli.small("run", "--feed", day.toString(), "--hours", "20", "--warm-up-hours", "0");
    arguments.addAll(List.of("--speed", "max", "--json", "--data-dir", data.toString()));
    result = Output.read(Cli.run(Map.of(), arguments).out());
    String session = result.at("/session").asText();
    try (TradeQueries queries = TradeQueries.open(data)) {
      status = Output.read(queries.status(session).orElseThrow().body());
    }
    report = Cli.run("report", session, "--json", "--data-dir", data.toString()).json();
    Subject subject = new Subject(session, data, List.of(), Optional::empty);
    try (Dashboard dashboard = Dashboard.open(subject, new Explanations(session, data, data), 0)) {
      page = snapshot(dashboard.url());
    }
  }

  /** The first event of the page's stream. */
  private static JsonNode snapshot(String url) throws IOException {
    URI stream = URI.create(url).resolve("/api/stream");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(stream.toURL().openStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data:")) {
        line = lines.readLine();
      }
      assertThat(line).isNotNull();
      return Output.read(String.valueOf(line).substring("data:".length()));
    }
  }

  private static double figure(JsonNode from, String path) {
    JsonNode found = from.at(path);
    assertThat(found.isMissingNode() || found.isNull()).as("no " + path).isFalse();
    return found.asDouble();
  }

  @ParameterizedTest
  @CsvSource({
    "trades, trades, trades, trades",
    "wins, wins, wins, wins",
    "openPositions, openPositions, openPositions, open",
    "feesPaid, feesPaid, fees, fees",
  })
  void countsAndFees(String ofResult, String ofStatus, String ofReport, String ofPage) {
    for (String stream : STREAMS) {
      double told = figure(result, "/streams/" + stream + "/" + ofResult);
      assertThat(figure(status, "/streams/" + stream + "/" + ofStatus)).isEqualTo(told);
      assertThat(figure(report, "/streams/" + stream + "/" + ofReport)).isCloseTo(told, ROUNDING);
      assertThat(figure(page, "/figures/" + stream + "/" + ofPage)).isCloseTo(told, ROUNDING);
    }
    assertThat(figure(result, "/streams/baseline/trades")).isPositive();
  }

  @Test
  void profitAndDrawdown() {
    for (String stream : STREAMS) {
      String path = "/streams/" + stream;
      double pnl = figure(result, path + "/pnlAbsolute");
      assertThat(figure(report, path + "/pnl")).isCloseTo(pnl, ROUNDING);
      assertThat(figure(status, path + "/equity") - 10_000).isCloseTo(pnl, PERCENT);
      assertThat(figure(page, "/figures/" + stream + "/equity") - 10_000).isCloseTo(pnl, PERCENT);
      double drawdown = figure(result, path + "/maxDrawdownPct");
      assertThat(figure(report, path + "/maxDrawdownPercent")).isCloseTo(drawdown, PERCENT);
      assertThat(figure(status, path + "/maxDrawdownPct")).isCloseTo(drawdown, PERCENT);
    }
  }

  @Test
  void ideasAndCollisions() {
    assertThat(figure(page, "/ideaCounts/collisions"))
        .isEqualTo(figure(result, "/collisions/matched"))
        .isEqualTo(figure(status, "/collisions/matched"));
    assertThat(figure(page, "/result/ideas/baseline")).isEqualTo(figure(result, "/ideas/baseline"));
  }
}
