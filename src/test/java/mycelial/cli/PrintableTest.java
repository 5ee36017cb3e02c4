package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mycelial.report.explain.Node;
import mycelial.storage.SessionInfo;
import mycelial.storage.Storage;
import mycelial.storage.StoredMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that came from outside, where they reach a terminal. */
class PrintableTest {
  private static final String EVIL = "a\r\nb\033[31mc\u009bd\u2028e\u202ef";
  private static final String SHOWN = "a\\u000d\\u000ab\\u001b[31mc\\u009bd\\u2028e\\u202ef";

  @Test
  void showsWhatWouldCommandATerminal() {
    assertThat(Printable.of(EVIL)).isEqualTo(SHOWN);
    assertThat(Printable.of("Grüße, 東京 ✓")).isEqualTo("Grüße, 東京 ✓");
    assertThat(Printable.lines("one\ntwo\033[1m"))
        .isEqualTo("one" + System.lineSeparator() + "two\\u001b[1m");
  }

  @Test
  void aLineOfASessionStaysOneLine() {
    StringWriter out = new StringWriter();
    new Progress(new PrintWriter(out, true)).say("halted: " + EVIL);
    assertThat(out.toString().strip()).isEqualTo("halted: " + SHOWN);
  }

  @Test
  void anExplanationStaysATree() {
    Node node = new Node(EVIL, EVIL, List.of(List.of(EVIL, EVIL)), List.of(), null, EVIL);
    assertThat(NodeText.lines(node, Paint.NONE))
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}\u009b\u2028]"))
        .anyMatch(line -> line.contains("[" + SHOWN + "]"));
  }

  @Test
  void aStoredSessionAndItsMessagesAreListedAsTheyAre(@TempDir Path data) {
    SessionInfo info = new SessionInfo("run-1", "run", 1, "SYNTHETIC", "f", EVIL, "b\033[2J");
    try (Storage storage = Storage.open(data, info)) {
      storage.message(
          new StoredMessage(1, 1, "evil\033[2J", 1, "system-control", "{\"a\":\"\u009b\"}"));
      storage.failSession("the reason\033]0;owned\u0007\nforged line");
    }
    for (List<String> command :
        List.of(
            List.of("sessions"),
            List.of("sessions", "run-1"),
            List.of("sessions", "run-1", "--messages"),
            List.of("sessions", "no\033[2Jsuch"),
            List.of("explain", "no\033[2Jsuch"))) {
      Cli.Outcome outcome =
          Cli.run(
              Map.of(),
              Stream.concat(command.stream(), List.of("--data-dir", data.toString()).stream())
                  .toList());
      assertThat((outcome.out() + outcome.err()).replace(System.lineSeparator(), ""))
          .as("%s", command)
          .isNotEmpty()
          .doesNotContainPattern("[\\p{Cntrl}\u009b]");
      assertThat(outcome.out().lines()).noneMatch(line -> line.startsWith("forged"));
    }
  }
}
