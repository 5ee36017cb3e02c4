package mycelial.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads plans of faults. Stateless. */
final class FaultParser {
  private static final Pattern LINE =
      Pattern.compile(
          "at (\\S+) for (\\S+) ([a-z0-9-]+)(?: on (\\S+))?(?: rate ([0-9.]+))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PART = Pattern.compile("(\\d+)([dhms])");
  private static final Pattern TIME = Pattern.compile("(\\d+[dhms])+");

  private FaultParser() {}

  /**
   * The plan of an option: {@code none}, {@code default24h}, the lines themselves or the name of a
   * file with them.
   *
   * @throws IllegalArgumentException saying which line is wrong and why
   */
  static List<StubFault> read(String option, double start, long seed, List<StubPair> pairs) {
    return switch (option.strip().toLowerCase(Locale.ROOT)) {
      case "", "none" -> List.of();
      case "default24h" -> parse(DefaultPlan.lines(seed, pairs), start);
      default -> parse(lines(option), start);
    };
  }

  private static List<String> lines(String option) {
    if (option.strip().startsWith("at ") || option.strip().startsWith("#")) {
      return option.lines().toList();
    }
    try {
      return Files.readAllLines(Path.of(option));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "'" + option + "' is neither none, default24h nor the readable file of a plan", e);
    }
  }

  /** The faults of a plan's lines. */
  static List<StubFault> parse(List<String> lines, double start) {
    List<StubFault> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        faults.add(fault(line, i + 1, start));
      }
    }
    return faults;
  }

  private static StubFault fault(String line, int number, double start) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw wrong(number, "expected: at 1h30m for 5m KIND [on TARGET] [rate 0.5]");
    }
    double from = start + seconds(matcher.group(1), number);
    boolean ever = matcher.group(2).equalsIgnoreCase("ever");
    double length = ever ? Double.POSITIVE_INFINITY : seconds(matcher.group(2), number);
    String target = matcher.group(4) == null ? "" : matcher.group(4);
    double rate = matcher.group(5) == null ? 1 : Double.parseDouble(matcher.group(5));
    StubFault.Kind kind = kind(matcher.group(3), number);
    try {
      return new StubFault(kind, from, from + length, target, rate);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  private static StubFault.Kind kind(String label, int number) {
    for (StubFault.Kind kind : StubFault.Kind.values()) {
      if (kind.label().equalsIgnoreCase(label)) {
        return kind;
      }
    }
    String known =
        Arrays.stream(StubFault.Kind.values())
            .map(StubFault.Kind::label)
            .collect(Collectors.joining(", "));
    throw wrong(number, "'" + label + "' is none of " + known);
  }

  private static double seconds(String text, int number) {
    if (!TIME.matcher(text).matches()) {
      throw wrong(number, "'" + text + "' is no time such as 1h30m or 45s");
    }
    Matcher part = PART.matcher(text);
    double seconds = 0;
    while (part.find()) {
      seconds += Integer.parseInt(part.group(1)) * unit(part.group(2));
    }
    return seconds;
  }

  private static double unit(String letter) {
    return switch (letter) {
      case "d" -> 86_400;
      case "h" -> 3_600;
      case "m" -> 60;
      default -> 1;
    };
  }

  private static IllegalArgumentException wrong(int number, String words) {
    return new IllegalArgumentException("line " + number + ": " + words);
  }
}
