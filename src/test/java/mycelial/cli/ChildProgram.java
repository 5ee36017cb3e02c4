package mycelial.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program in a JVM of its own, for signals. */
final class ChildProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private final Path err;

  ChildProgram(Path folder, List<String> arguments) throws IOException {
    this(folder, List.of(), arguments);
  }

  /** With further options of the virtual machine. */
  ChildProgram(Path folder, List<String> machine, List<String> arguments) throws IOException {
    this(folder, Path.of("").toAbsolutePath(), machine, arguments);
  }

  /** In a working directory of its own, whose {@code .env} it reads. */
  ChildProgram(Path folder, Path directory, List<String> machine, List<String> arguments)
      throws IOException {
    out = Files.createTempFile(folder, "child", ".out");
    err = Files.createTempFile(folder, "child", ".err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(machine);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Mycelial.class.getName()));
    command.addAll(arguments);
    process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void awaitOutput(String text) {
    await().atMost(PATIENCE).until(() -> out().contains(text) || !process.isAlive());
  }

  /** Sends a signal by its name. */
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** The process and those that it has started, as the system knows them. */
  List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  int exitCode() {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Ends it as kill -9 does, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !process.isAlive());
  }
}
