package mycelial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The virtual machine's log of its collections. */
final class GcLog {
  private static final Pattern PAUSE = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(");

  private GcLog() {}

  /** The heap after the last collection, MiB; 0 when there was none. */
  static double lastAfter(Path log) throws IOException {
    double last = 0;
    for (String line : Files.readAllLines(log)) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) {
        last = Double.parseDouble(pause.group(1));
      }
    }
    return last;
  }
}
