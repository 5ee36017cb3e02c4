package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.stub.StubExchange;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call makes of everything that a server can do to it. */
class RestFaultsTest {
  private static final StubExchange STUB = StubExchange.start(new StubOptions().limit(0, 0));
  private static final HttpCalls CALLS =
      new HttpCalls(KrakenSettings.at(STUB.url()).withDeadline(1));
  private final KrakenRest rest = new KrakenRest(CALLS);

  @AfterAll
  static void stop() {
    CALLS.close();
    STUB.close();
  }

  @AfterEach
  void heal() {
    STUB.heal();
    assertThat(rest.time()).isPositive();
  }

  private KrakenException failure() {
    KrakenException failure = catchThrowableOfType(KrakenException.class, rest::time);
    assertThat(failure).isNotNull();
    return failure;
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_500, SERVICE",
    "HTML_502, SERVICE",
    "HTTP_520, SERVICE",
    "HTTP_403, SERVICE",
    "HTTP_429, THROTTLED",
    "REDIRECT_LOOP, UNREACHABLE",
    "HTML_200, MALFORMED",
    "EMPTY_200, MALFORMED",
    "EMPTY_OBJECT, MALFORMED",
    "EMPTY_RESULT, MALFORMED",
    "NULL_RESULT, MALFORMED",
    "CUT_JSON, MALFORMED",
    "TRUNCATED, UNREACHABLE",
    "RESET, UNREACHABLE",
    "HANG, UNREACHABLE",
    "SLOW_LORIS, UNREACHABLE",
    "HUGE_BODY, MALFORMED",
    "RATE_LIMIT, THROTTLED",
    "TOO_MANY_REQUESTS, THROTTLED",
    "LOCKOUT, LOCKED_OUT",
    "UNAVAILABLE, SERVICE",
    "BUSY, SERVICE",
    "TIMEOUT, SERVICE",
    "DEADLINE, SERVICE",
    "INTERNAL_ERROR, SERVICE",
    "MARKET_CANCEL_ONLY, MARKET_MODE",
    "MARKET_POST_ONLY, MARKET_MODE",
    "MARKET_LIMIT_ONLY, MARKET_MODE",
    "UNKNOWN_PAIR, REQUEST",
    "INVALID_ARGUMENTS, REQUEST",
    "INVALID_KEY, AUTH"
  })
  void namesWhatHappenedWithinTheDeadline(StubFault.Kind fault, Kind kind) {
    STUB.fail(fault, "/0/public", 3600);
    long begun = System.nanoTime();
    KrakenException failure = failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).isNotBlank().doesNotContain("\n");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void anOutageIsARefusedOrBrokenConnection() throws InterruptedException {
    try (StubExchange stub = StubExchange.start(new StubOptions().limit(1000, 1000));
        HttpCalls calls = new HttpCalls(KrakenSettings.at(stub.url()).withDeadline(1))) {
      stub.fail(StubFault.Kind.OUTAGE, "", 3600);
      List<Kind> kinds = new ArrayList<>();
      for (int i = 0; i < 200 && kinds.isEmpty(); i++) {
        try {
          new KrakenRest(calls).time();
          Thread.sleep(10);
        } catch (KrakenException failure) {
          kinds.add(failure.kind());
        }
      }
      assertThat(kinds).hasSize(1).isSubsetOf(Kind.REFUSED, Kind.UNREACHABLE);
    }
  }

  @Test
  void saysThatANameCannotBeResolved() {
    KrakenException failure = elsewhere("http://no-such-host.invalid");
    assertThat(failure.kind()).isEqualTo(Kind.DNS);
    assertThat(failure.getMessage()).contains("no-such-host.invalid", "DNS");
  }

  @Test
  void saysThatNobodyListens() {
    KrakenException failure = elsewhere("http://127.0.0.1:9");
    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.getMessage()).contains("127.0.0.1:9");
  }

  @Test
  void neverFallsBackFromTlsToPlainText() {
    KrakenException failure = elsewhere("https://127.0.0.1:" + STUB.url().getPort());
    assertThat(failure.kind()).isEqualTo(Kind.TLS);
  }

  private static KrakenException elsewhere(String url) {
    KrakenSettings settings = KrakenSettings.at(URI.create(url)).withDeadline(2);
    return catchThrowableOfType(
        KrakenException.class, () -> KrakenTime.read(settings, Duration.ofSeconds(3)));
  }
}
