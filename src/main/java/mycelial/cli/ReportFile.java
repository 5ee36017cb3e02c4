package mycelial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import mycelial.agent.trader.Fate;
import mycelial.report.Report;
import mycelial.report.Reports;
import mycelial.report.SessionData;

/** Makes a session's report from its databases. */
final class ReportFile {
  private ReportFile() {}

  /** The report of a session; none when the databases do not know it. */
  static Optional<Report> of(Path databases, String session) {
    return SessionData.read(databases, session).map(data -> Reports.of(data, ReportFile::words));
  }

  private static String words(String fate) {
    return Arrays.stream(Fate.values())
        .filter(known -> known.name().equals(fate))
        .map(Fate::words)
        .findFirst()
        .orElse(fate);
  }

  /** Writes a file so that it is there whole or not at all. */
  static void write(Path file, String text) {
    Path draft = Path.of(file + ".new");
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }
}
