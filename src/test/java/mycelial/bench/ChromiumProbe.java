package mycelial.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page in Chromium, asked over the developer tools' socket how smooth it is. */
final class ChromiumProbe implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String WATCH =
      "window.frames_=[];let last=0;(function f(t){if(last)frames_.push(t-last);last=t;requestAnimationFrame(f)})(0)";

  private final Process chromium;
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonNode> answers;
  private final List<Double> heaps = new ArrayList<>();
  private List<Double> frames = List.of();
  private int number;

  private ChromiumProbe(Process chromium, WebSocket socket, LinkedBlockingQueue<JsonNode> answers) {
    this.chromium = chromium;
    this.socket = socket;
    this.answers = answers;
  }

  static ChromiumProbe open(String url, Path profile) throws Exception {
    Process chromium =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,1000",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                url)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    while (!Files.exists(port) || Files.readAllLines(port).isEmpty()) {
      Thread.sleep(50);
    }
    HttpClient http = HttpClient.newHttpClient();
    LinkedBlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(page(http, Files.readAllLines(port).getFirst(), url), new Ears(answers))
            .join();
    ChromiumProbe probe = new ChromiumProbe(chromium, socket, answers);
    probe.ask("Performance.enable", Map.of());
    probe.ask("Runtime.evaluate", Map.of("expression", WATCH));
    return probe;
  }

  private static URI page(HttpClient http, String port, String url) throws Exception {
    while (true) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build();
      JsonNode targets =
          MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      for (JsonNode target : targets) {
        if (target.path("url").asText().startsWith(url)) {
          return URI.create(target.path("webSocketDebuggerUrl").asText());
        }
      }
      Thread.sleep(50);
    }
  }

  private static final class Ears implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonNode> answers;
    private final StringBuilder text = new StringBuilder();

    Ears(LinkedBlockingQueue<JsonNode> answers) {
      this.answers = answers;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          answers.add(MAPPER.readTree(text.toString()));
        } catch (IOException bad) {
          throw new IllegalStateException(bad);
        }
        text.setLength(0);
      }
      from.request(1);
      return java.util.concurrent.CompletableFuture.completedStage(null);
    }
  }

  private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int mine = ++number;
    socket
        .sendText(
            MAPPER.writeValueAsString(Map.of("id", mine, "method", method, "params", parameters)),
            true)
        .join();
    JsonNode answer = answers.poll(20, TimeUnit.SECONDS);
    while (answer != null && answer.path("id").asInt() != mine) {
      answer = answers.poll(20, TimeUnit.SECONDS);
    }
    if (answer == null) {
      throw new IllegalStateException("Chromium does not answer " + method);
    }
    return answer.path("result");
  }

  /** Notes frames and memory up to now. */
  void look() throws Exception {
    for (JsonNode metric : ask("Performance.getMetrics", Map.of()).path("metrics")) {
      if (metric.path("name").asText().equals("JSHeapUsedSize")) {
        heaps.add(metric.path("value").asDouble() / (1 << 20));
      }
    }
    JsonNode all =
        ask("Runtime.evaluate", Map.of("expression", "frames_", "returnByValue", true))
            .at("/result/value");
    List<Double> read = new ArrayList<>();
    all.forEach(each -> read.add(each.asDouble()));
    frames = read.stream().sorted().toList();
  }

  String summary() {
    if (frames.isEmpty()) {
      return "no frame was seen";
    }
    return String.format(
        Locale.ROOT,
        "%d frames, median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.0f ms; heap %.1f to %.1f MiB, most %.1f",
        frames.size(),
        at(0.5),
        at(0.95),
        at(0.99),
        frames.getLast(),
        heaps.getFirst(),
        heaps.getLast(),
        heaps.stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  private double at(double share) {
    return frames.get((int) (share * (frames.size() - 1)));
  }

  @Override
  public void close() {
    socket.abort();
    chromium.destroy();
    chromium.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
