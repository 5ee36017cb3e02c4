package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.storage.SessionInfo;
import mycelial.storage.SessionLock;
import mycelial.storage.Statuses;
import mycelial.storage.Storage;
import mycelial.storage.StoredMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sessions} tells of a run and a replay in one data folder. */
class SessionsCommandTest {
  @TempDir static Path data = Path.of("");
  private static String replayed = "";
  private static String ran = "";

  @BeforeAll
  static void play() {
    Path day = Cli.day(data.resolve("day"));
    replayed = play("replay", day.toString(), "--to", "2025-01-01T03:00:00Z");
    ran =
        play(
            "run",
            "--feed",
            day.toString(),
            "--hours",
            "3",
            "--warm-up-hours",
            "0",
            "--speed",
            "max");
  }

  private static String play(String... command) {
    List<String> arguments = Cli.small(command);
    arguments.addAll(List.of("--json", "--data-dir", data.toString()));
    return Cli.run(Map.of(), arguments).json().at("/session").asText();
  }

  private static Cli.Outcome sessions(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sessions"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data-dir", data.toString()));
    return Cli.run(Map.of(), arguments);
  }

  @Test
  void listsRunsAndReplaysInTheOrderOfTheirStart() {
    JsonNode listed = sessions("--json").json();

    assertThat(listed.at("/sessions")).hasSize(2);
    assertThat(listed.at("/sessions/0/id").asText()).isEqualTo(replayed);
    assertThat(listed.at("/sessions/0/kind").asText()).isEqualTo("replay");
    assertThat(listed.at("/sessions/0/state").asText()).isEqualTo("COMPLETED");
    assertThat(listed.at("/sessions/0/digest").asText()).hasSize(64);
    assertThat(listed.at("/sessions/0/provenance").asText()).isEqualTo("synthetic");
    assertThat(listed.at("/sessions/1/id").asText()).isEqualTo(ran);
    assertThat(listed.at("/sessions/1/pnl/baseline").isNumber()).isTrue();
    assertThat(listed.at("/unreadable")).isEmpty();
    assertThat(listed.at("/sessions/0").has("stored")).isFalse();
  }

  @Test
  void listsThemInWordsWithTwelveDigitsOfTheDigest() {
    JsonNode first = sessions("--json").json().at("/sessions/0");

    Cli.Outcome outcome = sessions();

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(replayed, ran, "COMPLETED", "P&L in USD ")
        .contains("digest " + first.at("/digest").asText().substring(0, 12))
        .doesNotContain(first.at("/digest").asText());
  }

  @Test
  void showsTheMarkedProfitOfTheResult() {
    JsonNode shown = sessions(ran, "--json").json();

    assertThat(shown.at("/session/pnl/baseline").decimalValue())
        .isEqualByComparingTo(shown.at("/result/streams/baseline/pnlAbsolute").decimalValue());
    assertThat(shown.at("/kept/streams/BASELINE/trades"))
        .isEqualTo(shown.at("/result/streams/baseline/trades"));
    assertThat(shown.at("/inputs").asText()).contains("sha256:");
    assertThat(sessions(ran).out())
        .contains("session        " + ran, "seed           ", "baseline     ", "messages kept of");
  }

  private static Cli.Outcome said(Path folder, String... more) {
    SessionInfo info = new SessionInfo("run-1", "run", 1, "SYNTHETIC", "f", "i", "b");
    try (Storage storage = Storage.open(folder, info)) {
      storage.message(new StoredMessage(20.5, 130, "memory", 1, "memory-answer", "{\"score\":1}"));
      storage.message(
          new StoredMessage(10.25, 7, "hft-1", 1, "prospecting-proposals:HFT", "{\"pair\":\"A\"}"));
      storage.message(
          new StoredMessage(10.25, 8, "day-1", 1, "prospecting-proposals:DAY", "{\"pair\":\"B\"}"));
    }
    List<String> arguments = new ArrayList<>(List.of("sessions", "run-1", "--messages"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data-dir", folder.toString()));
    return Cli.run(Map.of(), arguments);
  }

  @Test
  void saysHowASessionStandsThatHasNoResult(@TempDir Path folder) {
    SessionInfo info = new SessionInfo("run-1", "run", 1, "SYNTHETIC", "f", "i", "b");
    try (Storage storage = Storage.open(folder, info)) {
      storage.status(Statuses.running("run-1"));
    }
    Cli.Outcome shown = Cli.run("sessions", "run-1", "--data-dir", folder.toString());
    JsonNode json = Cli.run("sessions", "run-1", "--json", "--data-dir", folder.toString()).json();

    assertThat(shown.out())
        .contains(
            "status         RUNNING",
            "stands at      1970-01-01 02:00 of",
            "1 agents, 120 bars, 6 messages; collisions 2;");
    assertThat(json.at("/status/streams/account/equity").decimalValue())
        .isEqualByComparingTo("10012.34");
    assertThat(sessions(ran).out()).doesNotContain("status   ");
  }

  @Test
  void printsWhatTheAgentsSaidInTheOrderOfTime(@TempDir Path folder) {
    assertThat(said(folder).out().lines())
        .containsExactly(
            "1970-01-01T00:00:10.250Z prospecting-proposals:HFT hft-1 #1 {\"pair\":\"A\"}",
            "1970-01-01T00:00:10.250Z prospecting-proposals:DAY day-1 #1 {\"pair\":\"B\"}",
            "1970-01-01T00:00:20.500Z memory-answer memory #1 {\"score\":1}");
    JsonNode last = said(folder, "--json").json().at("/messages/2");
    assertThat(last.at("/body/score").asInt()).isEqualTo(1);
    assertThat(last.at("/epochTime").asDouble()).isEqualTo(20.5);
    assertThat(last.at("/agent").asText()).isEqualTo("memory");
  }

  @Test
  void printsOnlyTheMessagesThatAreAskedFor(@TempDir Path folder) {
    assertThat(said(folder, "--channel", "prospecting-proposals").out().lines()).hasSize(2);
    assertThat(said(folder, "--channel", "prospecting-proposals:DAY").out()).contains("day-1");
    assertThat(said(folder, "--channel", "prospecting").out()).isEmpty();
    assertThat(said(folder, "--pair", "B").out().lines())
        .singleElement()
        .asString()
        .contains("day-1");
    assertThat(said(folder, "--limit", "1").out().lines())
        .singleElement()
        .asString()
        .contains("hft-1");
  }

  @Test
  void aSessionThatIsSaidToRunAlthoughNobodyDoesWasKilled(@TempDir Path folder) {
    said(folder);

    assertThat(Cli.run("sessions", "--data-dir", folder.toString()).out())
        .contains("KILLED (was running)", " 0.00", "(closed trades only)");
    try (SessionLock held = SessionLock.acquire(folder, "run-1")) {
      assertThat(Cli.run("sessions", "--data-dir", folder.toString()).out())
          .contains("RUNNING")
          .doesNotContain("KILLED");
      assertThat(held).isNotNull();
    }
  }

  @Test
  void aSessionThatNobodyHasIsWrongUsage() {
    Cli.Outcome outcome = sessions("run-never");

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("there is no session run-never below " + data);
    assertThat(sessions("--channel", "x").code()).isEqualTo(ExitCode.USAGE);
    assertThat(sessions(ran, "--messages", "--limit", "0").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anEmptyFolderHasNone(@TempDir Path empty) {
    Cli.Outcome outcome = Cli.run("sessions", "--data-dir", empty.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("no session yet");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aDatabaseThatCannotBeReadIsNamedAndTheOthersAreListed(@TempDir Path other) throws Exception {
    Path folder = Files.createDirectories(other.resolve("sessions/broken"));
    Files.writeString(folder.resolve("trades.db"), "this was a database before the cat came");

    Cli.Outcome outcome = Cli.run("sessions", "--data-dir", other.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("unreadable: ", "broken", "not a SQLite database");
  }
}
