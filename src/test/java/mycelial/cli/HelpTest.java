package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The help of every command there is, found by walking through them. */
class HelpTest {
  /** An example: a line of the footer; two spaces begin a remark. */
  private static final Pattern EXAMPLE = Pattern.compile("mycelial (\\S+(?: \\S+)*)");

  private static CommandLine program() {
    return Mycelial.commandLine(
        new Mycelial.Surroundings(new TreeMap<>(), Path.of("target", "no-such.env")));
  }

  static Stream<String> commands() {
    List<String> found = new ArrayList<>();
    collect(program(), found);
    assertThat(found).hasSizeGreaterThan(25);
    return found.stream();
  }

  private static void collect(CommandLine line, List<String> found) {
    line.getSubcommands()
        .values()
        .forEach(below -> {
          if (!below.getCommandName().equals("help")) {
            found.add(below.getCommandSpec().qualifiedName());
            collect(below, found);
          }
        });
  }

  private static CommandLine find(String name) {
    CommandLine line = program();
    String[] words = name.split(" ", -1);
    for (int i = 1; i < words.length; i++) {
      line = Objects.requireNonNull(line.getSubcommands().get(words[i]));
    }
    return line;
  }

  private static List<String> examples(String name) {
    List<String> examples = new ArrayList<>();
    for (String line : find(name).getCommandSpec().usageMessage().footer()) {
      Matcher matcher = EXAMPLE.matcher(line);
      if (matcher.find()) {
        examples.add(matcher.group());
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsAnExampleOfItself(String name) {
    assertThat(find(name).getUsageMessage()).contains("Example");
    assertThat(examples(name)).anyMatch(example -> example.startsWith(name));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleCanBeParsed(String name) {
    for (String example : examples(name)) {
      String[] words = example.substring("mycelial ".length()).split(" ", -1);
      ParseResult parsed = program().parseArgs(words);
      assertThat(parsed.hasSubcommand()).as(example).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsOnATerminal(String name) {
    assertThat(find(name).getUsageMessage().lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }
}
