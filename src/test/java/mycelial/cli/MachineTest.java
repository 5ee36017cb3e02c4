package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same replay on another machine: processors, language, time zone, memory. */
class MachineTest {
  @TempDir static Path shared = Path.of("");
  @TempDir Path data = Path.of("");
  private static List<String> replay = List.of();

  @BeforeAll
  static void generate() {
    Path day = Cli.day(shared.resolve("day"));
    replay = Cli.small("replay", day.toString(), "--to", "2025-01-01T08:00:00Z", "--json");
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(replay);
    arguments.addAll(List.of("--data-dir", data.toString()));
    return arguments;
  }

  @Test
  void processorsLanguageAndTimeZoneChangeNothing() throws Exception {
    List<String> other =
        List.of(
            "-XX:ActiveProcessorCount=1",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=America/Sao_Paulo");
    try (ChildProgram child = new ChildProgram(data, other, arguments())) {
      assertThat(child.exitCode()).as(child.err()).isZero();
      String digest = new ObjectMapper().readTree(child.out()).at("/digest").asText();

      assertThat(digest).isEqualTo(Cli.run(Map.of(), arguments()).json().at("/digest").asText());
    }
  }

  /** The JVM then says so and exits with its own code, 3; the next session starts as ever. */
  @Test
  void aSessionWithoutMemoryEndsAtOnceAndLeavesNothingInTheWay() throws Exception {
    List<String> small = List.of("-Xmx16m", "-XX:+ExitOnOutOfMemoryError");
    try (ChildProgram child = new ChildProgram(data, small, arguments())) {
      assertThat(child.exitCode()).isEqualTo(3);
      assertThat(child.out() + child.err()).contains("java.lang.OutOfMemoryError");
    }

    assertThat(Cli.run(Map.of(), arguments()).code()).isZero();
    assertThat(Servers.below(data)).isEmpty();
  }
}
