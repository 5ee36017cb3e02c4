package mycelial.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The JDK's server would wait for ever. */
class MetricsPatienceTest {
  private static final int PATIENCE_MILLIS = 40_000;

  @Test
  void aRequestThatNeverEndsIsCutOff() throws IOException {
    try (MetricsEndpoint endpoint = MetricsEndpoint.open(0, book -> {});
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write("GET /metrics HTT".getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }
}
