package mycelial.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file. dotenv-java reads the values; the lines are checked before, because it cuts
 * values at a '#', keeps single quotes, drops some lines without a word, and its complaints quote
 * the secret. No message here contains a value.
 */
final class SecretsFile {
  private static final Pattern LINE =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"(\\s+#.*|\\s*)");
  private static final Pattern BARE = Pattern.compile("[^#]*(\\s#.*)?");

  private final Path file;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Integer> lines = new TreeMap<>();

  SecretsFile(Path file) {
    this.file = file;
  }

  List<String> warnings() {
    return warnings;
  }

  /** Where a name is set, for messages. */
  String place(String name) {
    return file + ":" + lines.getOrDefault(name, 0);
  }

  /**
   * The values, or an empty map when there is no such file.
   *
   * @throws ConfigurationException when a line cannot be understood
   */
  Map<String, String> read() {
    var values = new TreeMap<String, String>();
    if (!Files.exists(file)) {
      return values;
    }
    try {
      checkLines(Files.readString(file));
      warnIfReadableByOthers();
    } catch (IOException bad) {
      problems.add(file + ": cannot be read as UTF-8 text");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    var absolute = file.toAbsolutePath();
    try {
      var dotenv =
          Dotenv.configure()
              .directory(absolute.resolveSibling("").toString())
              .filename(String.valueOf(absolute.getFileName()))
              .load();
      for (DotenvEntry entry : dotenv.entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
        values.put(entry.getKey(), entry.getValue());
      }
    } catch (DotenvException bad) {
      // Its text, and so the cause, is left out on purpose: it quotes the line.
      throw new ConfigurationException(
          List.of(file + ": cannot be read; write one NAME=value a line"));
    }
    return values;
  }

  private void checkLines(String text) {
    if (text.startsWith("\uFEFF")) {
      problems.add(file + ":1: starts with a byte order mark; save the file as UTF-8 without BOM");
    }
    int number = 0;
    for (String line : text.replaceFirst("^\uFEFF", "").split("\r?\n", -1)) {
      number++;
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        checkLine(line, number);
      }
    }
  }

  private void checkLine(String line, int number) {
    String place = file + ":" + number + ": ";
    Matcher matcher = LINE.matcher(line);
    if (line.stripLeading().startsWith("export ")) {
      problems.add(place + "remove 'export'; write NAME=value");
    } else if (!matcher.matches()) {
      problems.add(place + "is not NAME=value on one line");
    } else {
      Integer first = lines.putIfAbsent(matcher.group(1), number);
      if (first != null) {
        problems.add(place + matcher.group(1) + " is given twice (first in line " + first + ")");
      }
      checkValue(matcher.group(2), place + matcher.group(1) + ": ");
    }
  }

  private void checkValue(String value, String place) {
    if (value.startsWith("'")) {
      problems.add(place + "single quotes would become part of the value; use double quotes");
    } else if (value.startsWith("\"")) {
      if (!QUOTED.matcher(value).matches()) {
        problems.add(place + "the quotes must open and close around the whole value on one line");
      }
    } else if (!BARE.matcher(value).matches()) {
      problems.add(place + "a value with '#' must stand in double quotes");
    }
  }

  private void warnIfReadableByOthers() throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    if (!mode.endsWith("------")) {
      warnings.add(file + ": other users may open it (" + mode + "); run 'chmod 600 " + file + "'");
    }
  }
}
