package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Side;
import mycelial.memory.Memories;
import mycelial.memory.MemorySnapshot;
import mycelial.memory.TradeRecord;
import mycelial.storage.MirrorReport.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChromaMirrorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "931ce4fe-e78d-43a6-9fe1-7f32d0045c3";

  private final Map<String, List<String>> stored = new TreeMap<>();
  private final List<String> collections = new ArrayList<>();
  private HttpServer server = stub();

  @TempDir Path folder;

  private HttpServer stub() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext(
          "/api/v2/heartbeat", call -> answer(call, 200, "{\"nanosecond heartbeat\":1}"));
      made.createContext("/api/v2/tenants/default_tenant/databases/default_database", this::serve);
      made.start();
      return made;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** As the server documents it: collections are made by name, then filled by id. */
  private void serve(HttpExchange call) throws IOException {
    JsonNode body = JSON.readTree(call.getRequestBody().readAllBytes());
    String path = call.getRequestURI().getPath();
    if (path.endsWith("/collections")) {
      collections.add(body.get("name").asText());
      answer(call, 200, "{\"id\":\"" + ID + collections.size() + "\"}");
    } else if (path.endsWith("/upsert")) {
      body.get("ids")
          .forEach(id ->
              stored
                  .computeIfAbsent(collections.getLast(), name -> new ArrayList<>())
                  .add(id.asText()));
      answer(call, 200, "{}");
    } else {
      answer(call, 404, "{\"error\":\"NotFound\"}");
    }
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void heartbeat(HttpHandler handler) {
    server.removeContext("/api/v2/heartbeat");
    server.createContext("/api/v2/heartbeat", handler);
  }

  private static MemorySnapshot memory(int trades) {
    List<TradeRecord> records = new ArrayList<>();
    for (int i = 0; i < trades; i++) {
      records.add(
          Memories.trade(
              Memories.BITCOIN, Side.BUY, i, Memories.flat(0.3), i % 3 == 0 ? 0.02 : -0.01));
    }
    return new MemorySnapshot(
        records, List.of(Memories.knowledge(5, "r5-1", 70), Memories.knowledge(6, "r6-9", 40)));
  }

  @Test
  void copiesTheThreeCollections() {
    MirrorReport report = new ChromaMirror(url()).copy(memory(9));

    assertThat(report.state()).isEqualTo(State.MIRRORED);
    assertThat(report.written())
        .isEqualTo(Map.of("trading_patterns", 3, "failed_patterns", 6, "agent_knowledge", 2));
    assertThat(stored.get("trading_patterns")).containsExactly("t0", "t3", "t6");
    assertThat(stored.get("failed_patterns")).containsExactly("t1", "t2", "t4", "t5", "t7", "t8");
    assertThat(stored.get("agent_knowledge")).containsExactly("learner-5", "learner-6");
  }

  @Test
  void copiesManyInSeveralCalls() {
    assertThat(new ChromaMirror(url()).copy(memory(450)).state()).isEqualTo(State.MIRRORED);
    assertThat(stored.get("failed_patterns")).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void doesNothingWithoutAServer() {
    assertThat(new ChromaMirror("").copy(memory(9))).isEqualTo(MirrorReport.OFF);
  }

  @Test
  void saysThatItIsDegradedWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    MirrorReport report = new ChromaMirror("http://localhost:" + port).copy(memory(9));

    assertThat(report.state()).isEqualTo(State.DEGRADED);
    assertThat(report.reason()).contains("cannot be used").contains("ConnectException");
    assertThat(report.written()).isEmpty();
  }

  @Test
  void doesNotWaitForASilentServer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://localhost:" + silent.getLocalPort();
      MirrorReport report = new ChromaMirror(url, Duration.ofMillis(200)).copy(memory(1));

      assertThat(report.state()).isEqualTo(State.DEGRADED);
    }
  }

  @Test
  void doesNotTakeAnotherServerForIt() {
    heartbeat(call -> answer(call, 200, "<html>hello</html>"));
    assertThat(new ChromaMirror(url()).probe().reason()).contains("was not answered in JSON");
    heartbeat(call -> answer(call, 200, "{}"));
    assertThat(new ChromaMirror(url()).probe().reason()).contains("is no ChromaDB server");
    heartbeat(call -> answer(call, 503, "{\"error\":\"busy\"}"));
    assertThat(new ChromaMirror(url()).probe().reason()).contains("503").contains("busy");
  }

  @Test
  void readsNoAnswerWithoutEnd() {
    heartbeat(call -> answer(call, 200, "\"" + "x".repeat(5_000_000) + "\""));

    assertThat(new ChromaMirror(url()).probe().state()).isEqualTo(State.DEGRADED);
  }

  @Test
  void aRealServerHoldsWhatTheMemoryHolds() throws Exception {
    Path program =
        ChromaServer.program()
            .orElseGet(() ->
                Assumptions.abort(
                    "no ChromaDB server here: put chroma on the PATH or name it in"
                        + " -Dmycelial.chroma to have this tested"));
    try (ChromaServer real = ChromaServer.start(program, folder);
        ChromaClient client = new ChromaClient(real.url(), Duration.ofSeconds(5))) {
      ChromaMirror mirror = new ChromaMirror(real.url());
      mirror.copy(memory(9));
      MirrorReport again = mirror.copy(memory(150));

      assertThat(again.reason()).isEmpty();
      assertThat(client.count(client.collection("trading_patterns"))).isEqualTo(50);
      assertThat(client.count(client.collection("failed_patterns"))).isEqualTo(100);
      assertThat(client.count(client.collection("agent_knowledge"))).isEqualTo(2);
    }
  }
}
