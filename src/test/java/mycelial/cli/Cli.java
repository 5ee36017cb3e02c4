package mycelial.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** Runs commands in this process, with an environment and secrets of the test's own. */
final class Cli {
  /** Few agents, so that sessions of tests are short. */
  static final List<String> SMALL =
      List.of(
          "--set", "learners.finance=6",
          "--set", "learners.code=0",
          "--set", "learners.logistics=0",
          "--set", "learners.government=0",
          "--set", "learners.corporations=0");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Cli() {}

  /** What a command printed, and its exit code. */
  record Outcome(int code, String out, String err) {
    /** The one JSON object on standard output; fails when there is anything else. */
    JsonNode json() {
      try {
        return MAPPER.readTree(out);
      } catch (JsonProcessingException bad) {
        throw new AssertionError("not one JSON document: " + out, bad);
      }
    }

    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  static Outcome run(String... arguments) {
    return run(new TreeMap<>(), List.of(arguments));
  }

  static Outcome run(Map<String, String> environment, List<String> arguments) {
    return run(environment, arguments, new StringWriter(), new StringWriter());
  }

  /** The writers may be read by others while the command runs. */
  static Outcome run(
      Map<String, String> environment, List<String> arguments, StringWriter out, StringWriter err) {
    var found = new Mycelial.Surroundings(environment, Path.of("target", "no-such.env"));
    CommandLine line = Mycelial.commandLine(found);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments.toArray(new String[0]));
    return new Outcome(code, out.toString(), err.toString());
  }

  /** A day of generated candles in bars of five minutes. */
  static Path day(Path folder) {
    Outcome made =
        run(
            "data",
            "generate",
            "--world",
            "noise",
            "--days",
            "1",
            "--interval",
            "5",
            "--out",
            folder.toString());
    if (made.code() != ExitCode.FINE) {
      throw new AssertionError(made.toString());
    }
    return folder;
  }

  /** A small colony's command. */
  static List<String> small(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(SMALL);
    return all;
  }
}
