package mycelial.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HttpFaultsTest {
  private static final String TIME = "/0/public/Time";

  private static StubExchange exchange = StubExchange.start(new StubOptions());
  private static Probe probe = new Probe(exchange);

  @BeforeAll
  static void startAnew() {
    stop();
    exchange = StubExchange.start(new StubOptions().limit(0, 0));
    probe = new Probe(exchange);
  }

  @AfterAll
  static void stop() {
    probe.close();
    exchange.close();
  }

  @AfterEach
  void heal() throws IOException, InterruptedException {
    exchange.heal();
    assertThat(probe.json(TIME).path("result").has("unixtime")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_500, 500, Internal",
    "HTML_502, 502, <html>",
    "HTTP_520, 520, <html>",
    "HTTP_429, 429, <html>",
    "HTTP_403, 403, <html>",
    "REDIRECT_LOOP, 302, ''",
    "HTML_200, 200, <html>",
    "EMPTY_200, 200, ''",
    "EMPTY_OBJECT, 200, {}",
    "EMPTY_RESULT, 200, '\"result\":{}'",
    "NULL_RESULT, 200, '\"result\":null'",
    "CUT_JSON, 200, '{\"error\":[],\"result\":'"
  })
  void answersWrongly(StubFault.Kind kind, int status, String content)
      throws IOException, InterruptedException {
    exchange.fail(kind, "/0/public", 3600);
    HttpResponse<String> answer = probe.get(TIME);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(content);
    assertThat(answer.headers().firstValue("Location").orElse("").endsWith(TIME))
        .isEqualTo(kind == StubFault.Kind.REDIRECT_LOOP);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET", "TRUNCATED"})
  void breaksTheConnection(StubFault.Kind kind) {
    exchange.fail(kind, TIME, 3600);
    assertThatThrownBy(() -> probe.get(TIME)).isInstanceOf(IOException.class);
  }

  @Test
  void hangs() {
    exchange.fail(StubFault.Kind.HANG, TIME, 3600);
    assertThatThrownBy(
            () -> probe.send(probe.request(TIME).timeout(Duration.ofMillis(300)).build()))
        .hasMessageContaining("timed out");
  }

  @Test
  void dripsAByteNowAndThen() throws IOException, InterruptedException {
    exchange.fail(StubFault.Kind.SLOW_LORIS, TIME, 3600);
    try (InputStream body = open(TIME)) {
      assertThat(body.readNBytes(3)).asString().isEqualTo("{  ");
    }
  }

  @Test
  void floodsWithEightyMegabytes() throws IOException, InterruptedException {
    exchange.fail(StubFault.Kind.HUGE_BODY, TIME, 3600);
    try (InputStream body = open(TIME)) {
      assertThat(body.skip(8 << 20)).isEqualTo(8 << 20);
    }
  }

  private static InputStream open(String path) throws IOException, InterruptedException {
    return probe.stream(probe.request(path).build());
  }

  @ParameterizedTest
  @EnumSource
  void refusesInKrakensWords(StubFault.Kind kind) throws IOException, InterruptedException {
    exchange.fail(kind, "/0/public/Tim*", kind.words().isEmpty() ? 0.001 : 3600);
    HttpResponse<String> answer = probe.get("/0/public/SystemStatus");
    assertThat(answer.body()).doesNotContain("\"error\":[\"");
    if (!kind.words().isEmpty()) {
      assertThat(probe.get(TIME).body()).isEqualTo("{\"error\":[\"" + kind.words() + "\"]}");
    }
  }

  @Test
  void refusesConnectionsInAnOutageAndAnswersAfterIt() throws IOException, InterruptedException {
    try (Probe.Stream stream = probe.stream()) {
      exchange.fail(StubFault.Kind.OUTAGE, "", 3600);
      String last = "";
      while (!"closed".equals(last)) {
        last = stream.raw(Duration.ofSeconds(5));
        assertThat(last).isNotNull();
      }
    }
    assertThatThrownBy(() -> probe.get(TIME)).isInstanceOf(IOException.class);
    exchange.heal();
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    boolean answered = false;
    while (!answered && System.nanoTime() < end) {
      try {
        answered = probe.get(TIME).statusCode() == 200;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
    assertThat(answered).isTrue();
  }
}
