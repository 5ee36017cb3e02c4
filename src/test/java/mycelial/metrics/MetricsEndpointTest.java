package mycelial.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asked over raw sockets, as those may ask who mean no good. */
class MetricsEndpointTest {
  private static final int TIMEOUT_MILLIS = 5000;

  private final MetricsEndpoint endpoint =
      MetricsEndpoint.open(
          0,
          book -> {
            book.counter("mycelial_bars_total", "Bars.", 42);
            book.gauge(
                "mycelial_pnl", "P&L.", List.of("stream"), each -> each.put(-1.5, "baseline"));
          });

  @AfterEach
  void close() {
    endpoint.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  private String ask(String request, String host) throws IOException {
    try (Socket socket = connect()) {
      String head = request + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private String ours() {
    return "Host: 127.0.0.1:" + endpoint.port() + "\r\n";
  }

  @Test
  void servesWhatIsWrittenDownAndTheVirtualMachine() throws IOException {
    assertThat(ask("GET /metrics", ours()))
        .startsWith("HTTP/1.1 200 ")
        .contains("text/plain; version=0.0.4")
        .contains("\nmycelial_bars_total 42.0\n", "\nmycelial_pnl{stream=\"baseline\"} -1.5\n")
        .contains("\njvm_memory_used_bytes{area=\"heap\"} ");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /,404",
    "GET /metrics/,404",
    "GET /metrics/../etc/passwd,404",
    "GET /%2e%2e/metrics,404",
    "POST /metrics,405",
    "PUT /metrics,405",
    "HEAD /metrics,405"
  })
  void servesNothingElse(String request, int code) throws IOException {
    assertThat(ask(request, ours())).startsWith("HTTP/1.1 " + code + " ");
  }

  @Test
  void refusesANameThatWasBentToThisMachine() throws IOException {
    for (String host : List.of("evil.example", "evil.example:" + endpoint.port(), "127.0.0.1")) {
      assertThat(ask("GET /metrics", "Host: " + host + "\r\n"))
          .as(host)
          .startsWith("HTTP/1.1 421 ")
          .doesNotContain("mycelial_bars");
    }
  }

  @Test
  void refusesARequestWithoutAHost() throws IOException {
    assertThat(ask("GET /metrics", "")).startsWith("HTTP/1.1 4").doesNotContain("mycelial_bars");
  }

  @Test
  void answersWhileOthersHang() throws IOException {
    List<Socket> loris = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = connect();
        socket.getOutputStream().write("GET /metr".getBytes(US_ASCII));
        loris.add(socket);
      }
      assertThat(ask("GET /metrics", ours())).startsWith("HTTP/1.1 200 ");
    } finally {
      for (Socket each : loris) {
        each.close();
      }
    }
  }

  @Test
  void listensOnTheLoopbackAddressAlone() throws IOException {
    try (ServerSocket same = new ServerSocket()) {
      same.bind(
          new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.2"), endpoint.port()));
      assertThat(same.isBound()).isTrue(); // taken where a server listens on every address
    }
  }

  @Test
  void saysInOneSentenceThatThePortIsTaken() {
    assertThatThrownBy(() -> MetricsEndpoint.open(endpoint.port(), book -> {}))
        .isInstanceOf(EndpointException.class)
        .hasMessage(
            "Cannot serve metrics on port "
                + endpoint.port()
                + " of this machine (Address already in use);"
                + " choose another port, or 0 for a free one.");
  }
}
