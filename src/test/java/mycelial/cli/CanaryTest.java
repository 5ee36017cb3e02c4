package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

/**
 * Secrets that are easily recognised are put into {@code .env}; whatever a session leaves behind,
 * also one that crashes, is searched for them: outputs, databases, journals, reports, the folder of
 * Redis, thread dumps, the JVM's crash report, command lines.
 */
class CanaryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY = "canary-key-7w33t7w33t";
  private static final String PLAIN = "canary secret in the coal mine";
  private static final String SECRET =
      Base64.getEncoder().encodeToString(PLAIN.getBytes(StandardCharsets.UTF_8));
  private static final String TOKEN = "canary_token_7w33t7w33t";
  private static final List<String> CANARIES = List.of(KEY, PLAIN, SECRET, TOKEN);

  @TempDir Path folder = Path.of("");
  private Path data = Path.of("");
  private Path home = Path.of("");
  private StubExchange exchange = StubExchange.start(options());

  private static StubOptions options() {
    return new StubOptions().speed(600).seed(5).account(KEY, SECRET, 0);
  }

  @BeforeEach
  void letThemIn() throws IOException {
    data = folder.resolve("data");
    home = Files.createDirectories(folder.resolve("home"));
    Path env = home.resolve(".env");
    Files.createFile(
        env, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        env,
        "KRAKEN_API_KEY="
            + KEY
            + "\nKRAKEN_API_SECRET="
            + SECRET
            + "\nGITHUB_TOKEN="
            + TOKEN
            + "\n");
  }

  @AfterEach
  void close() {
    exchange.close();
    // Nobody starts here again, who would stop the Redis of a session that has crashed.
    if (Files.isDirectory(data)) {
      Servers.below(data).stream()
          .flatMap(process -> ProcessHandle.of(process).stream())
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private ChildProgram session(String hours) throws IOException {
    Files.createDirectories(data);
    return new ChildProgram(
        data,
        home,
        List.of(
            "-Dmycelial.home=" + Path.of("").toAbsolutePath(),
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + data.resolve("hs_err.log")),
        Cli.small(
            "run",
            "--feed",
            "kraken",
            "--exchange-url",
            exchange.url().toString(),
            "--speed",
            "600",
            "--hours",
            hours,
            "--validate",
            "--data-dir",
            data.toString()));
  }

  /** Files below the data folder that hold one of them. */
  private List<Path> singing() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(data)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (CANARIES.stream().anyMatch(text::contains)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> tree = Files.walk(data)) {
      return tree.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  /** What the session's processes were started with, those of Redis among them. */
  private String commandLines(ChildProgram child) throws IOException {
    List<Long> processes = new ArrayList<>(Servers.below(data));
    assertThat(processes).as("its Redis").isNotEmpty();
    child.family().forEach(process -> processes.add(process.pid()));
    StringBuilder lines = new StringBuilder();
    for (long process : processes) {
      lines.append(Files.readString(Path.of("/proc", String.valueOf(process), "cmdline")));
    }
    return lines.toString().replace('\0', ' ');
  }

  @Test
  void aSessionThatCrashesLeavesNoneBehind() throws Exception {
    try (ChildProgram child = session("8")) {
      await().atMost(PATIENCE).until(() -> child.out().contains(" ideas "));
      String commands = commandLines(child);
      assertThat(commands).contains("mycelial.cli.Mycelial", "redis-server-");
      assertThat(commands).doesNotContain(CANARIES);
      child.signal("QUIT");
      await().atMost(PATIENCE).until(() -> child.out().contains("Full thread dump"));
      assertThat(singing()).as("while it runs").isEmpty();
      child.signal("SEGV");
      assertThat(child.exitCode()).isNotZero();
    }
    assertThat(Files.readString(data.resolve("hs_err.log")))
        .contains("SIGSEGV", "Environment Variables:", "java_command:")
        .doesNotContain(CANARIES);
    assertThat(files()).contains("trades.db", "journal.db", "mycelial_patterns.db", "redis");
    assertThat(singing()).isEmpty();
    for (String command : List.of("sessions", "doctor", "config show", "agents")) {
      assertThat(shown(command)).as(command).isNotEmpty().doesNotContain(CANARIES);
    }
  }

  /** What a command prints in both ways, with the secrets in the environment. */
  private String shown(String command) {
    StringBuilder all = new StringBuilder();
    for (String format : List.of("--color=never", "--json")) {
      List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
      arguments.addAll(List.of(format, "--data-dir", data.toString()));
      Cli.Outcome outcome =
          Cli.run(
              Map.of("KRAKEN_API_KEY", KEY, "KRAKEN_API_SECRET", SECRET, "GITHUB_TOKEN", TOKEN),
              arguments);
      all.append(outcome.out()).append(outcome.err());
    }
    return all.toString();
  }

  @Test
  void aFailureSaysNone() throws IOException {
    exchange.close();
    try (ChildProgram child = session("1")) {
      assertThat(child.exitCode()).isEqualTo(ExitCode.SERVICE);
      assertThat(child.err()).isNotEmpty();
    }
    exchange = StubExchange.start(options());
    Cli.Outcome refused =
        Cli.run(
            Map.of("KRAKEN_API_KEY", KEY + " x", "KRAKEN_API_SECRET", PLAIN, "GITHUB_TOKEN", "%"),
            Cli.small("run", "--feed", "sample", "--data-dir", data.toString()));
    assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(refused.out() + refused.err())
        .contains("KRAKEN_API_KEY", "KRAKEN_API_SECRET", "GITHUB_TOKEN")
        .doesNotContain(CANARIES);
    assertThat(singing()).isEmpty();
  }

  @Test
  void theSearchFindsThem() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("leak.txt"), "the token is " + TOKEN);
    assertThat(singing()).hasSize(1);
  }
}
