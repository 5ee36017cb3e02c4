package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import mycelial.bus.redis.EmbeddedRedis;
import mycelial.bus.redis.RedisEndpoint;
import mycelial.bus.redis.RedisServerProcess;
import mycelial.storage.StoredSession;
import mycelial.storage.TradeQueries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis or a database that cannot be used: one sentence, exit code 5, nothing lost. */
class ServicesTest {
  private static final String PASSWORD = "correct-horse-battery";

  @TempDir static Path shared = Path.of("");
  @TempDir Path data = Path.of("");

  @BeforeAll
  static void generate() {
    Cli.day(shared.resolve("day"));
  }

  private List<String> run(String... more) {
    List<String> arguments =
        Cli.small(
            "run",
            "--feed",
            shared.resolve("day").toString(),
            "--hours",
            "1",
            "--warm-up-hours",
            "0",
            "--speed",
            "max",
            "--json",
            "--data-dir",
            data.toString());
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static void assertUnavailable(Cli.Outcome outcome, String... words) {
    assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errorLines().getLast()).contains(words);
    assertThat(outcome.err()).doesNotContain("\tat ");
  }

  private static String closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @Test
  void nobodyAtTheNamedRedisIsOneSentenceAndTheSessionIsNotedAsFailed() throws Exception {
    String port = closedPort();

    Cli.Outcome outcome = Cli.run(Map.of("REDIS_PORT", port), run());

    assertUnavailable(outcome, "Redis", port);
    try (TradeQueries queries = TradeQueries.open(data)) {
      assertThat(queries.sessions())
          .singleElement()
          .extracting(StoredSession::state)
          .asString()
          .startsWith("FAILED (")
          .contains(port);
    }
  }

  @Test
  void aRefusedLoginDoesNotShowThePassword() {
    try (EmbeddedRedis server = EmbeddedRedis.start(data.resolve("bin"), data.resolve("server"))) {
      RedisEndpoint endpoint = server.endpoint();

      Cli.Outcome wrong = Cli.run(environment(endpoint, PASSWORD), run());
      Cli.Outcome none = Cli.run(environment(endpoint, ""), run());

      assertUnavailable(wrong, "Redis", String.valueOf(endpoint.port()));
      assertUnavailable(none, "Redis", String.valueOf(endpoint.port()));
      assertThat(wrong.err()).doesNotContain(PASSWORD);
      assertThat(none.err()).doesNotContain(String.valueOf(endpoint.password()));
    }
  }

  @Test
  void aRedisThatStaysAwayEndsTheSessionAndLeavesTheDatabasesWhole() throws Exception {
    StringWriter out = new StringWriter();
    try (RedisServerProcess server = RedisServerProcess.start()) {
      List<String> arguments =
          Cli.small(
              "run",
              "--feed",
              shared.resolve("day").toString(),
              "--hours",
              "10",
              "--warm-up-hours",
              "2",
              "--speed",
              "1800",
              "--data-dir",
              data.toString(),
              "--set",
              "redis.give-up-seconds=1",
              "--set",
              "redis.barrier-timeout-millis=200");
      CompletableFuture<Cli.Outcome> session =
          CompletableFuture.supplyAsync(() ->
              Cli.run(environment(server.endpoint(), ""), arguments, out, new StringWriter()));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> session.isDone() || out.toString().contains("no trade"));
      server.kill9();

      Cli.Outcome outcome = session.get();
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.SERVICE);
      assertThat(outcome.out()).contains("DEGRADED");
      assertThat(outcome.errorLines().getLast())
          .contains("did not carry a round for 1 s", String.valueOf(server.port()));
    }
    assertThat(data.resolve("trades.db-wal")).doesNotExist();
    assertThat(Cli.run("db", "check", "--data-dir", data.toString()).code()).isZero();
    try (TradeQueries queries = TradeQueries.open(data)) {
      assertThat(queries.sessions().getFirst().state()).startsWith("FAILED (");
    }
  }

  private static Map<String, String> environment(RedisEndpoint endpoint, String password) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("REDIS_HOST", endpoint.host());
    variables.put("REDIS_PORT", String.valueOf(endpoint.port()));
    variables.put("REDIS_PASSWORD", password);
    return variables;
  }

  @Test
  void theNamedRedisIsUsedAndIsNotOurs() {
    try (EmbeddedRedis server = EmbeddedRedis.start(data.resolve("bin"), data.resolve("server"))) {
      RedisEndpoint endpoint = server.endpoint();

      Cli.Outcome outcome =
          Cli.run(environment(endpoint, String.valueOf(endpoint.password())), run());

      assertThat(outcome.code()).isZero();
      assertThat(outcome.err()).contains("Redis at " + endpoint.host() + ":" + endpoint.port());
      assertThat(Servers.below(data)).containsExactly(server.pid());
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
    Path file = Files.writeString(data.resolve("trades.db"), "not a database at all, I fear");

    assertUnavailable(Cli.run(Map.of(), run()), "trades.db", "not a SQLite database");
    assertThat(file).hasContent("not a database at all, I fear");
    assertThat(Servers.below(data)).isEmpty();
  }

  @Test
  void aFolderInPlaceOfADatabaseIsLeftAlone() throws IOException {
    Path file = Files.createDirectory(data.resolve("trades.db"));

    assertUnavailable(Cli.run(Map.of(), run()), "trades.db");
    assertThat(file).isEmptyDirectory();
  }

  @Test
  void aDatabaseOfANewerProgramIsLeftAlone() throws Exception {
    assertThat(Cli.run(Map.of(), run()).code()).isZero();
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 999");
    }
    byte[] before = Files.readAllBytes(data.resolve("trades.db"));

    assertUnavailable(Cli.run(Map.of(), run()), "trades.db", "999");
    assertThat(Files.readAllBytes(data.resolve("trades.db"))).isEqualTo(before);
  }

  @Test
  void aDatabaseThatAnotherProcessHoldsIsNotWaitedForForever() throws Exception {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE theirs(a)");
      statement.execute("BEGIN EXCLUSIVE");

      assertUnavailable(Cli.run(Map.of(), run()), "trades.db", "locked");
      statement.execute("ROLLBACK");
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("trades.db"));
  }

  @Test
  void aDataFolderThatIsAFileIsOneSentence() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");
    List<String> arguments = run();
    arguments.set(arguments.indexOf(data.toString()), file.toString());

    assertUnavailable(Cli.run(Map.of(), arguments), file.toString());
  }
}
