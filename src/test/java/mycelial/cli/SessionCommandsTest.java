package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replay and run print and write. */
class SessionCommandsTest {
  private static final Map<String, String> TYPES =
      Map.of(
          "session", "STRING",
          "digest", "STRING",
          "provenance", "STRING",
          "state", "STRING",
          "report", "STRING",
          "assumptions", "OBJECT");

  private static final String[] NUMBERS = {
    "seed",
    "bars",
    "wallSeconds",
    "barsPerSecond",
    "work/agentSteps",
    "work/ruleEvaluations",
    "work/messages",
    "work/instants",
    "redis/rounds",
    "redis/messages",
    "redis/connections",
    "redis/republishedRounds",
    "redis/foreignMessages",
    "collisions/matched",
    "collisions/conflicts",
    "collisions/nearMisses",
    "collisions/expired",
    "ideas/baseline",
    "ideas/mycelial",
    "ideas/proven",
    "ideas/exploratory",
    "patterns/discovered",
    "patterns/proven",
    "patterns/archived",
    "analysts/deployed",
    "analysts/retired",
    "analysts/refused",
    "haven/halts",
    "haven/quarantines",
    "haven/probations",
    "haven/hibernated",
    "haven/refusedEntries",
    "haven/costOrSaved",
    "haven/maxContagionPercent"
  };

  private static final String[] STREAM = {
    "trades", "wins", "pnlAbsolute", "pnlPct", "feesPaid", "maxDrawdownPct", "openPositions"
  };

  @TempDir static Path shared = Path.of("");
  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void generate() {
    Cli.day(shared.resolve("day"));
  }

  private Cli.Outcome replay(String... more) {
    var arguments =
        Cli.small("replay", shared.resolve("day").toString(), "--data-dir", folder.toString());
    arguments.addAll(java.util.List.of(more));
    return Cli.run(Map.of(), arguments);
  }

  @Test
  void aFireDrillSaysSoBeforeAnythingElse() {
    String out = replay("--set", "risk.adversary=toxic").out();

    assertThat(out.substring(out.indexOf("FIRE DRILL")))
        .startsWith("FIRE DRILL: a losing rule was planted on purpose")
        .contains("Session replay-")
        .contains("  FIRE DRILL: a losing rule with forged evidence was planted")
        .contains("HAVEN ");
    assertThat(out.indexOf("FIRE DRILL")).isLessThan(out.indexOf("Session replay-"));
  }

  @Test
  void theResultHasEveryMemberThatScriptsRelyOn() {
    Cli.Outcome outcome = replay("--json", "--seed", "11");
    JsonNode result = outcome.json();

    assertThat(outcome.code()).isZero();
    TYPES.forEach((name, type) ->
        assertThat(result.path(name).getNodeType().name()).as(name).isEqualTo(type));
    for (String name : NUMBERS) {
      assertThat(result.at("/" + name).isNumber()).as(name).isTrue();
    }
    for (String stream : new String[] {"baseline", "mycelial", "synthesized", "account"}) {
      for (String name : STREAM) {
        String member = "/streams/" + stream + "/" + name;
        assertThat(result.at(member).isNumber()).as(member).isTrue();
      }
    }
    assertThat(result.at("/seed").asInt()).isEqualTo(11);
    assertThat(result.at("/bars").asInt()).isEqualTo(18 * 288);
    assertThat(result.at("/redis/connections").asInt()).isBetween(1, 3);
    assertThat(result.at("/digest").asText()).matches("[0-9a-f]{64}");
    assertThat(result.at("/provenance").asText()).isEqualTo("synthetic");
    assertThat(result.at("/council/noVote/WEAK_EVIDENCE").asLong()).isPositive();
    assertThat(result.at("/state").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void theReportSaysEverythingInWordsAndTheFilesAreWhereItSays() throws IOException {
    Cli.Outcome outcome = replay();

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("SYNTHETIC", "Assumptions:", "baseline", "mycelial", "synthesized", "account")
        .containsPattern("Analysts: \\d+ deployed, \\d+ retired, \\d+ refused; at the end \\d+: X")
        .contains("expired without a partner", "Why ideas did not become trades", "Digest: ")
        .containsPattern("Why rules that fired did not vote:\\R +\\d+ its evidence is too weak")
        .doesNotContain("DEGRADED");
    var written = Pattern.compile("Written to: (.*)report.txt").matcher(outcome.out());
    assertThat(written.find()).isTrue();
    Path session = Path.of(written.group(1));
    assertThat(session).isDirectoryContaining("glob:**/{trades.db,result.json}");
    assertThat(outcome.out())
        .contains(Files.readString(session.resolve("report.txt")))
        .endsWith(
            "As a page, with the verdict on synergy: mycelial report "
                + session.getFileName()
                + System.lineSeparator());
    assertThat(folder.resolve("trades.db")).doesNotExist();
    assertThat(session.resolve("live.properties")).doesNotExist();
    assertThat(Servers.below(folder)).isEmpty();
  }

  @Test
  void whatAReplayStoredIsSound() {
    String id = replay("--json").json().at("/session").asText();

    Cli.Outcome check =
        Cli.run("db", "check", "--json", "--data-dir", folder.toString(), "--session", id);

    assertThat(check.code()).isZero();
    assertThat(check.json().at("/counts/trades.db.sessions").asInt()).isEqualTo(1);
    assertThat(check.json().at("/findings")).isEmpty();
  }

  @Test
  void theSameReplayGivesTheSameDigestAndAnotherWindowAnother() {
    String first = replay("--json").json().at("/digest").asText();
    String again = replay("--json").json().at("/digest").asText();
    JsonNode half = replay("--json", "--to", "2025-01-01T12:00:00Z").json();

    assertThat(again).isEqualTo(first);
    assertThat(half.at("/digest").asText()).isNotEqualTo(first);
    assertThat(half.at("/bars").asInt()).isEqualTo(18 * 144);
  }

  @Test
  void aRunAppendsToTheDataFoldersDatabases() {
    String[] run = {
      "run",
      "--feed",
      shared.resolve("day").toString(),
      "--hours",
      "3",
      "--warm-up-hours",
      "2",
      "--speed",
      "max",
      "--json",
      "--data-dir",
      folder.toString()
    };

    Cli.Outcome first = Cli.run(Map.of(), Cli.small(run));
    Cli.Outcome second = Cli.run(Map.of(), Cli.small(run));
    JsonNode check = Cli.run("db", "check", "--json", "--data-dir", folder.toString()).json();

    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("warming up on 2 hours");
    assertThat(second.json().at("/digest")).isEqualTo(first.json().at("/digest"));
    assertThat(check.at("/counts/trades.db.sessions").asInt()).isEqualTo(2);
  }

  @Test
  void aMarketThatIsTooShortForTheWarmUpIsSaidSo() {
    Cli.Outcome outcome =
        Cli.run(
            Map.of(),
            Cli.small(
                "run",
                "--feed",
                shared.resolve("day").toString(),
                "--hours",
                "20",
                "--speed",
                "max",
                "--json",
                "--data-dir",
                folder.toString()));

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("the market is only");
  }
}
