package mycelial.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts children as {@code scripts/mycelial} does; everything they write goes to one folder. */
public final class Launcher {
  private final Path project;
  private final Path jar;
  private final String flags;
  private final Path folder;

  /**
   * @param project the project's folder
   * @param jar the program
   * @param flags of the virtual machine, separated by blanks
   * @param folder its name below the project's target
   */
  public Launcher(Path project, Path jar, String flags, String folder) {
    this.project = project;
    this.jar = jar;
    this.flags = flags;
    this.folder = project.resolve("target").resolve(folder);
  }

  /** Where children write. */
  Path folder() {
    return folder;
  }

  /** A file or folder there which is not there any more. */
  public Path fresh(String name) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(folder);
    if (Files.exists(path)) {
      try (Stream<Path> tree = Files.walk(path)) {
        tree.sorted(Comparator.reverseOrder()).forEach(Launcher::delete);
      }
    }
    return path;
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete " + path, failed);
    }
  }

  /** The program itself. */
  public Child.Outcome program(List<String> machine, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = java(machine);
    Path cache = jar.resolveSibling("mycelial.aot");
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    command.addAll(List.of("--json", "--data-dir", fresh("data").toString()));
    return run(command);
  }

  /** The program without Redis. */
  Child.Outcome inMemory(Path candles, long seed) throws IOException, InterruptedException {
    List<String> command = java(List.of());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            InMemoryReplay.class.getName(),
            candles.toString(),
            fresh("data").toString(),
            project.resolve("config").resolve("agent_config.yaml").toString(),
            String.valueOf(seed)));
    return run(command);
  }

  /** The program. */
  public Path jar() {
    return jar;
  }

  /** The beginning of a command: the virtual machine with its options and these. */
  public List<String> java(List<String> machine) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(flags.split(" +")));
    command.add("-Dmycelial.home=" + project);
    command.addAll(machine);
    return command;
  }

  private Child.Outcome run(List<String> command) throws IOException, InterruptedException {
    return new Child(folder, folder.resolve("data").resolve("sessions")).run(command);
  }
}
