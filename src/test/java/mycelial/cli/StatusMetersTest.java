package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mycelial.metrics.MetricsEndpoint;
import mycelial.storage.TradeQueries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus would read at a session's end says what the session's result says. */
class StatusMetersTest {
  private static final int MOST_SERIES = 600;
  private static final Set<String> LABELS =
      Set.of(
          "area",
          "direction",
          "decision",
          "fate",
          "kind",
          "layer",
          "le",
          "measure",
          "moat",
          "outcome",
          "pair",
          "provenance",
          "reason",
          "state",
          "stream",
          "topic",
          "type");

  @TempDir static Path data = Path.of("");
  private static JsonNode result = MissingNode.getInstance();
  private static final Map<String, Double> SERIES = new TreeMap<>();

  @BeforeAll
  static void playAndScrape() throws Exception {
    Path day = Cli.day(data.resolve("day"));
    List<String> arguments =
        Cli.small("run", "--feed", day.toString(), "--hours", "20", "--warm-up-hours", "0");
    arguments.addAll(List.of("--speed", "max", "--json", "--data-dir", data.toString()));
    result = Output.read(Cli.run(Map.of(), arguments).out());
    StatusMeters meters = new StatusMeters(() -> 0);
    try (TradeQueries queries = TradeQueries.open(data);
        MetricsEndpoint endpoint = MetricsEndpoint.open(0, meters)) {
      meters.take(queries.status(result.at("/session").asText()).orElseThrow().status());
      scrape(endpoint.port())
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            int at = line.lastIndexOf(' ');
            SERIES.put(line.substring(0, at), Double.parseDouble(line.substring(at + 1)));
          });
    }
  }

  static String scrape(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static void same(String series, String figure) {
    assertThat(result.at(figure).isMissingNode()).as(figure).isFalse();
    assertThat(SERIES).as(figure).containsEntry(series, result.at(figure).asDouble());
  }

  @Test
  void everyStreamsFiguresAreTheResults() {
    for (String stream : List.of("baseline", "mycelial", "synthesized", "account")) {
      String label = "{stream=\"" + stream + "\"}";
      String path = "/streams/" + stream;
      same("mycelial_trades_total" + label, path + "/trades");
      same("mycelial_trades_won_total" + label, path + "/wins");
      same("mycelial_pnl_quote" + label, path + "/pnlAbsolute");
      same("mycelial_fees_quote" + label, path + "/feesPaid");
      same("mycelial_max_drawdown_percent" + label, path + "/maxDrawdownPct");
    }
    assertThat(result.at("/streams/baseline/trades").asLong()).isPositive();
  }

  @Test
  void whatWasCountedIsWhatTheResultCounts() {
    same("mycelial_ideas_total{stream=\"baseline\"}", "/ideas/baseline");
    same("mycelial_ideas_total{stream=\"mycelial\"}", "/ideas/mycelial");
    same("mycelial_collisions_total{outcome=\"matched\"}", "/collisions/matched");
    same("mycelial_collisions_total{outcome=\"conflict\"}", "/collisions/conflicts");
    same("mycelial_collisions_total{outcome=\"near_miss\"}", "/collisions/nearMisses");
    same("mycelial_patterns_tried_total", "/patterns/tried");
    same("mycelial_patterns_proven_total", "/patterns/proven");
    same("mycelial_patterns_archived_total", "/patterns/archived");
    same("mycelial_bars_total", "/bars");
  }

  @Test
  void bytesRoundsAndTransactionsAreCounted() {
    assertThat(SERIES.get("mycelial_bus_bytes_total{topic=\"MARKET_DATA\"}")).isPositive();
    assertThat(SERIES.get("mycelial_bus_round_seconds_count"))
        .isEqualTo(SERIES.get("mycelial_bus_rounds_total"))
        .isPositive();
    assertThat(SERIES.get("mycelial_storage_transaction_seconds_count")).isPositive();
    assertThat(SERIES).containsKey("jvm_memory_used_bytes{area=\"heap\"}");
  }

  @Test
  void labelsAreFromFixedSetsAndSeriesAreBounded() {
    Set<String> labels = new TreeSet<>();
    long ours = 0;
    for (String series : SERIES.keySet()) {
      if (series.startsWith("mycelial_")) {
        ours++;
        Pattern.compile("(\\w+)=\"")
            .matcher(series)
            .results()
            .forEach(at -> labels.add(at.group(1)));
      }
    }
    assertThat(labels).isSubsetOf(LABELS);
    assertThat(ours).isBetween(100L, (long) MOST_SERIES);
    assertThat(String.join("\n", SERIES.keySet()))
        .doesNotContain(result.at("/session").asText())
        .doesNotContainPattern("[a-z]+-\\d+\"");
  }

  @Test
  void aTakenPortEndsTheCommandBeforeAnythingIsBegun() throws IOException {
    Path fresh = data.resolve("fresh");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Cli.Outcome outcome =
          Cli.run(
              "run", "--feed", "sample", "--metrics-port", port, "--data-dir", fresh.toString());
      assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
      assertThat(outcome.errorLines()).hasSize(1).first().asString().contains(port, "free one");
    }
    assertThat(Files.exists(fresh)).isFalse();
  }
}
