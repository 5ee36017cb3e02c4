package mycelial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mycelial.bus.BusException;
import mycelial.bus.redis.EmbeddedRedis;
import mycelial.config.ConfigurationException;
import mycelial.config.Secrets;
import mycelial.storage.CheckReport;
import mycelial.storage.DatabaseCheck;
import mycelial.storage.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything that a session needs: one line each, with what to do. */
@Command(
    name = "doctor",
    description = "Checks everything that a session needs: one line each, with what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final long ENOUGH_MEGABYTES = 200;
  private static final int JAVA = 25;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  /** All of it. */
  record Diagnosis(boolean fine, List<Line> checks) {}

  /** One thing that was looked at. */
  record Line(String subject, boolean fine, String text) {}

  @Override
  public Integer call() throws IOException {
    List<Line> lines = new ArrayList<>();
    lines.add(java());
    lines.add(configuration());
    lines.add(secrets());
    lines.add(redis());
    lines.add(disk());
    lines.add(databases());
    PrintWriter out = spec.commandLine().getOut();
    boolean fine = lines.stream().allMatch(Line::fine);
    if (common.json) {
      out.println(Output.json(new Diagnosis(fine, lines)));
    } else {
      lines.forEach(line ->
          out.printf(
              Locale.ROOT,
              "%-14s %-5s %s%n",
              line.subject(),
              line.fine() ? "ok" : "TODO",
              line.text()));
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
