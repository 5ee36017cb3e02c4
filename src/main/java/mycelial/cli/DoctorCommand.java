package mycelial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mycelial.bus.BusException;
import mycelial.bus.redis.EmbeddedRedis;
import mycelial.colony.SessionFolder;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationException;
import mycelial.config.Secrets;
import mycelial.feed.kraken.KrakenSettings;
import mycelial.storage.CheckReport;
import mycelial.storage.DatabaseCheck;
import mycelial.storage.SessionLock;
import mycelial.storage.StorageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything that a session needs: one line each, with what to do. */
@Command(
    name = "doctor",
    description = "Checks everything that a session needs: one line each, with what to do.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mycelial doctor"})
final class DoctorCommand implements Callable<Integer> {
  private static final long ENOUGH_MEGABYTES = 200;
  private static final int JAVA = 25;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  /** All of it. */
  record Diagnosis(boolean fine, List<Line> checks) {}

  /** How it was found. */
  enum State {
    /** As it should be. */
    OK("ok"),
    /** Something is to be done. */
    TODO("TODO"),
    /** Not looked at. */
    SKIPPED("skip");

    private final String label;

    State(String label) {
      this.label = label;
    }
  }

  /** One thing that was looked at. */
  record Line(String subject, boolean fine, State state, String text) {
    Line(String subject, boolean fine, String text) {
      this(subject, fine, fine ? State.OK : State.TODO, text);
    }

    static Line fine(String subject, String text) {
      return new Line(subject, true, State.OK, text);
    }

    static Line todo(String subject, String text) {
      return new Line(subject, false, State.TODO, text);
    }

    static Line skipped(String subject, String text) {
      return new Line(subject, true, State.SKIPPED, text);
    }
  }

  @Option(names = "--offline", description = "Do not ask the exchange and the moats' sources.")
  boolean offline;

  @Mixin ExchangeOption exchange = new ExchangeOption();

  @Override
  public Integer call() throws IOException {
    List<Line> lines = new ArrayList<>();
    try (Outside outside = offline ? null : outside()) {
      lines.add(java());
      lines.add(configuration());
      lines.add(secrets());
      lines.add(redis());
      lines.add(orphans());
      lines.add(disk());
      lines.add(databases());
      lines.add(lock());
      if (outside != null) {
        lines.addAll(outside.lines());
      }
    }
    return print(lines);
  }

  /** Null where the configuration or the secrets cannot be used, which is said elsewhere. */
  private @Nullable Outside outside() {
    try {
      Configuration configuration = common.configuration();
      KrakenSettings settings = exchange.settings(configuration, spec);
      return new Outside(
          configuration, common.secrets(), settings, exchange.url == null ? null : settings.rest());
    } catch (ConfigurationException bad) {
      return null;
    }
  }

  private Line orphans() {
    List<Long> found = EmbeddedRedis.orphans(SessionFolder.sessions(common.dataDir));
    return found.isEmpty()
        ? Line.fine("orphans", "no server of a killed session runs")
        : Line.todo(
            "orphans",
            found.size()
                + " Redis server(s) of killed sessions run on (process "
                + found.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + "); the next run or resume stops them");
  }

  private Line lock() {
    try {
      return Line.fine(
          "lock",
          SessionLock.isHeld(common.dataDir)
              ? "a session uses " + common.dataDir + "; another one needs another --data-dir"
              : "no session uses " + common.dataDir);
    } catch (StorageException bad) {
      return Line.todo("lock", String.valueOf(bad.getMessage()));
    }
  }

  private int print(List<Line> lines) {
    PrintWriter out = spec.commandLine().getOut();
    boolean fine = lines.stream().allMatch(Line::fine);
    if (common.json) {
      out.println(Output.json(new Diagnosis(fine, lines)));
    } else {
      Table table = new Table("", "", "");
      for (Line line : lines) {
        BigDecimal sign = line.fine() ? BigDecimal.ONE : BigDecimal.ONE.negate();
        table.row().cell(line.subject()).signed(sign, line.state().label).cell(line.text());
      }
      table.lines(common.paint()).forEach(out::println);
    }
    return fine ? ExitCode.FINE : ExitCode.FAILED;
  }

  private static Line java() {
    int feature = Runtime.version().feature();
    return new Line(
        "java",
        feature == JAVA,
        Runtime.version() + (feature == JAVA ? "" : "; install a JDK 25, MASON's GUI needs it"));
  }

  private Line configuration() {
    try {
      return new Line(
          "configuration",
          true,
          common.configFile() + ", " + common.configuration().entries().size() + " settings");
    } catch (ConfigurationException bad) {
      return new Line("configuration", false, String.valueOf(bad.getMessage()));
    }
  }

  private Line secrets() {
    Path file = common.secretsFile();
    if (SecretsCheck.isTrackedByGit(file)) {
      return new Line(
          "secrets",
          false,
          file + " is tracked by git; run 'git rm --cached " + file + "' and change the secrets");
    }
    try {
      List<String> warnings = common.secrets().warnings();
      return new Line(
          "secrets",
          warnings.isEmpty(),
          warnings.isEmpty() ? common.secrets().toString() : String.join("; ", warnings));
    } catch (ConfigurationException bad) {
      return new Line("secrets", false, String.valueOf(bad.getMessage()));
    }
  }

  private Line redis() throws IOException {
    try {
      Secrets secrets = common.secrets();
      if (secrets.redisConfigured()) {
        return new Line(
            "redis",
            true,
            "REDIS_HOST is set: " + secrets.redisHost() + ":" + secrets.redisPort() + " is used");
      }
      Path folder = Files.createTempDirectory("mycelial-doctor");
      try (EmbeddedRedis server = EmbeddedRedis.start(common.dataDir.resolve("redis"), folder)) {
        return new Line(
            "redis", true, "the embedded server starts (" + server.endpoint().host() + ")");
      }
    } catch (ConfigurationException | BusException bad) {
      return new Line("redis", false, String.valueOf(bad.getMessage()));
    }
  }

  private Line disk() throws IOException {
    Path existing = common.dataDir.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    long megabytes = Files.getFileStore(existing).getUsableSpace() >> 20;
    boolean enough = megabytes >= ENOUGH_MEGABYTES && Files.isWritable(existing);
    return new Line(
        "disk",
        enough,
        megabytes
            + " MB free in "
            + existing
            + (enough ? "" : "; needs " + ENOUGH_MEGABYTES + " MB and write permission"));
  }

  private Line databases() {
    if (!Files.exists(common.dataDir.resolve("trades.db"))) {
      return new Line("databases", true, "none yet in " + common.dataDir + "; run makes them");
    }
    try {
      CheckReport report = DatabaseCheck.check(common.dataDir);
      return new Line(
          "databases",
          report.isSound(),
          report.isSound()
              ? "sound"
              : report.findings().size() + " findings; see: mycelial db check");
    } catch (StorageException bad) {
      return new Line("databases", false, String.valueOf(bad.getMessage()));
    }
  }
}
