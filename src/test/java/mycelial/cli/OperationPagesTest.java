package mycelial.cli;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The pages and files for operators say nothing that the program does not do. */
class OperationPagesTest {
  /** What stands for values in quoted sentences. */
  private static final Pattern VALUES =
      Pattern.compile("\\.\\.\\.|\\b[A-Z]+\\b|[0-9:(),'`]+|--min-grade B");

  private static final Path PAGE = Path.of("src/docs/troubleshooting.md");
  private static final Path UNIT = Path.of("config/systemd/mycelial.service");
  private static final Path SERVICE = Path.of("scripts/mycelial-service");

  @TempDir Path folder = Path.of("");
  private Path script = Path.of("");

  @BeforeEach
  void placeTheServiceBesideALauncherThatOnlySpeaks() throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("my project/scripts"));
    script = Files.copy(SERVICE, scripts.resolve("mycelial-service"));
    Path launcher =
        Files.writeString(
            scripts.resolve("mycelial"), "#!/usr/bin/env bash\nprintf '<%s>' \"$@\"\n");
    for (Path file : List.of(script, launcher)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static CommandLine program() {
    return Mycelial.commandLine(new Mycelial.Surroundings(Map.of(), Path.of("no.env")));
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  private static List<String> values(String key) throws IOException {
    return Files.readAllLines(UNIT).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        ExitCode.FINE,
        ExitCode.FAILED,
        ExitCode.USAGE,
        ExitCode.CONFIGURATION,
        ExitCode.BAD_DATA,
        ExitCode.SERVICE,
        ExitCode.INTERRUPTED
      })
  void everyExitCodeHasAChapter(int code) throws IOException {
    assertThat(page()).containsPattern("(?m)^## Exit " + code + "\\b");
  }

  /** Long options anywhere in the page and in the unit belong to some command. */
  @Test
  void everyOptionThatIsNamedExists() throws IOException {
    List<String> known = new ArrayList<>(List.of("--now", "--system", "--home-dir", "--shell"));
    collect(program().getCommandSpec(), known);
    Matcher named =
        Pattern.compile("(?<![\\w-])--[a-z][a-z-]+").matcher(page() + Files.readString(UNIT));
    List<String> all = named.results().map(found -> found.group()).toList();

    assertThat(all).hasSizeGreaterThan(15);
    assertThat(known).containsAll(all);
  }

  private static void collect(CommandSpec spec, List<String> options) {
    options.addAll(spec.optionsMap().keySet());
    spec.subcommands().values().forEach(line -> collect(line.getCommandSpec(), options));
  }

  /** What stands in quotes in the first column is said somewhere, but for values put in. */
  @Test
  void everySentenceThatIsQuotedIsSaidByTheProgram() throws IOException {
    String said = sources();
    List<String> missing = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| `") && !line.startsWith("| `doctor`")) {
        String quoted = line.substring(3, line.indexOf('`', 3));
        for (String part : VALUES.split(quoted, -1)) {
          if (part.strip().length() > 7 && !said.contains(part.strip())) {
            missing.add(quoted + " -> " + part.strip());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** The program's own texts, with strings that go over several lines joined. */
  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder("Unknown option, Missing required parameter, ");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file).replaceAll("\"\\s*\\n?\\s*\\+\\s*\"", ""));
      }
    }
    return all.toString();
  }

  @Test
  void theUnitStartsWhatTheProgramUnderstands() throws IOException {
    String start = values("ExecStart").getFirst();
    List<String> words = new ArrayList<>(List.of(start.split(" ")));
    assertThat(words.removeFirst()).isEqualTo("/opt/mycelial/" + SERVICE);
    String data = words.removeFirst();
    assertThat(values("ReadWritePaths")).containsExactly(data);
    words.addAll(0, List.of("run", "--data-dir", data));

    CommandLine.ParseResult parsed = program().parseArgs(words.toArray(new String[0]));

    assertThat(parsed.subcommand().matchedOption("--feed").<String>getValue()).isEqualTo("kraken");
    assertThat(SERVICE).isExecutable();
  }

  @Test
  void theUnitDoesNotRepeatWhatCannotMendItself() throws IOException {
    assertThat(values("RestartPreventExitStatus"))
        .containsExactly(ExitCode.USAGE + " " + ExitCode.CONFIGURATION + " " + ExitCode.BAD_DATA);
    assertThat(values("SuccessExitStatus")).containsExactly(String.valueOf(ExitCode.INTERRUPTED));
    assertThat(values("KillSignal")).containsExactly("SIGTERM");
  }

  private String service(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return text;
  }

  private void session(String id, long seconds, String... files) throws IOException {
    Path session = Files.createDirectories(folder.resolve("my data/sessions/" + id));
    for (String name : files) {
      Path file = Files.writeString(session.resolve(name), "");
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(seconds)));
    }
  }

  @Test
  void aServiceBeginsASessionWhereNoneWasKilled() throws Exception {
    String data = folder.resolve("my data").toString();
    session("run-a", 1_000_000, "journal.db", "result.json");
    session("run-b", 1_000_000, "live.properties");
    session("replay-c", 1_000_000, "live.properties", "journal.db");

    assertThat(service(data, "--feed", "kraken"))
        .isEqualTo("<run><--data-dir><" + data + "><--feed><kraken>");
  }

  @Test
  void aServiceGoesOnWithTheSessionThatWasKilledLast() throws Exception {
    String data = folder.resolve("my data").toString();
    session("run-a", 1_000_000, "live.properties", "journal.db");
    session("run-b", 3_000_000, "live.properties", "journal.db");
    session("run-c", 2_000_000, "live.properties", "journal.db");

    assertThat(service(data, "--feed", "kraken"))
        .isEqualTo("<resume><run-b><--data-dir><" + data + ">");
  }

  @Test
  void aServiceWithoutADataFolderSaysHowItIsUsed() throws Exception {
    assertThat(service()).startsWith("usage: mycelial-service DATA_DIR");
    assertThat(service("--feed", "kraken")).startsWith("usage: mycelial-service DATA_DIR");
  }
}
