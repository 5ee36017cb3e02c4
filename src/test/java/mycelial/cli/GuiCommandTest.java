package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuiCommandTest {
  @TempDir private Path folder = Path.of("");

  private Cli.Outcome gui(String... more) {
    String[] options = {
      "gui",
      "--feed",
      Cli.day(folder.resolve("day")).toString(),
      "--data-dir",
      folder.resolve("data").toString()
    };
    String[] all = new String[options.length + more.length];
    System.arraycopy(options, 0, all, 0, options.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    return Cli.run(all);
  }

  @Test
  void withoutADisplayItSaysInOneSentenceWhatIsMissing() {
    assumeTrue(GraphicsEnvironment.isHeadless(), "there is a display, so a window would open");

    Cli.Outcome outcome = gui();

    assertThat(outcome.code()).isEqualTo(ExitCode.SERVICE);
    assertThat(outcome.errorLines())
        .filteredOn(line -> line.contains("display"))
        .singleElement()
        .asString()
        .startsWith("gui needs a display, and there is none");
    assertThat(outcome.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(outcome.out().lines()).allMatch(line -> line.startsWith("data passport: "));
  }

  @Test
  void takesTheOptionsOfRunAndRefusesWhatRunRefuses() {
    Cli.Outcome outcome = gui("--speed", "fast", "--seed", "3", "--hours", "2");

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("--speed fast");
  }

  @Test
  void refusesASeedThatTheConsoleCannotHold() {
    Cli.Outcome outcome = gui("--seed", "9999999999");

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.errorLines().getFirst()).contains("32 bits").contains("9999999999");
  }
}
