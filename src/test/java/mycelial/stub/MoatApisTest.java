package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MoatApisTest {
  private static final String SHAPES = "moat_shapes/";
  private static final String AGENT = "mycelial-finance/1 (a@example.com)";
  private static final String COMMITS = "/github/repos/bitcoin/bitcoin/commits";

  private final StubExchange exchange = StubExchange.start(new StubOptions());
  private final Probe probe = new Probe(exchange);

  @AfterEach
  void stop() {
    probe.close();
    exchange.close();
  }

  private HttpRequest.Builder request(String path) {
    return probe.request(path).header("User-Agent", AGENT);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return probe.send(request(path).build());
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return Json.read(get(path).body());
  }

  @Test
  void commitsAreOfThePastAndTheNewestIsFirst() throws IOException, InterruptedException {
    JsonNode commits = json(COMMITS + "?per_page=100");
    assertThat(commits).hasSize(100);
    String last = Instant.ofEpochSecond((long) exchange.now() + 1).toString();
    for (JsonNode commit : commits) {
      String date = commit.at("/commit/committer/date").asText();
      assertThat(date).isLessThanOrEqualTo(last);
      last = date;
    }
    Shapes.requireAgreement(Shapes.read(SHAPES + "github_commits.json"), commits);
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws IOException, InterruptedException {
    String tag = get(COMMITS).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = probe.send(request(COMMITS).header("If-None-Match", tag).build());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void sixtyCallsAnHourAreAllowed() throws IOException, InterruptedException {
    for (int i = 0; i < 60; i++) {
      assertThat(get(COMMITS).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = get(COMMITS);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
    assertThat(refused.body()).contains("API rate limit exceeded");
  }

  @Test
  void someRepositoriesAreEmptyOrRenamedOrMissing() throws IOException, InterruptedException {
    assertThat(get("/github/repos/empty/a/commits").statusCode()).isEqualTo(409);
    assertThat(get("/github/repos/missing/a/commits").statusCode()).isEqualTo(404);
    HttpResponse<String> renamed = get("/github/repos/renamed/a/commits?per_page=5");
    assertThat(renamed.statusCode()).isEqualTo(301);
    String location = renamed.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo(exchange.url() + "/github/repos/moved/a/commits?per_page=5");
  }

  @Test
  void chokepointsLagBehindAndErrorsComeWithStatus200() throws IOException, InterruptedException {
    String path = "/portwatch/arcgis/rest/services/Daily_Chokepoints_Data/FeatureServer/0/query";
    JsonNode answer = json(path + "?where=portid%3D'chokepoint1'&orderByFields=date+DESC&f=json");
    String newest = answer.at("/features/0/attributes/date").asText();
    long day = Instant.parse(newest + "T00:00:00Z").getEpochSecond() / 86_400;
    assertThat((long) exchange.now() / 86_400 - day).isBetween(4L, 11L);
    Shapes.requireAgreement(Shapes.read(SHAPES + "portwatch_daily_chokepoints.json"), answer);
    HttpResponse<String> wrong = get(path + "?where=nonsense");
    assertThat(wrong.statusCode()).isEqualTo(200);
    Shapes.requireAgreement(
        Shapes.read(SHAPES + "portwatch_error_http200.json"), Json.read(wrong.body()));
  }

  @Test
  void documentsWithoutHitsHaveNoResults() throws IOException, InterruptedException {
    String path = "/federalregister/api/v1/documents.json?conditions[agencies][]=federal-reserve";
    String encoded = path.replace("[", "%5B").replace("]", "%5D");
    JsonNode hits = json(encoded);
    assertThat(hits.path("count").asInt()).isPositive();
    Shapes.requireAgreement(Shapes.read(SHAPES + "federal_register_documents.json"), hits);
    JsonNode none = json(encoded + "&conditions%5Bpublication_date%5D%5Bis%5D=2026-03-01");
    assertThat(none.path("count").asInt()).isZero();
    assertThat(none.has("results")).isFalse();
  }

  @Test
  void filingsAreForThoseWhoSayWhoTheyAre() throws IOException, InterruptedException {
    String path = "/edgar/submissions/CIK0001679788.json";
    assertThat(probe.get(path).statusCode()).isEqualTo(403);
    JsonNode filings = json(path);
    assertThat(filings.at("/filings/recent/form")).isNotEmpty();
    assertThat(filings.at("/filings/recent/acceptanceDateTime/0").asText())
        .isLessThan(Instant.ofEpochSecond((long) exchange.now() + 1).toString());
    Shapes.requireAgreement(Shapes.read(SHAPES + "edgar_submissions_CIK.json"), filings);
    assertThat(get("/edgar/cgi-bin/browse-edgar?action=getcurrent").body())
        .contains("<entry>", "8-K");
  }
}
