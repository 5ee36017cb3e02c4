package mycelial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationLoader;
import mycelial.config.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every command takes. */
final class Common {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  boolean json;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where sessions and databases live (default: ${DEFAULT-VALUE}).")
  Path dataDir = Path.of("data");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (default: config/agent_config.yaml of the project).")
  @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting, for example --set trading.size-percent=2.")
  Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colour in tables: auto, always, never (default: ${DEFAULT-VALUE}).")
  Paint.When color = Paint.When.AUTO;

  private @Nullable Beginning beginning;

  /** Has the command do what it did when that session was begun. */
  void again(Beginning begun, Path folder) {
    beginning = begun;
    dataDir = folder;
  }

  /** How the session was begun that is played again, or null. */
  @Nullable Beginning beginning() {
    return beginning;
  }

  /** The arguments of the program. */
  List<String> arguments() {
    return command.root().commandLine().getParseResult().originalArgs();
  }

  /** Lets an option of a command's own override a setting, if it was given. */
  void override(String key, @Nullable Object value) {
    if (value != null) {
      overrides.put(key, value.toString());
    }
  }

  /** The configuration in force. */
  Configuration configuration() {
    Beginning begun = beginning;
    if (begun != null) {
      return ConfigurationLoader.load(begun.configFile(), Map.of(), begun.overrides());
    }
    return ConfigurationLoader.load(configFile(), surroundings().variables(), overrides);
  }

  Path configFile() {
    return config != null ? config : home().resolve("config").resolve("agent_config.yaml");
  }

  /** How tables are to be coloured. */
  Paint paint() {
    return json ? Paint.NONE : Paint.of(color, surroundings().variables());
  }

  /** Secrets of the environment and of {@code .env} in the working directory. */
  Secrets secrets() {
    return Secrets.load(surroundings().secrets(), surroundings().variables());
  }

  Path secretsFile() {
    return surroundings().secrets();
  }

  Mycelial.Surroundings surroundings() {
    return ((Mycelial) command.root().userObject()).surroundings();
  }

  /** The project's folder, as the launcher tells it; else the working directory. */
  static Path home() {
    String home = System.getProperty("mycelial.home");
    Path here = Path.of("");
    return home == null || !Files.isDirectory(Path.of(home)) ? here : Path.of(home);
  }
}
