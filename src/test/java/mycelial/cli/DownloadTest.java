package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.stub.StubExchange;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candles downloaded from a stub exchange. */
class DownloadTest {
  private static final long MINUTE = 60;

  /** Six in the morning, so that all of a test is one day of the stub's market. */
  private static final long START = StubOptions.DEFAULT_START - 12 * 60 * MINUTE;

  @TempDir Path folder = Path.of("");
  private StubExchange stub = at(START);

  @BeforeEach
  void fresh() {
    stub.close();
    stub = at(START);
  }

  @AfterEach
  void close() {
    stub.close();
  }

  private static StubExchange at(double time) {
    return StubExchange.start(new StubOptions().start(time + 1).limit(0, 1));
  }

  private Cli.Outcome download(String... more) {
    return from(stub.url().toString(), more);
  }

  private Cli.Outcome from(String url, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "data",
                "download",
                "--pairs",
                "XBTUSD",
                "--exchange-url",
                url,
                "--out",
                folder.resolve("candles").toString(),
                "--set",
                "exchange.calls-per-second=20",
                "--json"));
    arguments.addAll(List.of(more));
    return Cli.run(Map.of(), arguments);
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(folder.resolve("candles").resolve("XBTUSD_1.csv"));
  }

  private static long time(String row) {
    return Long.parseLong(row.substring(0, row.indexOf(',')));
  }

  private static void assertWhole(List<String> rows, long first, long end) {
    assertThat(rows).hasSize((int) ((end - first) / MINUTE));
    for (int i = 0; i < rows.size(); i++) {
      assertThat(time(rows.get(i))).isEqualTo(first + i * MINUTE);
    }
  }

  @Test
  void theNewestClosedBarsAreKeptAndNotTheRunningOne() throws IOException {
    Cli.Outcome outcome = download();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.json().at("/pairs/0/added").asLong()).isEqualTo(720);
    assertWhole(rows(), START - 720 * MINUTE, START);
    assertThat(Cli.run("data", "check", folder.resolve("candles").toString()).code()).isZero();
  }

  @Test
  void aSecondDownloadAddsWhatIsNewAndRepeatsNothing() throws IOException {
    download();
    List<String> before = rows();
    stub.close();
    stub = at(START + 100 * MINUTE);

    Cli.Outcome outcome = download();

    assertThat(outcome.json().at("/pairs/0/added").asLong()).isEqualTo(100);
    assertThat(outcome.json().at("/pairs/0/holes")).isEmpty();
    assertWhole(rows(), START - 720 * MINUTE, START + 100 * MINUTE);
    assertThat(rows().subList(0, 720)).isEqualTo(before);
    assertThat(download().json().at("/pairs/0/added").asLong()).isZero();
  }

  @Test
  void aHoleThatOhlcLeavesIsToldAndFilledFromTradesWhenAskedFor() throws IOException {
    download();
    stub.close();
    stub = at(START + 800 * MINUTE);

    long wanted = START - 725 * MINUTE;
    Cli.Outcome filled = download("--since", String.valueOf(wanted), "--backfill", "trades");

    assertThat(filled.code()).as(filled.err()).isZero();
    assertWhole(rows(), wanted, START + 800 * MINUTE);
    assertThat(filled.json().at("/pairs/0/added").asLong()).isEqualTo(805);
  }

  @Test
  void aHoleIsTold() {
    download();
    stub.close();
    stub = at(START + 800 * MINUTE);

    Cli.Outcome outcome = download();

    assertThat(outcome.json().at("/pairs/0/added").asLong()).isEqualTo(720);
    assertThat(outcome.json().at("/pairs/0/holes/0/from").asLong()).isEqualTo(START);
    assertThat(outcome.json().at("/pairs/0/holes/0/to").asLong()).isEqualTo(START + 80 * MINUTE);
  }

  /** The stub's trades add up to its bars: prices, volumes and counts. */
  @Test
  void barsMadeOfTradesAgreeWithThoseOfOhlc() throws IOException {
    download();
    List<String> ohlc = rows();
    Files.delete(folder.resolve("candles").resolve("XBTUSD_1.csv"));
    stub.close();
    stub = at(START + 715 * MINUTE);

    download("--since", String.valueOf(START - 10 * MINUTE), "--backfill", "trades");

    assertThat(rows().subList(0, 5)).isEqualTo(ohlc.subList(710, 715));
  }

  @Test
  void aDownloadThatWasCutOffGoesOn() throws IOException {
    download();
    stub.close();
    stub = at(START + 800 * MINUTE);
    String wanted = String.valueOf(START - 720 * MINUTE);
    stub.fail(StubFault.Kind.LOCKOUT, "/0/public/Trades", 1e6);

    Cli.Outcome cut = download("--since", wanted, "--backfill", "trades");
    stub.heal();
    Cli.Outcome whole = download("--since", wanted, "--backfill", "trades");

    assertThat(cut.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(cut.errorLines()).hasSize(1);
    assertThat(whole.code()).as(whole.err()).isZero();
    assertWhole(rows(), START - 720 * MINUTE, START + 800 * MINUTE);
  }

  @Test
  void aPairThatCannotBeHadIsNamedAndTheOthersCome() {
    Cli.Outcome outcome = download("--pairs", "XBTUSD,EOSUSD");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.json().at("/missing/EOSUSD").asText()).isNotBlank();
    assertThat(outcome.json().at("/pairs")).hasSize(1);
  }

  @Test
  void withoutAnExchangeItIsOneSentenceAndNothingIsLeft() throws IOException {
    String port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = String.valueOf(socket.getLocalPort());
    }

    Cli.Outcome outcome = from("http://127.0.0.1:" + port);

    assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errorLines()).singleElement().asString().contains("127.0.0.1:" + port);
    assertThat(folder.resolve("candles")).isEmptyDirectory();
  }

  @Test
  void anAddressThatIsNoneIsAMatterOfUsage() {
    Cli.Outcome outcome = from("kraken");

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("--exchange-url kraken");
  }
}
