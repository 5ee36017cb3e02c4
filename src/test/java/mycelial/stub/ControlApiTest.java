package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ControlApiTest {
  private final StubExchange exchange = StubExchange.start(new StubOptions());
  private final Probe probe = new Probe(exchange);

  @AfterEach
  void stop() {
    probe.close();
    exchange.close();
  }

  private HttpResponse<String> post(String path) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
    return probe.send(probe.request(path).POST(nothing).build());
  }

  @Test
  void faultsComeAndGoOnDemand() throws IOException, InterruptedException {
    assertThat(post("/stub/fail?kind=http-500&target=&seconds=600").statusCode()).isEqualTo(200);
    assertThat(probe.get("/0/public/Time").statusCode()).isEqualTo(500);
    assertThat(probe.json("/stub/faults").at("/0/kind").asText()).isEqualTo("http-500");
    post("/stub/heal");
    assertThat(probe.get("/0/public/Time").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNoFaultIsRefused() throws IOException, InterruptedException {
    assertThat(post("/stub/fail?kind=nonsense&seconds=600").statusCode()).isEqualTo(400);
    assertThat(post("/stub/fail?kind=hang").statusCode()).isEqualTo(400);
    assertThat(exchange.faults()).isEmpty();
  }

  @Test
  void theTimeAndTheOrdersAreTold() throws IOException, InterruptedException {
    assertThat(Double.parseDouble(probe.get("/stub/time").body()))
        .isBetween((double) StubOptions.DEFAULT_START, exchange.now());
    assertThat(probe.json("/stub/orders")).isEmpty();
    post("/0/private/AddOrder");
    assertThat(probe.json("/stub/orders")).hasSize(1);
  }
}
