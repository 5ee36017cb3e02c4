package mycelial.bench.learning;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of all trials so far, one file an experiment, one line a trial; a line is there or it
 * is not, so that a bench that was stopped goes on where it stopped. Lines of other builds are kept
 * and not looked at. Safe for several threads.
 */
final class Lines {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path folder;
  private final String build;
  private final Map<String, WorldLine> known = new LinkedHashMap<>();

  /** Reads what is there. */
  Lines(Path folder, String build) throws IOException {
    this.folder = folder;
    this.build = build;
    Files.createDirectories(folder);
    for (Experiment experiment : Experiment.values()) {
      Path file = file(experiment.label());
      if (Files.exists(file)) {
        read(file);
      }
    }
  }

  private Path file(String experiment) {
    return folder.resolve(experiment + ".jsonl");
  }

  private void read(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.lastIndexOf('\n') + 1;
    if (end < text.length()) {
      Files.writeString(file, text.substring(0, end)); // what a killed bench was writing
    }
    for (String line : text.substring(0, end).lines().toList()) {
      if (MAPPER.readTree(line).path("build").asText().equals(build)) {
        WorldLine read = MAPPER.readValue(line, WorldLine.class);
        known.put(read.key(), read);
      }
    }
  }

  /** The line of a trial, or null where it has not been played. */
  synchronized @Nullable WorldLine of(Trial trial) {
    return known.get(trial.key());
  }

  /** The lines of those trials that have been played, in the order of the trials. */
  synchronized List<WorldLine> of(List<Trial> trials) {
    List<WorldLine> lines = new ArrayList<>();
    for (Trial trial : trials) {
      WorldLine line = known.get(trial.key());
      if (line != null) {
        lines.add(line.as(trial)); // which may have been played for another experiment
      }
    }
    return lines;
  }

  synchronized void add(WorldLine line) throws IOException {
    known.put(line.key(), line);
    Files.writeString(
        file(line.experiment()),
        MAPPER.writeValueAsString(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
