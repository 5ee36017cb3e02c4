package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in config/monitoring, tried with Prometheus' own tools and with a real Prometheus
 * that scrapes a running session. Skipped where Prometheus is not installed.
 */
class MonitoringTest {
  private static final Path FOLDER = Path.of("config", "monitoring").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 40;

  @TempDir Path data = Path.of("");

  @BeforeEach
  void prometheusIsInstalled() {
    Assumptions.assumeTrue(
        isInstalled("promtool") && isInstalled("prometheus"),
        "skipped: prometheus and promtool are not installed here");
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void promtool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("SUCCESS");
  }

  @Test
  void theConfigurationIsPrometheus() throws Exception {
    promtool("check", "config", "prometheus.yml");
  }

  @Test
  void everyAlertFiresOnItsSeriesAndIsSilentOnAHealthySession() throws Exception {
    promtool("test", "rules", "tests/mycelial.yml");
    String tests = Files.readString(FOLDER.resolve("tests/mycelial.yml"));
    for (String alert : find("rules/mycelial.yml", "- alert: (\\w+)")) {
      assertThat(tests).contains("name: " + alert + " fires");
    }
  }

  @Test
  void everyPanelOfADashboardHasDataWhenPrometheusScrapesASession() throws Exception {
    int port = freePort();
    CompletableFuture<Cli.Outcome> session = session(port);
    int prometheusPort = freePort();
    Process prometheus = prometheus(port, prometheusPort);
    try {
      URI api = URI.create("http://127.0.0.1:" + prometheusPort + "/api/v1/");
      awaitData(api, "up{job=\"mycelial\"} == 1");
      awaitData(api, "rate(mycelial_bus_rounds_total[1m]) > 0");
      for (String expression : panels()) {
        assertThat(query(api, expression).size()).as(expression).isPositive();
      }
      for (String meter : find("rules/mycelial.yml", "((?:mycelial|jvm)_[a-z_]+)")) {
        assertThat(query(api, meter).size()).as(meter).isPositive();
      }
      assertThat(query(api, "up").get(0).at("/value/1").asText()).isEqualTo("1");
      assertThat(get(api.resolve("rules")).findValuesAsText("health"))
          .isNotEmpty()
          .doesNotContain("err");
    } finally {
      prometheus.destroy();
      prometheus.waitFor();
    }
    assertThat(session.get(PATIENCE_SECONDS * 2, TimeUnit.SECONDS).code()).isEqualTo(ExitCode.FINE);
  }

  /** Goes on for as long as it takes to look at it, and no longer. */
  private CompletableFuture<Cli.Outcome> session(int port) {
    Path day = Cli.day(data.resolve("day"));
    List<String> arguments =
        Cli.small("run", "--feed", day.toString(), "--hours", "10", "--warm-up-hours", "12");
    arguments.addAll(List.of("--speed", "1800", "--data-dir", data.toString()));
    arguments.addAll(List.of("--metrics-port", String.valueOf(port)));
    return CompletableFuture.supplyAsync(
        () -> Cli.run(Map.of(), arguments, new StringWriter(), new StringWriter()));
  }

  private Process prometheus(int scraped, int served) throws IOException {
    Path config = data.resolve("prometheus.yml");
    String shipped = Files.readString(FOLDER.resolve("prometheus.yml"));
    assertThat(shipped).contains("127.0.0.1:9464", "rules/*.yml", "_interval: 5s");
    Files.writeString(
        config,
        shipped
            .replace("127.0.0.1:9464", "127.0.0.1:" + scraped)
            .replace("rules/*.yml", FOLDER + "/rules/*.yml")
            .replace("_interval: 5s", "_interval: 500ms"));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + data.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + served)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("prometheus.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static List<String> panels() throws IOException {
    List<String> expressions = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
      for (Path file : files.sorted().toList()) {
        Output.read(Files.readString(file)).findValuesAsText("expr").forEach(expressions::add);
      }
    }
    assertThat(expressions).hasSizeGreaterThan(60);
    return expressions;
  }

  private static Set<String> find(String file, String pattern) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(Files.readString(FOLDER.resolve(file)))
        .results()
        .forEach(each -> found.add(each.group(1)));
    assertThat(found).isNotEmpty();
    return found;
  }

  private static void awaitData(URI api, String expression) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        if (!query(api, expression).isEmpty()) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        assertThat(System.nanoTime()).as("Prometheus does not answer").isLessThan(end);
      }
      assertThat(System.nanoTime()).as("no data for " + expression).isLessThan(end);
      Thread.sleep(100);
    }
  }

  private static JsonNode query(URI api, String expression) throws InterruptedException {
    String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return get(api.resolve("query?query=" + encoded)).at("/data/result");
  }

  private static JsonNode get(URI uri) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 503) {
        throw new IOException("not ready: " + answer.body()); // while it starts
      }
      JsonNode body = Output.read(answer.body());
      assertThat(body.at("/status").asText()).as(answer.body()).isEqualTo("success");
      return body;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
