package mycelial.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code scripts/mycelial} in a project made for it, with a JDK and a Maven that are scripts:
 * what is tested is the finding, building and handing over.
 */
class LauncherTest {
  private record Result(int exitCode, String out, String err) {}

  @TempDir Path folder = Path.of("");
  private Path project = Path.of("");
  private Path script = Path.of("");

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(folder.toRealPath().resolve("my project"));
    script = Files.createDirectory(project.resolve("scripts")).resolve("mycelial");
    Files.copy(Path.of("scripts/mycelial"), script);
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.createDirectories(project.resolve("src/main/java"));
    program("jdk 25/bin/java", "printf '<%s>' \"$@\"; pwd");
    program("jdk 25/bin/javac", "exit 0");
    Files.writeString(folder.resolve("jdk 25/release"), "JAVA_VERSION=\"25.0.3\"\n");
    program(
        "bin/mvn", "echo \"$JAVA_HOME\" >> builds; mkdir -p target; touch target/mycelial-1.jar");
    ageSources();
  }

  private void program(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** File times are set, not waited for. */
  private void ageSources() throws IOException {
    var past = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));
    for (String name : List.of("pom.xml", "src/main/java", "src/main")) {
      Files.setLastModifiedTime(project.resolve(name), past);
    }
  }

  private Result start(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk 25").toString());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("MYCELIAL_JAVA_OPTS", "-Xmx1g -ea");
    int exitCode = builder.start().waitFor();
    return new Result(exitCode, Files.readString(out), Files.readString(err));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(project.resolve("builds"), StandardCharsets.UTF_8);
  }

  @Test
  void buildsOnceAndRunsWhereTheUserStandsWithTheArgumentsAsGiven() throws Exception {
    Result first = start(script, "replay", "a b", "*");
    Result second = start(script, "replay");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .contains("<-Dmycelial.home=" + project + "><-Xmx1g><-ea><-jar>")
        .endsWith(
            "<"
                + project
                + "/target/launch/mycelial.jar><replay><a b><*>"
                + folder.toRealPath()
                + "\n");
    assertThat(first.err()).contains("mycelial: building");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).containsExactly(folder.resolve("jdk 25").toString());
  }

  @Test
  void startsFromTheCacheThatATrainingHasLeft() throws Exception {
    Files.createDirectories(project.resolve("config"));
    program(
        "jdk 25/bin/java",
        "for flag in \"$@\"; do case $flag in -XX:AOTCacheOutput=*) touch \"${flag#*=}\";; esac; done;"
            + " printf '<%s>' \"$@\"");
    String cache = "<-XX:AOTCache=" + project + "/target/launch/mycelial.aot>";
    assertThat(start(script, "run").out()).contains(cache);
    assertThat(project.resolve("target/launch/training")).doesNotExist();
  }

  @Test
  void startsWithoutACacheWhenTheTrainingFails() throws Exception {
    Files.createDirectories(project.resolve("config"));
    program("jdk 25/bin/java", "case \"$*\" in *replay*) exit 4;; esac; printf '<%s>' \"$@\"");
    Result result = start(script, "run");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("<run>").doesNotContain("AOTCache");
  }

  /** A thread that dies of it would leave a session that only seems to live. */
  @Test
  void hasTheMachineEndWhenMemoryRunsOut() throws Exception {
    assertThat(start(script, "run").out()).contains("<-XX:+ExitOnOutOfMemoryError>");
  }

  @Test
  void buildsAgainAfterASourceHasChanged() throws Exception {
    start(script);
    var future = FileTime.from(Instant.parse("2100-01-01T00:00:00Z"));
    Files.setLastModifiedTime(project.resolve("src/main/java"), future);
    start(script);
    assertThat(builds()).hasSize(2);
  }

  @Test
  void worksThroughARelativeSymbolicLink() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolve("m"), Path.of("my project/scripts/mycelial"));
    assertThat(start(link, "agents").out()).contains("<-Dmycelial.home=" + project + ">");
  }

  @Test
  void handsOnTheExitCode() throws Exception {
    program("jdk 25/bin/java", "exit 3");
    assertThat(start(script).exitCode()).isEqualTo(3);
  }

  @Test
  void showsTheLogOfABuildThatFailedAndStartsNothing() throws Exception {
    program("bin/mvn", "echo 'a semicolon is missing'; exit 1");
    Result result = start(script);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("a semicolon is missing", "mycelial: the build failed; its log is " + project);
  }

  @Test
  void saysSoWhenItMayNotWrite() throws Exception {
    Files.writeString(project.resolve("target"), "a file in the way");
    Result result = start(script);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains(project + "/target/launch cannot be written");
  }

  @Test
  void buildsOnceWhenTwoStartTogether() throws Exception {
    program(
        "bin/mvn",
        "echo x >> builds; read -r _ < gate; mkdir -p target; touch target/mycelial-1.jar");
    assertThat(new ProcessBuilder("mkfifo", project + "/gate").start().waitFor()).isZero();
    program("both", "\"$1\" one & \"$1\" two & echo go > \"$2\"; wait");
    Result result = start(folder.resolve("both"), script.toString(), project + "/gate");
    assertThat(result.out()).contains("<one>", "<two>");
    assertThat(builds()).hasSize(1);
  }
}
