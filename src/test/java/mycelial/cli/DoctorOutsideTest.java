package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.stub.StubExchange;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of the exchange and the moats' sources. */
class DoctorOutsideTest {
  private static final String KEY = "canary-key-5f1d";
  private static final String SECRET = "Y2FuYXJ5LXNlY3JldA==";

  @TempDir Path data = Path.of("");

  private Cli.Outcome doctor(String url, Map<String, String> environment, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "doctor",
                "--json",
                "--data-dir",
                data.toString(),
                "--exchange-url",
                url,
                "--set",
                "exchange.calls-per-second=20"));
    arguments.addAll(List.of(more));
    return Cli.run(environment, arguments);
  }

  private static String text(Cli.Outcome outcome, String subject) {
    for (JsonNode line : outcome.json().at("/checks")) {
      if (line.at("/subject").asText().equals(subject)) {
        return line.at("/state").asText() + " " + line.at("/text").asText();
      }
    }
    throw new AssertionError("no line about " + subject + ": " + outcome.out());
  }

  private static StubOptions now() {
    return new StubOptions().limit(0, 1).start((double) Instant.now().getEpochSecond());
  }

  @Test
  void saysWhatTheExchangeIsAndWhichPairsItHas() {
    try (StubExchange stub = StubExchange.start(now())) {
      Cli.Outcome outcome = doctor(stub.url().toString(), new TreeMap<>());

      assertThat(text(outcome, "clock")).matches("OK this machine is [0-5] s .* the exchange.*");
      assertThat(text(outcome, "kraken")).startsWith("OK ").endsWith(" is online");
      assertThat(text(outcome, "pairs"))
          .startsWith("OK 17 of 18 configured pairs")
          .contains("MATICUSD is POLUSD", "cannot be had: EOSUSD: ");
      assertThat(text(outcome, "keys")).startsWith("SKIPPED no KRAKEN_API_KEY");
      assertThat(text(outcome, "edgar")).startsWith("SKIPPED").contains("live-moats.contact");
    }
  }

  @Test
  void saysThatKeysAreAcceptedOrNotAndNeverShowsThem() {
    Map<String, String> keys = Map.of("KRAKEN_API_KEY", KEY, "KRAKEN_API_SECRET", SECRET);
    try (StubExchange right = StubExchange.start(now().account(KEY, SECRET, 12_500));
        StubExchange wrong = StubExchange.start(now().account("other", SECRET, 0))) {
      Cli.Outcome accepted = doctor(right.url().toString(), keys);
      Cli.Outcome refused = doctor(wrong.url().toString(), keys);

      assertThat(text(accepted, "keys")).startsWith("OK accepted").contains("12500");
      assertThat(text(refused, "keys")).startsWith("TODO ").contains("check KRAKEN_API_KEY");
      assertThat(accepted.out() + accepted.err() + refused.out() + refused.err())
          .doesNotContain(KEY, SECRET);
      assertThat(right.ordersPlaced()).isEmpty();
    }
  }

  @Test
  void namesAClockThatIsWrong() {
    try (StubExchange stub =
        StubExchange.start(now().start((double) Instant.now().getEpochSecond() + 7200))) {
      assertThat(text(doctor(stub.url().toString(), new TreeMap<>()), "clock"))
          .matches("TODO this machine is (7199|7200|720[1-9]|71[0-9]{2}) s behind .*timedatectl.*");
    }
  }

  @Test
  void withoutANetworkEachSaysSoWithinTenSeconds() throws IOException {
    String url;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + socket.getLocalPort();
    }
    long begun = System.nanoTime();

    Cli.Outcome outcome = doctor(url, new TreeMap<>());

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(text(outcome, "kraken")).startsWith("TODO ").contains(url.substring(7));
    for (String moat : List.of("github", "portwatch", "federalregister")) {
      assertThat(text(outcome, moat)).startsWith("TODO ").contains("MISSING");
    }
    for (String subject : List.of("clock", "pairs", "keys")) {
      assertThat(text(outcome, subject)).isEqualTo("SKIPPED the exchange was not reached");
    }
  }

  @Test
  void anExchangeThatHangsIsGivenUp() {
    try (StubExchange stub = StubExchange.start(now())) {
      stub.fail(StubFault.Kind.HANG, "", 1e6);
      long begun = System.nanoTime();

      Cli.Outcome outcome = doctor(stub.url().toString(), new TreeMap<>());

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
      assertThat(text(outcome, "kraken")).startsWith("TODO ");
      assertThat(text(outcome, "github")).startsWith("TODO ");
    }
  }

  @Test
  void saysWhyNothingIsOpenedWhileTheExchangeIsInMaintenance() {
    try (StubExchange stub = StubExchange.start(now())) {
      stub.fail(StubFault.Kind.MAINTENANCE, "", 1e6);

      assertThat(text(doctor(stub.url().toString(), new TreeMap<>()), "kraken"))
          .startsWith("TODO ")
          .contains("maintenance");
    }
  }
}
