package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import mycelial.bus.redis.EmbeddedRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second command while a session runs. */
class LiveSessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path shared = Path.of("");
  @TempDir Path data = Path.of("");

  private final Map<String, String> environment = new TreeMap<>();
  private final StringWriter out = new StringWriter();
  private CompletableFuture<Cli.Outcome> live = new CompletableFuture<>();
  private boolean ended;

  @BeforeAll
  static void generate() {
    Cli.day(shared.resolve("day"));
  }

  /** Trades 20 hours in 40 seconds, unless it is stopped. */
  @BeforeEach
  void startSession() {
    start();
  }

  private void start() {
    live =
        CompletableFuture.supplyAsync(
            () -> Cli.run(environment, run(data, "1800", "20"), out, new StringWriter()));
    await().atMost(PATIENCE).until(() -> live.isDone() || out.toString().contains("warming up"));
  }

  @AfterEach
  void stopSession() {
    if (!ended) {
      stop();
    }
  }

  private static List<String> run(Path data, String speed, String hours) {
    return Cli.small(
        "run",
        "--feed",
        shared.resolve("day").toString(),
        "--hours",
        hours,
        "--warm-up-hours",
        "2",
        "--speed",
        speed,
        "--data-dir",
        data.toString());
  }

  private Cli.Outcome operator(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--json", "--data-dir", data.toString(), "--reason", "a test"));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private Cli.Outcome stop() {
    ended = true;
    assertThat(operator("stop").code()).isZero();
    return live.join();
  }

  @Test
  void haltsResumesAndStops() {
    Cli.Outcome halt = operator("halt");
    await().atMost(PATIENCE).until(() -> out.toString().contains("HALTED"));
    int halted = out.toString().length();
    Cli.Outcome resume = operator("resume-trading");
    await().atMost(PATIENCE).until(() -> out.toString().substring(halted).contains("RUNNING"));
    Cli.Outcome session = stop();

    assertThat(halt.json().at("/received").asBoolean()).isTrue();
    assertThat(halt.json().at("/command").asText()).isEqualTo("HALT");
    assertThat(resume.code()).isZero();
    assertThat(session.code()).isZero();
    assertThat(session.out()).contains(": STOPPED (").contains("Digest: ");
    assertThat(operator("halt").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anEmergencyHaltEndsTheSessionWithNothingHeld() {
    ended = true;
    Cli.Outcome halt = operator("halt", "--emergency");
    Cli.Outcome session = live.join();

    assertThat(halt.json().at("/command").asText()).isEqualTo("EMERGENCY_SHUTDOWN");
    assertThat(session.code()).isZero();
    assertThat(session.out())
        .contains(": STOPPED (emergency shutdown: a test)")
        .containsPattern("account +\\d+ +\\d+ .* 0\\n");
  }

  @Test
  void aSecondRunOnTheSameDataFolderSaysWhoHasIt() {
    Cli.Outcome second = Cli.run(environment, run(data, "max", "1"));

    assertThat(second.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(second.errorLines())
        .singleElement()
        .asString()
        .contains("in use by pid " + ProcessHandle.current().pid())
        .contains("session run-");
    assertThat(second.out().lines()).allMatch(line -> line.startsWith("data passport: "));
    assertThat(data.resolve("sessions").toFile().list()).hasSize(1);
  }

  @Test
  void aReportThatCannotBeWrittenChangesNothingOfWhatIsStored() throws Exception {
    Path session = data.resolve("sessions").toRealPath();
    try (var found = Files.list(session)) {
      session = found.findFirst().orElseThrow();
    }
    Files.createDirectories(session.resolve("report.txt/in the way"));

    Cli.Outcome outcome = stop();

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains("cannot write " + data).contains("report.txt");
    assertThat(session.resolve("result.json")).isNotEmptyFile();
    var listed = Cli.run("sessions", "--json", "--data-dir", data.toString()).json();
    assertThat(listed.at("/sessions/0/state").asText()).startsWith("STOPPED");
    assertThat(listed.at("/sessions/0/digest").asText()).hasSize(64);
    assertThat(Cli.run("db", "check", "--data-dir", data.toString()).code()).isZero();
  }

  @Test
  void theFileThatSaysHowToReachItIsTheOwnersAlone() throws Exception {
    try (var files = Files.walk(data)) {
      Path file =
          files.filter(found -> found.endsWith("live.properties")).findFirst().orElseThrow();

      assertThat(Files.getPosixFilePermissions(file))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  @Test
  void twoSessionsShareAnExistingRedisOnlyUnderDifferentPrefixes(@TempDir Path other) {
    stop();
    try (EmbeddedRedis server =
        EmbeddedRedis.start(other.resolve("bin"), other.resolve("server"))) {
      environment.put("REDIS_HOST", server.endpoint().host());
      environment.put("REDIS_PORT", String.valueOf(server.endpoint().port()));
      environment.put("REDIS_PASSWORD", String.valueOf(server.endpoint().password()));
      out.getBuffer().setLength(0);
      ended = false;
      start();

      List<String> second = run(other, "max", "1");
      Cli.Outcome refused = Cli.run(environment, second);
      second.add("--channel-prefix");
      second.add("mine:");
      Cli.Outcome played = Cli.run(environment, second);
      Cli.Outcome first = stop();

      assertThat(refused.code()).isEqualTo(ExitCode.SERVICE);
      assertThat(refused.err()).contains("--channel-prefix");
      assertThat(played.code()).isZero();
      assertThat(first.code()).isZero();
    }
  }
}
