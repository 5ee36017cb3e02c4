package mycelial.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Reads the configuration: built-in defaults, over them the YAML file, over it environment
 * variables ({@code MYCELIAL_TRADING_SIZE_PERCENT} for {@code trading.size-percent}), over them
 * command-line options.
 */
public final class ConfigurationLoader {
  private static final int LARGEST = 1 << 20;

  private ConfigurationLoader() {}

  /**
   * Without options.
   *
   * @throws ConfigurationException with everything that is wrong
   */
  public static Configuration load(Path file, Map<String, String> environment) {
    return load(file, environment, Map.of());
  }

  /**
   * The configuration in force.
   *
   * @param overrides dotted key to text, as given by options; problems name {@code --seed} for a
   *     key without a dot, {@code --set trading.capital} for one with
   * @throws ConfigurationException with everything that is wrong
   */
  public static Configuration load(
      Path file, Map<String, String> environment, Map<String, String> overrides) {
    return read(new Settings(file.toString(), root(file, text(file)), environment, overrides));
  }

  /**
   * The configuration of a session that has been, from the text of its file and what overrode it.
   *
   * @param name what to call the text where something is wrong with it
   * @throws ConfigurationException with everything that is wrong
   */
  public static Configuration of(String name, String text, Map<String, String> overrides) {
    return read(new Settings(name, root(Path.of(name), text), Map.of(), overrides));
  }

  private static Configuration read(Settings settings) {
    Configuration configuration = Configuration.read(settings);
    settings.noteUnknown();
    settings.problems().refuse();
    return configuration;
  }

  private static MappingNode root(Path file, String text) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(LARGEST);
    try {
      return switch (new Yaml(options).compose(new StringReader(text))) {
        case MappingNode mapping -> mapping;
        case null -> throw refused(file + ": is empty; copy the shipped config/agent_config.yaml");
        default -> throw refused(file + ": must hold keys and values, such as 'seed: 42'");
      };
    } catch (MarkedYAMLException bad) {
      int line = bad.getProblemMark() == null ? 1 : bad.getProblemMark().getLine() + 1;
      throw refused(file + ":" + line + ": is not valid YAML: " + bad.getProblem());
    } catch (YAMLException bad) {
      throw refused(file + ": is not valid YAML: " + bad.getMessage());
    }
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw refused(file + ": is a directory; a configuration file was expected");
      }
      if (Files.size(file) > LARGEST) {
        throw refused(file + ": is larger than 1 MiB, which no configuration is");
      }
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException missing) {
      throw refused(file + ": there is no such file; name one with --config FILE");
    } catch (CharacterCodingException bad) {
      throw refused(file + ": is not UTF-8 text");
    } catch (IOException bad) {
      throw refused(file + ": cannot be read (" + bad.getClass().getSimpleName() + ")");
    }
  }

  private static ConfigurationException refused(String problem) {
    return new ConfigurationException(List.of(problem));
  }
}
