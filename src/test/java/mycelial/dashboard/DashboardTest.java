package mycelial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server as whoever reaches its port may treat it; rows 71 to 77 of the catalogue of faults.
 */
final class DashboardTest {
  private static final String JSON = "Content-Type: application/json\r\n";

  private static final long PATIENCE_MILLIS = 1500;
  private static final Explainer NOTHING =
      question -> {
        throw new IllegalArgumentException("nothing is known of " + question.trade());
      };

  @TempDir Path folder = Path.of("");
  private StoredSession stored;
  private Dashboard dashboard;
  private int port;

  @BeforeEach
  void open() throws Exception {
    stored = new StoredSession(folder);
    dashboard = Dashboard.open(stored.subject(), NOTHING, 0, PATIENCE_MILLIS);
    port = URI.create(dashboard.url()).getPort();
  }

  @AfterEach
  void close() throws Exception {
    dashboard.close();
    stored.close();
  }

  private String post(String headers, String body) throws IOException {
    return RawHttp.exchange(
        port,
        "POST /api/command HTTP/1.1",
        "Host: 127.0.0.1:" + port,
        headers + "Content-Length: " + body.length(),
        "Connection: close",
        "",
        body);
  }

  private String ours(String token) {
    return "Origin: http://127.0.0.1:"
        + port
        + "\r\nContent-Type: application/json\r\n"
        + (token.isEmpty() ? "" : "X-Mycelial-Token: " + token + "\r\n");
  }

  private static final String HALT = "{\"command\":\"HALT\",\"confirm\":\"HALT\"}";

  @Test
  void row71SaysInOneSentenceThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() ->
              Dashboard.open(stored.subject(), NOTHING, taken.getLocalPort(), PATIENCE_MILLIS))
          .isInstanceOf(PortInUseException.class)
          .hasMessage(
              "port %d on 127.0.0.1 cannot be had for the dashboard; choose another, or 0 for any"
                  + " that is free",
              taken.getLocalPort());
    }
  }

  @Test
  void row72RefusesMorePagesThanItHasPlacesForAndTakesOthersWhenTheyGo() throws Exception {
    List<Socket> pages = new ArrayList<>();
    try {
      for (int i = 0; i < Hub.MOST_CLIENTS; i++) {
        Socket page = RawHttp.connect(port);
        RawHttp.send(page, "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
        pages.add(page);
      }
      await().until(() -> dashboard.pages() == Hub.MOST_CLIENTS);

      String answer = RawHttp.get(port, "/api/stream");

      assertThat(RawHttp.status(answer)).isEqualTo(503);
      assertThat(answer).contains("too many pages are open at once (64); close one");
      assertThat(RawHttp.status(RawHttp.get(port, "/"))).isEqualTo(200);
    } finally {
      for (Socket page : pages) {
        page.close();
      }
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> dashboard.pages() == 0);
  }

  @Test
  void row72DropsAPageThatReadsNothing() throws Exception {
    String long1 = "x".repeat(100_000);
    for (int i = 1; i <= 200; i++) {
      stored.message(
          i, "risk", "system-control", "{\"command\":\"HALT\",\"reason\":\"" + long1 + "\"}");
    }
    try (Socket page = RawHttp.connect(port)) {
      RawHttp.send(page, "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
      await().until(() -> dashboard.pages() == 1);

      await().atMost(Duration.ofSeconds(15)).until(() -> dashboard.pages() == 0);

      assertThat(RawHttp.status(RawHttp.get(port, "/"))).isEqualTo(200);
    }
  }

  @Test
  void row73ClosesAConnectionThatSendsHalfARequest() throws Exception {
    try (Socket half = RawHttp.connect(port)) {
      RawHttp.send(half, "GET / HTTP/1.1\r\nHost: loc");

      assertThat(RawHttp.all(half)).doesNotContain("200 OK").doesNotEndWith("...");
    }
  }

  @Test
  void row73ClosesAConnectionWhoseRequestDrips() throws Exception {
    try (Socket dripping = RawHttp.connect(port)) {
      RawHttp.send(dripping, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      long began = System.nanoTime();

      assertThatThrownBy(
              () -> {
                while (System.nanoTime() - began < Duration.ofSeconds(12).toNanos()) {
                  Thread.sleep(100);
                  RawHttp.send(dripping, "x");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void row73AnswersOthersWhileManyHang() throws Exception {
    List<Socket> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < 120; i++) {
        Socket half = RawHttp.connect(port);
        RawHttp.send(half, "GET / HTTP/1.1\r\nHo");
        hanging.add(half);
      }

      assertThat(RawHttp.status(RawHttp.get(port, "/"))).isEqualTo(200);
    } finally {
      for (Socket half : hanging) {
        half.close();
      }
    }
  }

  @Test
  void row73RefusesBodiesAndHeadersThatAreTooLong() throws Exception {
    String token = dashboard.token();
    assertThat(RawHttp.status(post(ours(token), "x".repeat(3000)))).isEqualTo(413);
    assertThat(
            RawHttp.status(
                RawHttp.exchange(
                    port,
                    "GET / HTTP/1.1",
                    "Host: localhost",
                    "X-Long: " + "x".repeat(20_000),
                    "",
                    "")))
        .isEqualTo(431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example\r\nContent-Type: application/json\r\n",
        "Origin: null\r\nContent-Type: application/json\r\n",
        "Content-Type: application/json\r\n",
        "Origin: http://127.0.0.1:PORT\r\nContent-Type: text/plain\r\n",
        "Origin: http://127.0.0.1:PORT\r\n",
        "Origin: http://127.0.0.1:PORT\r\nContent-Type: application/x-www-form-urlencoded\r\n",
        "Origin: http://127.0.0.1:1\r\nContent-Type: application/json\r\n",
        "Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\n" + JSON,
      })
  void row74RefusesCommandsFromElsewhereEvenWithTheToken(String headers) throws Exception {
    String answer =
        post(
            headers.replace("PORT", String.valueOf(port))
                + "X-Mycelial-Token: "
                + dashboard.token()
                + "\r\n",
            HALT);

    assertThat(RawHttp.status(answer)).isEqualTo(403);
  }

  @Test
  void row74RefusesCommandsWithoutTheToken() throws Exception {
    assertThat(RawHttp.status(post(ours(""), HALT))).isEqualTo(401);
    assertThat(RawHttp.status(post(ours("0".repeat(32)), HALT))).isEqualTo(403);
    assertThat(post(ours("0".repeat(32)), HALT)).contains("the token is wrong");
  }

  @Test
  void row74SaysThatASessionDoesNotRunToWhoeverHasTheToken() throws Exception {
    String answer = post(ours(dashboard.token()), HALT);

    assertThat(RawHttp.status(answer)).isEqualTo(409);
    assertThat(answer).contains("does not run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "", "halt", "QUARANTINE"})
  void sendsNoOtherCommandThanThoseOffered(String command) throws Exception {
    String body = "{\"command\":\"" + command + "\",\"confirm\":\"" + command + "\"}";

    assertThat(RawHttp.status(post(ours(dashboard.token()), body))).isEqualTo(422);
  }

  @Test
  void sendsNothingThatIsNotConfirmed() throws Exception {
    String answer = post(ours(dashboard.token()), "{\"command\":\"HALT\"}");

    assertThat(RawHttp.status(answer)).isEqualTo(422);
    assertThat(answer).contains("confirmed by its own name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8787",
        "127.0.0.1.evil.example",
        "localhost.",
        "[::2]"
      })
  void row75RefusesOtherHosts(String host) throws Exception {
    String answer =
        RawHttp.exchange(
            port, "GET /api/trades HTTP/1.1", "Host: " + host, "Connection: close", "", "");

    assertThat(RawHttp.status(answer)).isEqualTo(421);
    assertThat(answer).doesNotContain("rows");
  }

  @Test
  void row75RefusesARequestWithoutAHost() throws Exception {
    assertThat(RawHttp.status(RawHttp.exchange(port, "GET /api/trades HTTP/1.0", "", "")))
        .isEqualTo(421);
    assertThat(RawHttp.exchange(port, "GET /api/trades HTTP/1.1", "Connection: close", "", ""))
        .doesNotContain("200 OK")
        .doesNotContain("rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/%2e./..%2e/../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/js/../../storage/trades/V1.sql",
        "/js/%2e%2e/index.html",
        "/link",
        "/trades.db",
        "//etc/passwd",
        "/js/",
        "/js",
        "/index.html",
        "/app.css/",
        "/logback.xml",
      })
  void row76ServesNothingButItsOwnFiles(String path) throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));

    String answer = RawHttp.get(port, path);

    // What climbs above the root is refused before anything looks for it.
    assertThat(RawHttp.status(answer)).isIn(path.contains("..") ? List.of(400, 404) : List.of(404));
    assertThat(answer).doesNotContain("root:", "CREATE TABLE", "SQLite format");
  }

  @Test
  void row77SendsAStrictPolicyWithEveryAnswer() throws Exception {
    for (String path : List.of("/", "/app.css", "/js/app.js", "/api/trades", "/nothing")) {
      assertThat(RawHttp.get(port, path))
          .contains(
              "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self';",
              "frame-ancestors 'none'",
              "X-Content-Type-Options: nosniff",
              "X-Frame-Options: DENY")
          .doesNotContain("Access-Control-Allow", "unsafe-inline", "Server: ");
    }
  }

  @Test
  void row77ExportsNothingThatASpreadsheetWouldRun() throws Exception {
    stored.trade("t-1", "baseline", "XXBTZUSD", "=cmd|'/c calc'!A0", "-45.80");
    stored.trade("t-2", "mycelial", "XXBTZUSD", "a,\"b\"", "45.80");

    String answer = RawHttp.get(port, "/api/trades.csv");

    assertThat(answer)
        .contains(",'=cmd|'/c calc'!A0,")
        .contains(",\"a,\"\"b\"\"\",")
        .contains(",-45.80,")
        .contains("Content-Type: text/csv")
        .contains("attachment; filename=\"trades.csv\"");
  }

  @Test
  void filtersTradesAndTheExportAlike() throws Exception {
    stored.trade("t-1", "baseline", "XXBTZUSD", "analyst", "-4.80");
    stored.trade("t-2", "mycelial", "XXBTZUSD", "learner", "45.80");
    stored.trade("t-3", "mycelial", "XETHZUSD", "learner", "-1.10");

    assertThat(RawHttp.get(port, "/api/trades?stream=mycelial"))
        .contains("\"total\":2", "\"all\":3", "\"pnl\":\"44.70\"", "t-2", "t-3")
        .doesNotContain("t-1\"");
    assertThat(RawHttp.get(port, "/api/trades?stream=mycelial&result=LOSS"))
        .contains("\"total\":1", "t-3");
    assertThat(RawHttp.get(port, "/api/trades.csv?pair=XETHZUSD"))
        .contains("t-3")
        .doesNotContain("t-1", "t-2");
    assertThat(RawHttp.status(RawHttp.get(port, "/api/trades?limit=-1"))).isEqualTo(400);
  }

  @Test
  void saysWhatCannotBeExplained() throws Exception {
    String answer = RawHttp.get(port, "/api/explain?trade=t-9");

    assertThat(RawHttp.status(answer)).isEqualTo(404);
    assertThat(answer).contains("nothing is known of t-9");
  }

  @Test
  void servesMethodsThatReadAlone() throws Exception {
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")) {
      String answer =
          RawHttp.exchange(
              port,
              method + " /api/trades HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              "",
              "");
      assertThat(RawHttp.status(answer)).as(method).isEqualTo(405);
    }
  }
}
