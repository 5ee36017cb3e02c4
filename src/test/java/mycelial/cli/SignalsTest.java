package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mycelial.storage.StoredSession;
import mycelial.storage.TradeQueries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals to a running session: a clean end with a result, or at least nothing left behind. */
class SignalsTest {
  @TempDir static Path shared = Path.of("");
  @TempDir Path data = Path.of("");

  @BeforeAll
  static void generate() {
    Cli.day(shared.resolve("day"));
  }

  private ChildProgram session(String warmUp, String speed) throws Exception {
    return new ChildProgram(
        data,
        Cli.small(
            "run",
            "--feed",
            shared.resolve("day").toString(),
            "--hours",
            "10",
            "--warm-up-hours",
            warmUp,
            "--speed",
            speed,
            "--data-dir",
            data.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "INT,  14, session run-",
    "INT,  14, warming up",
    "INT,   2, no trade",
    "TERM,  2, no trade",
    "HUP,   2, no trade"
  })
  void theSessionEndsCleanlyWithAResult(String signal, String warmUp, String moment)
      throws Exception {
    try (ChildProgram child = session(warmUp, "3600")) {
      child.awaitOutput(moment);
      child.signal(signal);

      assertThat(child.exitCode()).as(child.err()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(child.out()).contains(": INTERRUPTED", "Digest: ").doesNotContain("DEGRADED");
      assertThat(child.err().lines())
          .containsExactly("ending the session cleanly; press Ctrl-C again to end at once");
    }
    assertThat(Servers.below(data)).isEmpty();
    assertThat(Cli.run("db", "check", "--data-dir", data.toString()).code()).isZero();
    try (TradeQueries queries = TradeQueries.open(data)) {
      StoredSession stored = queries.sessions().getFirst();
      assertThat(stored.state()).isEqualTo("INTERRUPTED");
    }
  }

  @Test
  void theServerOfAKilledSessionIsStoppedByTheNextStart() throws Exception {
    try (ChildProgram child = session("2", "60")) {
      child.awaitOutput("warming up");
      child.signal("KILL");
      assertThat(child.exitCode()).isEqualTo(128 + 9);
    }
    assertThat(Servers.below(data)).hasSize(1);

    List<String> next =
        Cli.small(
            "replay",
            shared.resolve("day").toString(),
            "--to",
            "2025-01-01T01:00:00Z",
            "--data-dir",
            data.toString());
    assertThat(Cli.run(Map.of(), next).code()).isZero();
    assertThat(Servers.below(data)).isEmpty();
  }

  @Test
  void anInterruptWhileRedisIsSilentStillEndsWithAResult() throws Exception {
    try (ChildProgram child = session("2", "3600")) {
      child.awaitOutput("no trade");
      long server = Servers.below(data).getFirst();
      new ProcessBuilder("kill", "-STOP", String.valueOf(server)).start().waitFor();
      child.awaitOutput("DEGRADED");
      child.signal("INT");

      assertThat(child.exitCode()).as(child.err()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(child.out()).contains(": INTERRUPTED");
    }
    assertThat(Servers.below(data)).isEmpty();
  }

  @Test
  void aSecondInterruptEndsAtOnceAndTheNextStartTidiesUp() throws Exception {
    try (ChildProgram child = session("2", "3600")) {
      child.awaitOutput("no trade");
      child.signal("STOP");
      child.signal("INT");
      child.signal("TERM");
      child.signal("CONT");

      assertThat(child.exitCode()).as(child.err()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(child.out()).doesNotContain("Digest: ");
    }
    try (ChildProgram next = session("0", "max")) {
      assertThat(next.exitCode()).isZero();
      assertThat(next.out()).contains(" was killed; of it ");
    }
    assertThat(Servers.below(data)).isEmpty();
    assertThat(Cli.run("db", "check", "--data-dir", data.toString()).code()).isZero();
    assertThat(Cli.run("sessions", "--data-dir", data.toString()).out()).contains("KILLED");
  }

  @Test
  void theResultOfAnInterruptedSessionIsJsonToo() throws Exception {
    List<String> arguments =
        Cli.small(
            "replay", shared.resolve("day").toString(), "--json", "--data-dir", data.toString());
    try (ChildProgram child = new ChildProgram(data, arguments)) {
      org.awaitility.Awaitility.await().until(() -> child.err().contains("session replay-"));
      child.signal("INT");
      int code = child.exitCode();

      var result = new ObjectMapper().readTree(child.out());
      assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(result.at("/state").asText()).isEqualTo("INTERRUPTED");
      assertThat(Path.of(result.at("/report").asText())).satisfies(Files::exists);
    }
  }
}
