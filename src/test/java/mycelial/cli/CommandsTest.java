package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "replay",
        "agents",
        "config",
        "config show",
        "config check",
        "data",
        "data generate",
        "data check",
        "db",
        "db check",
        "memory",
        "memory stats",
        "memory search",
        "db migrate",
        "sessions",
        "doctor",
        "halt",
        "moats",
        "resume-trading",
        "stop"
      })
  void everyCommandExplainsItself(String command) {
    Cli.Outcome help = Cli.run((command + " --help").split(" "));

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: mycelial " + command);
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', Missing required subcommand",
    "nonsense, Unmatched argument",
    "run --spede 4, Possible solutions: --speed",
    "run --speed 0, --speed 0: expected a number above zero",
    "run --speed NaN, --speed NaN: expected a number above zero",
    "run --hours abc, 'abc' is not an int",
    "replay, Missing required parameter: 'DIR'",
    "replay x --from yesterday, use ISO-8601",
    "replay x --from 2024, use ISO-8601",
    "replay x --from 1620000000000, use ISO-8601",
    "replay x --to 2021-02-30, use ISO-8601",
    "replay x --from 2021-05-02 --to 2021-05-02, --from must be before --to",
    "'replay x --pairs XBTUSD,FOO', --pairs: 'FOO' is not a configured pair",
    "replay x --interval 7, no interval of 7 minutes",
    "data generate --world moon --out x, 'moon'",
    "data generate --days 0 --out x, days 0 is not from 1 to 3660",
    "memory, Missing required subcommand",
    "memory search, --pair or --trade: say which state to look for",
    "memory search --pair FOO, --pair: 'FOO' is not a configured pair",
    "memory search --pair XBTUSD --side HOLD, 'HOLD'",
    "memory search --pair XBTUSD --at 2024, use ISO-8601",
    "memory search --trade t --at 2025-01-01, each names a state",
    "memory search --pair XBTUSD --k 0, --k 0: expected 1 to 1000",
    "run --set x, KEY=VALUE",
    "run --swarm abc, there is no such saved swarm",
    "halt --data-dir target/nowhere, no live session below target/nowhere"
  })
  void wrongUsageIsExitCodeTwoAndPointsToTheHelp(String arguments, String expected) {
    Cli.Outcome outcome =
        arguments.isEmpty() ? Cli.run(new String[0]) : Cli.run(arguments.split(" "));

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains(expected).doesNotContain("\tat ");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void listsTheAgentsOfTheRoster() {
    JsonNode agents = Cli.run("agents", "--json").json();

    assertThat(agents.at("/core/total").asInt()).isEqualTo(121);
    assertThat(agents.at("/core/DataMinerAgent").asInt()).isEqualTo(18);
    assertThat(agents.at("/core/PatternLearnerAgent").asInt()).isEqualTo(100);
    assertThat(agents.at("/core/BuilderAgent").asInt()).isEqualTo(1);
    assertThat(agents.at("/support/MarketExplorerAgent").asInt()).isEqualTo(9);
    assertThat(agents.at("/support/MycelialInstigatorAgent").asInt()).isEqualTo(3);
    assertThat(agents.at("/support/MemoryAgent").asInt()).isEqualTo(1);
    assertThat(agents.at("/support/DeepResearchAgent").asInt()).isEqualTo(3);
    assertThat(agents.at("/support/RepoScrapeAgent").asInt()).isEqualTo(1);
    assertThat(agents.at("/support/LogisticsMinerAgent").asInt()).isEqualTo(1);
    assertThat(agents.at("/support/GovtDataMinerAgent").asInt()).isEqualTo(1);
    assertThat(agents.at("/support/CorpDataMinerAgent").asInt()).isEqualTo(1);
    assertThat(agents.at("/learners/Finance").asInt()).isEqualTo(60);
    assertThat(agents.at("/support/total").asInt()).isEqualTo(20);
    assertThat(agents.at("/analysts").asInt()).isEqualTo(2);
    assertThat(agents.at("/agents")).hasSize(143);
    assertThat(agents.at("/agents/0").properties())
        .extracting(member -> member.getKey())
        .containsExactly("id", "name", "type", "layer", "moat", "watches");
    assertThat(Cli.run("agents").out()).contains("core      total 121, DataMinerAgent 18");
  }

  @Test
  void showsEverySettingAndItsOrigin() {
    JsonNode shown = Cli.run("config", "show", "--json", "--set", "seed=9").json();

    assertThat(shown.at("/fingerprint").asText()).hasSize(64);
    assertThat(shown.at("/settings/0/key").asText()).isEqualTo("seed");
    assertThat(shown.at("/settings/0/value").asText()).isEqualTo("9");
    assertThat(shown.at("/settings/0/origin").asText()).isEqualTo("option --seed");
  }

  @Test
  void reportsAllErrorsOfAConfigurationAtOnce() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "sede: 1\ntrading:\n  capital: much\n  size-percent: 500\n");

    Cli.Outcome outcome = Cli.run("config", "check", "--config", file.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outcome.errorLines())
        .hasSize(3)
        .allMatch(line -> line.startsWith(file + ":"))
        .anyMatch(line -> line.contains("sede") && line.contains("seed"))
        .anyMatch(line -> line.contains("much"))
        .anyMatch(line -> line.contains("100"));
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aSoundConfigurationIsFine() {
    assertThat(Cli.run("config", "check", "--json").json().at("/ok").asBoolean()).isTrue();
  }

  @Test
  void theDoctorLooksAtEverythingAndLeavesNoServerBehind() {
    Cli.Outcome outcome = Cli.run("doctor", "--json", "--offline", "--data-dir", folder.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.json().at("/fine").asBoolean()).isTrue();
    assertThat(outcome.json().at("/checks")).hasSize(8);
    assertThat(Servers.below(folder)).isEmpty();
  }

  @Test
  void theDoctorSaysWhatIsWrongWithTheDatabases() throws IOException {
    Files.writeString(folder.resolve("trades.db"), "these are not the trades you are looking for");

    Cli.Outcome outcome = Cli.run("doctor", "--offline", "--data-dir", folder.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).containsPattern("databases +TODO .*trades.db");
  }

  @Test
  void theDoctorSeesSecretsThatGitTracks() throws Exception {
    Path secrets = Files.writeString(folder.resolve(".env"), "REDIS_PASSWORD=hunter2\n");
    assertThat(SecretsCheck.isTrackedByGit(secrets)).isFalse();
    git("init");
    assertThat(SecretsCheck.isTrackedByGit(secrets)).isFalse();
    git("add", ".env");

    assertThat(SecretsCheck.isTrackedByGit(secrets)).isTrue();
    assertThat(SecretsCheck.isTrackedByGit(folder.resolve("missing"))).isFalse();
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
