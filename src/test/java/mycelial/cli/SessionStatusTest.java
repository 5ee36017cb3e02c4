package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import mycelial.storage.SessionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status that a session leaves says what its result says. */
class SessionStatusTest {
  @TempDir static Path data = Path.of("");
  private static JsonNode result = MissingNode.getInstance();
  private static JsonNode body = MissingNode.getInstance();
  private static @Nullable SessionStatus read;
  private final SessionStatus status = Objects.requireNonNull(read);

  @BeforeAll
  static void play() {
    Played played = Played.threeHours(data);
    result = played.result();
    read = played.stored().status();
    body = Output.read(played.stored().body());
    assertThat(played.stored().seq()).isGreaterThan(1);
  }

  @Test
  void everyFigureOfEveryStreamIsTheResults() {
    for (String stream : List.of("baseline", "mycelial", "synthesized", "account")) {
      result
          .at("/streams/" + stream)
          .properties()
          .forEach(figure ->
              assertThat(body.at("/streams/" + stream + "/" + figure.getKey()))
                  .as(stream + " " + figure.getKey())
                  .isEqualTo(figure.getValue()));
    }
  }

  @Test
  void whatWasCountedIsWhatTheResultCounts() {
    for (String part :
        List.of(
            "/collisions/matched",
            "/collisions/conflicts",
            "/collisions/nearMisses",
            "/collisions/expired",
            "/patterns/tried",
            "/patterns/discovered",
            "/patterns/proven",
            "/patterns/archived",
            "/council",
            "/memory/recorded",
            "/memory/queries",
            "/haven/halts",
            "/haven/refusedEntries")) {
      assertThat(result.has(part.split("/", -1)[1])).as(part).isTrue();
      assertThat(body.at(part)).as(part).isEqualTo(result.at(part));
    }
    assertThat(status.ideas().get("baseline"))
        .extracting(SessionStatus.Ideas::heard)
        .isEqualTo(result.at("/ideas/baseline").longValue());
    assertThat(body.at("/bus/messages")).isEqualTo(result.at("/redis/messages"));
    assertThat(body.at("/work/bars")).isEqualTo(result.at("/bars"));
    assertThat(status.standing().state()).isEqualTo("COMPLETED");
    assertThat(status.standing().ended()).isTrue();
  }

  @Test
  void theMessagesOfAllTopicsAreTheMessagesOfTheBus() {
    assertThat(
            status.bus().topics().values().stream().mapToLong(SessionStatus.Load::messages).sum())
        .isEqualTo(status.bus().messages())
        .isPositive();
    assertThat(status.bus().roundSeconds().total()).isEqualTo(status.bus().rounds()).isPositive();
  }

  @Test
  void itSaysWhereTheMarketStands() {
    assertThat(status.pairs()).isNotEmpty();
    assertThat(status.pairs().values())
        .allSatisfy(pair -> assertThat(pair.ageSeconds()).isBetween(0.0, 60.0));
    assertThat(status.moats()).hasSize(5);
    assertThat(status.identity().provenance()).isEqualTo("synthetic");
  }

  @Test
  void theAgentsOfAllTypesAreTheAgentsOfAllLayers() {
    assertThat(status.layers().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(status.agents().values().stream().mapToInt(SessionStatus.AgentType::alive).sum())
        .isPositive();
  }
}
