package mycelial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open page is told as the databases grow. */
final class LiveUpdatesTest {
  @TempDir Path folder = Path.of("");
  private StoredSession stored;
  private Dashboard dashboard;
  private Socket page;
  private BufferedReader lines;

  @BeforeEach
  void open() throws Exception {
    stored = new StoredSession(folder);
    dashboard = Dashboard.open(stored.subject(), question -> "{}", 0);
    page = RawHttp.connect(URI.create(dashboard.url()).getPort());
    RawHttp.send(page, "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    lines =
        new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() throws Exception {
    page.close();
    dashboard.close();
    stored.close();
  }

  /** The data of the next event of that name. */
  private JsonNode next(String event) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals("event: " + event)) {
      line = lines.readLine();
    }
    String data = String.valueOf(lines.readLine());
    assertThat(data).startsWith("data: ");
    return Json.parse(data.substring(6));
  }

  @Test
  void beginsWithEverythingAndGoesOnWithWhatIsNew() throws Exception {
    JsonNode all = next("snapshot");
    stored.equity(StoredSession.NOON, "10000");
    JsonNode first = next("update");
    stored.equity(StoredSession.NOON + 60, "9900");
    stored.trade("t-1", "baseline", "XXBTZUSD", "analyst", "45.80");
    JsonNode second = next("update");
    while (second.path("trades").isMissingNode()) {
      second = next("update");
    }

    assertThat(all.at("/session/id").asText()).isEqualTo(StoredSession.ID);
    assertThat(all.at("/session/provenance").asText()).isEqualTo("SYNTHETIC");
    assertThat(all.path("equity")).isEmpty();
    assertThat(first.path("equity")).hasSize(1);
    assertThat(first.at("/figures/baseline/equity").asDouble()).isEqualTo(10000);
    assertThat(second.at("/figures/baseline/maxDrawdownPct").asDouble()).isEqualTo(1.0);
    assertThat(second.at("/figures/baseline/trades").asInt()).isEqualTo(1);
    assertThat(second.at("/figures/baseline/realised").asText()).isEqualTo("45.80");
    assertThat(second.at("/figures/baseline/fees").asText()).isEqualTo("4.20");
    assertThat(second.at("/trades/0/trade_id").asText()).isEqualTo("t-1");
  }

  @Test
  void tellsWhatMemoryChangedOnceItIsDecided() throws Exception {
    next("snapshot");
    stored.message(
        1,
        "memory",
        "memory-answer",
        "{\"queryId\":\"l-1\",\"patternId\":\"r1-2\",\"pair\":\"XXBTZUSD\",\"advice\":\"LOWER\","
            + "\"factor\":0.5,\"recalled\":9,\"failures\":6,\"trades\":[],\"reason\":\"6 of 9\"}");
    JsonNode asked = next("update");
    stored.message(
        2,
        "instigator-1",
        "pattern-confirmed",
        "{\"finding\":\"LICENSED\",\"confirmationId\":\"l-1\",\"patternId\":\"r1-2\",\"score\":40}");
    JsonNode decided = next("update");

    assertThat(asked.at("/recalls/0/advice").asText()).isEqualTo("LOWER");
    assertThat(asked.at("/recalls/0/decision").isMissingNode()).isTrue();
    assertThat(decided.at("/recalls/0/decision").asText()).isEqualTo("LICENSED");
    assertThat(decided.at("/recalls/0/decisionScore").asDouble()).isEqualTo(40);
  }

  @Test
  void readsNothingWhileNobodyLooks() throws Exception {
    next("snapshot");
    page.close();

    await().until(() -> dashboard.pages() == 0);
  }
}
