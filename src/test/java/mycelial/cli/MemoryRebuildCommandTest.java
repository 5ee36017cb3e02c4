package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryRebuildCommandTest {
  @TempDir static Path shared = Path.of("");
  private static JsonNode replayed = NullNode.getInstance();
  private static String trained = "";

  private static JsonNode play(String verb, String... more) {
    List<String> arguments =
        new ArrayList<>(
            Cli.small(
                verb, shared.resolve("day").toString(), "--data-dir", shared.toString(), "--json"));
    arguments.addAll(List.of(more));
    Cli.Outcome outcome = Cli.run(Map.of(), arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.json();
  }

  private static JsonNode rebuild(String swarm) {
    return Cli.run(
            "memory",
            "rebuild",
            "--session",
            replayed.at("/session").asText(),
            "--swarm",
            swarm,
            "--data-dir",
            shared.toString(),
            "--json")
        .json();
  }

  @BeforeAll
  static void play() {
    Cli.day(shared.resolve("day"));
    trained = play("train").at("/swarm/end").asText();
    replayed = play("replay", "--save-swarm");
  }

  @Test
  void findsWhatTheSessionRemembersAtItsEnd() {
    JsonNode result = rebuild(replayed.at("/swarm/end").asText());

    assertThat(result.path("remembered").asInt())
        .isPositive()
        .isEqualTo(replayed.at("/memory/recorded").asInt());
    assertThat(result.path("changed").asBoolean()).isFalse();
    assertThat(result.path("swarm")).isEqualTo(result.path("from"));
  }

  @Test
  void givesASwarmTheTradesThatAreStoredAndASessionStartsFromThem() {
    JsonNode result = rebuild(trained);
    String rebuilt = result.path("swarm").asText();
    JsonNode with = play("replay", "--memory", rebuilt.substring(0, 10));
    JsonNode both = play("replay", "--swarm", trained, "--memory", "none");

    assertThat(result.path("changed").asBoolean()).isTrue();
    assertThat(result.path("before").asInt()).isZero();
    assertThat(rebuilt).isNotEqualTo(trained);
    assertThat(with.at("/swarm/start").isNull()).isTrue();
    assertThat(with.at("/memory/start").asText()).isEqualTo(rebuilt);
    assertThat(with.at("/swarm/notes").get(0).asText()).contains("no forecast");
    assertThat(both.at("/swarm/start").asText()).isEqualTo(trained);
    assertThat(both.at("/memory/start").isNull()).isTrue();
  }

  @Test
  void saysWhereThereIsNothingToRebuild(@TempDir Path empty) {
    Cli.Outcome outcome = Cli.run("memory", "rebuild", "--data-dir", empty.toString());

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("there is no saved swarm");
  }
}
