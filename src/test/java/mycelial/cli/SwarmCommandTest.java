package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SwarmCommandTest {
  @TempDir static Path shared = Path.of("");
  private static JsonNode trained = com.fasterxml.jackson.databind.node.NullNode.getInstance();

  private static Cli.Outcome play(String verb, String... more) {
    List<String> arguments =
        new ArrayList<>(
            Cli.small(
                verb, shared.resolve("day").toString(), "--data-dir", shared.toString(), "--json"));
    arguments.addAll(List.of(more));
    return Cli.run(Map.of(), arguments);
  }

  @BeforeAll
  static void train() {
    Cli.day(shared.resolve("day"));
    Cli.Outcome outcome = play("train");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    trained = outcome.json();
  }

  private static String id() {
    return trained.at("/swarm/end").asText();
  }

  @Test
  void trainingSavesASwarmAndTradesNothing() {
    assertThat(id()).matches("[0-9a-f]{64}");
    assertThat(trained.at("/swarm/start").isNull()).isTrue();
    for (JsonNode stream : trained.path("streams")) {
      assertThat(stream.path("trades").asInt()).isZero();
      assertThat(stream.path("openPositions").asInt()).isZero();
    }
  }

  @Test
  void aReplayFromASwarmNamesItAndDiffersFromOneWithout() {
    JsonNode with = play("replay", "--swarm", id().substring(0, 8)).json();
    JsonNode without = play("replay").json();

    assertThat(with.at("/swarm/start").asText()).isEqualTo(id());
    assertThat(with.at("/swarm/end").isNull()).isTrue();
    assertThat(with.at("/swarm/rulesTaken").asInt()).isPositive();
    assertThat(with.at("/swarm/notes").get(0).asText()).contains("no forecast");
    assertThat(without.at("/swarm/start").isNull()).isTrue();
    assertThat(with.at("/digest").asText()).isNotEqualTo(without.at("/digest").asText());
  }

  @Test
  void theSameTrainingGivesTheSameSwarm() {
    assertThat(play("train").json().at("/swarm/end").asText()).isEqualTo(id());
  }

  @Test
  void listsAndShowsWhatIsSaved() {
    JsonNode list =
        Cli.run("swarm", "list", "--json", "--data-dir", shared.toString()).json().path("swarms");
    Cli.Outcome shown =
        Cli.run("swarm", "show", id().substring(0, 9), "--data-dir", shared.toString());

    assertThat(list.get(0).path("id").asText()).isEqualTo(id());
    assertThat(list.get(0).path("rules").asInt()).isPositive();
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains(id(), "5-minute bars", "by train");
  }

  @Test
  void saysWhichSwarmsThereAreWhenAnotherIsAskedFor() {
    Cli.Outcome outcome = play("replay", "--swarm", "beef");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("no such saved swarm", id().substring(0, 12));
  }

  @Test
  void newestWithoutAnySwarmIsNone(@TempDir Path empty) {
    Cli.Outcome shown = Cli.run("swarm", "show", "newest", "--data-dir", empty.toString());

    assertThat(shown.code()).isEqualTo(2);
    assertThat(shown.err()).contains("no swarm has been saved");
  }
}
