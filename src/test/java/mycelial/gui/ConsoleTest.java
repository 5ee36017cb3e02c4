package mycelial.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MASON's Console with its real buttons, on a virtual display. */
@NullMarked
@Timeout(300)
final class ConsoleTest {
  private static final long PATIENCE_SECONDS = 240;
  private static final long ANSWER_MILLIS = 200;

  private static @Nullable VirtualDisplay display;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void startDisplay() throws Exception {
    assumeTrue(
        VirtualDisplay.isInstalled(),
        "Xvfb is not installed: apt-get install xvfb to test the window");
    display = VirtualDisplay.start();
  }

  @AfterAll
  static void stopDisplay() {
    if (display != null) {
      display.close();
    }
  }

  /** What the drill said, line by line. */
  private List<String> drill(String name) throws Exception {
    Path out = folder.resolve("out.txt");
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.prefs.userRoot=" + folder,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ConsoleDrill.class.getName(),
            name,
            folder.resolve("data").toString());
    child.environment().put("DISPLAY", Objects.requireNonNull(display).name());
    Process process = child.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
      assertThat(process.exitValue()).as(read(out)).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(read(out)).doesNotContain("Exception");
    return read(out).lines().filter(line -> line.startsWith("drill: ")).toList();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String value(List<String> lines, String key) {
    String start = "drill: " + key + " ";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length());
  }

  @Test
  void playStopPlayGivesTheDigestOfASessionWithoutAWindowTwice() throws Exception {
    List<String> lines = drill("digest");

    assertThat(lines).filteredOn(line -> line.equals("drill: steps 900")).hasSize(2);
    assertThat(lines)
        .filteredOn(line -> line.equals("drill: digest " + value(lines, "headless")))
        .hasSize(2);
    assertThat(value(lines, "seeds")).isEqualTo("[42, 42]");
    assertThat(value(lines, "closed")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause-1", "pause-240", "pause-silent"})
  void pauseAnswersAtOnceAtAnySpeedAndWhileRedisStandsStill(String name) throws Exception {
    List<String> lines = drill(name);

    assertThat(Long.parseLong(value(lines, "median"))).isLessThanOrEqualTo(ANSWER_MILLIS);
    assertThat(lines).filteredOn(line -> line.equals("drill: state 2")).as("paused").hasSize(5);
    assertThat(value(lines, "results")).isEqualTo("[INTERRUPTED]");
  }

  @Test
  void checkpointsAreRefusedWithASentenceAndQuitEndsTheSession() throws Exception {
    List<String> lines = drill("menus");

    assertThat(value(lines, "refusals")).isEqualTo("3 [" + ColonyConsole.NO_CHECKPOINTS + "]");
    assertThat(value(lines, "closed")).isEqualTo("true");
    assertThat(value(lines, "results")).isEqualTo("[INTERRUPTED]");
  }
}
