package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mycelial.stub.StubExchange;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions on a market that lives, which is the stub exchange. */
class KrakenSessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY = "canary-key-5up3rs3cr3t";
  private static final String SECRET =
      Base64.getEncoder()
          .encodeToString("canary secret of a test".getBytes(StandardCharsets.UTF_8));
  private static final String SPEED = "600";

  @TempDir Path data = Path.of("");
  private StubExchange exchange = StubExchange.start(options());

  private static StubOptions options() {
    return new StubOptions().speed(600).seed(5).account(KEY, SECRET, 0);
  }

  @BeforeEach
  void isThere() {
    assertThat(exchange.ordersPlaced()).isEmpty();
  }

  @AfterEach
  void close() {
    assertThat(exchange.ordersPlaced()).as("orders that were not only validated").isEmpty();
    exchange.close();
  }

  private List<String> run(String hours, String... more) {
    List<String> arguments =
        new ArrayList<>(
            Cli.small(
                "run",
                "--feed",
                "kraken",
                "--exchange-url",
                exchange.url().toString(),
                "--speed",
                SPEED,
                "--hours",
                hours,
                "--data-dir",
                data.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private Cli.Outcome on(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data-dir", data.toString()));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private String session() throws IOException {
    try (Stream<Path> folders = Files.list(data.resolve("sessions"))) {
      return folders
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.startsWith("run-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void isPlayedAgainToItsOwnDigestAndShowsNoSecret() throws IOException {
    Map<String, String> keys = Map.of("KRAKEN_API_KEY", KEY, "KRAKEN_API_SECRET", SECRET);
    Cli.Outcome outcome = Cli.run(keys, run("1", "--validate", "--json"));

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.FINE);
    assertThat(outcome.json().path("state").asText()).isEqualTo("COMPLETED");
    assertThat(outcome.json().path("provenance").asText()).isEqualTo("synthetic");
    assertThat(outcome.json().path("bars").asLong()).isGreaterThan(17 * 720L);
    Cli.Outcome parity = on("verify-parity", session(), "--json");
    assertThat(parity.code()).as(parity.out() + parity.err()).isEqualTo(ExitCode.FINE);
    assertThat(parity.json().path("replayed")).isEqualTo(outcome.json().path("digest"));
    assertThat(parity.json().path("states").asLong()).isGreaterThan(20);
    assertThat(outcome.out() + outcome.err() + parity.out()).doesNotContain(KEY, SECRET);
    assertThat(filesWith(KEY)).isEmpty();
    assertThat(filesWith(SECRET)).isEmpty();
    assertThat(filesWith("trades")).as("the search finds texts").isNotEmpty();
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> tree = Files.walk(data)) {
      List<Path> found = new ArrayList<>();
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  @Test
  void killedItGoesOnWhereItWasAndIsStillEqualToItsJournal() throws IOException {
    try (ChildProgram child = new ChildProgram(data, run("2"))) {
      await().atMost(PATIENCE).until(() -> child.out().contains("warming up"));
      await().atMost(PATIENCE).until(() -> hasStates(2));
      child.kill();
    }
    Cli.Outcome resumed = on("resume", session(), "--json");
    assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.FINE);
    assertThat(resumed.json().path("state").asText()).isEqualTo("COMPLETED");
    Cli.Outcome parity = on("verify-parity", session());
    assertThat(parity.code()).as(parity.out() + parity.err()).isEqualTo(ExitCode.FINE);
    assertThat(parity.out()).startsWith("EQUAL");
    assertThat(on("resume", session()).err()).contains("has ended (COMPLETED)");
  }

  /** As a laptop that sleeps: the exchange goes on for forty minutes without it. */
  @Test
  void stoppedForAWhileItCatchesUpWithoutABurstAndTradesOnNothingStale() throws Exception {
    try (ChildProgram child = new ChildProgram(data, run("5"))) {
      await().atMost(PATIENCE).until(() -> child.out().contains("warming up"));
      await().atMost(PATIENCE).until(() -> hasStates(2));
      child.signal("STOP");
      double asleep = exchange.now();
      await().atMost(PATIENCE).until(() -> exchange.now() > asleep + 2400);
      child.signal("CONT");
      assertThat(child.exitCode()).as(child.err()).isEqualTo(ExitCode.FINE);
      // Which of the two is said depends on whether anything was due while it was stopped.
      assertThat(child.out())
          .containsPattern("no entries: (this machine lags|nothing has changed)")
          .containsPattern("entries are free again: (this machine has caught up|data is coming)");
    }
    assertThat(
            count(
                journal(),
                "SELECT COUNT(*) FROM (SELECT tick / (64 * 60) AS minute FROM entries"
                    + " WHERE kind = 'STATE' GROUP BY minute HAVING COUNT(*) > 1)"))
        .as("minutes in which more than one step of the minute was made up for")
        .isZero();
    assertThat(
            count(
                data.resolve("trades.db"),
                "SELECT COUNT(*) FROM positions WHERE entry_time - entry_quote_time > 30"
                    + " OR entry_time - bar_end > 80"))
        .as("positions opened on an old quote or bar")
        .isZero();
    assertThat(on("verify-parity", session()).out()).startsWith("EQUAL");
  }

  private boolean hasStates(int wanted) throws IOException {
    return query("SELECT COUNT(*) FROM entries WHERE kind = 'STATE'") >= wanted;
  }

  private long query(String sql) throws IOException {
    try {
      return count(journal(), sql);
    } catch (SQLException notYet) {
      return 0;
    }
  }

  private Path journal() throws IOException {
    return data.resolve("sessions").resolve(session()).resolve("journal.db");
  }

  private static long count(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  @Test
  void oneChangedByteOfTheJournalIsFoundAndSaidWhere() throws IOException, SQLException {
    assertThat(Cli.run(Map.of(), run("1")).code()).isEqualTo(ExitCode.FINE);
    Path file = data.resolve("sessions").resolve(session()).resolve("journal.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE entries SET body = replace(body, 'TRADED', 'TRADEd') WHERE seq = 700"))
          .isEqualTo(1);
    }
    Cli.Outcome parity = on("verify-parity", session());
    assertThat(parity.code()).isNotEqualTo(ExitCode.FINE);
    assertThat(parity.err()).contains("journal.db: line 700 (tick ");
  }

  @Test
  void withoutAnExchangeOneSentenceSaysWhatToDo() {
    String url = exchange.url().toString();
    exchange.close();
    Cli.Outcome outcome = Cli.run(Map.of(), run("1"));
    exchange = StubExchange.start(options());
    assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.err()).contains(url.substring("http://".length())).contains("--feed sample");
  }

  @Test
  void validationNeedsKeys() {
    Cli.Outcome outcome = Cli.run(Map.of(), run("1", "--validate"));
    assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outcome.err()).contains("KRAKEN_API_KEY");
  }
}
