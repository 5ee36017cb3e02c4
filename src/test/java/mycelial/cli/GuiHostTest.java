package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mycelial.colony.Chronicle;
import mycelial.colony.Session;
import mycelial.gui.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the window's host does with parameters that people change. */
@Timeout(180)
final class GuiHostTest {
  @TempDir private Path folder = Path.of("");

  private GuiHost host(String... more) {
    List<String> arguments = new ArrayList<>(List.of("gui"));
    arguments.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(Cli.SMALL);
    CommandLine line =
        Mycelial.commandLine(
            new Mycelial.Surroundings(new TreeMap<>(), Path.of("target", "no-such.env")));
    line.setOut(new PrintWriter(new StringWriter(), true));
    StringWriter err = new StringWriter();
    CommandLine.ParseResult parsed = line.parseArgs(arguments.toArray(new String[0]));
    GuiCommand command = (GuiCommand) parsed.subcommand().commandSpec().userObject();
    return new GuiHost(command, 42, new PrintWriter(err, true));
  }

  private static String value(GuiHost host, String key) {
    return host.parameters().stream()
        .filter(parameter -> parameter.key().equals(key))
        .map(Parameter::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBadValueIsRefusedWithTheConfigurationsSentenceAndChangesNothing() {
    GuiHost host = host();

    assertThat(host.change("council.quorum", "0")).contains("council.quorum").doesNotContain("\n");
    assertThat(host.change("council.quorum", "99")).contains("more than the 6 learners");
    assertThat(host.change("costs.slippage-percent", "NaN")).contains("costs.slippage-percent");
    assertThat(host.change("risk.max-drawdown-percent", "90")).contains("emergency");
    assertThat(value(host, "council.quorum")).isEqualTo("3");
    assertThat(host.changes()).isEmpty();
  }

  @Test
  void aChangeIsInForceAndShownUntilItIsTakenBack() {
    GuiHost host = host("--set", "council.quorum=4");

    assertThat(host.change("council.quorum", "2")).isNull();
    assertThat(host.change("costs.taker-tiers", " 0.26 ")).isNull();

    assertThat(host.changes())
        .containsExactly(
            Map.entry("council.quorum", "2"), Map.entry("costs.taker-tiers", "{0: 0.26}"));
    assertThat(host.change("council.quorum", "4")).isNull();
    assertThat(host.changes()).containsOnlyKeys("costs.taker-tiers");
    host.reset();
    assertThat(host.changes()).isEmpty();
    assertThat(value(host, "council.quorum")).isEqualTo("4");
  }

  @Test
  void anExchangeThatCannotBeReachedIsASentenceInTheWindow() {
    GuiHost host = host("--feed", "kraken", "--exchange-url", "http://127.0.0.1:9", "--speed=1");
    List<String> said = new ArrayList<>();

    assertThat(host.open(7, said::add)).isNull();
    assertThat(said).singleElement().asString().contains("127.0.0.1:9").doesNotContain("\tat ");
    assertThat(host.hasFailed()).isTrue();
  }

  @Test
  void aSessionWithChangedParametersIsReplayedWithThemAndGivesTheSameDigest() {
    GuiHost host =
        host(
            "--speed=max",
            "--feed",
            Cli.day(folder.resolve("day")).toString(),
            "--hours",
            "8",
            "--swarm=none");
    assertThat(host.change("trading.window-millis", "9000")).isNull();
    assertThat(host.change("council.quorum", "2")).isNull();
    assertThat(host.change("costs.taker-tiers", "0.1")).isNull();

    String id;
    try (Session session = Objects.requireNonNull(host.open(7, line -> {}))) {
      id = session.request().id();
      host.attempt(
          session,
          () -> {
            session.record(session.play(System::nanoTime), "{}");
            return true;
          });
    }

    Cli.Outcome parity =
        Cli.run("verify-parity", id, "--json", "--data-dir", folder.resolve("data").toString());
    assertThat(parity.code()).as(parity.err()).isZero();
    JsonNode proof = parity.json();
    assertThat(proof.path("equal").asBoolean()).isTrue();
    assertThat(proof.path("stored").asText())
        .isNotEmpty()
        .isEqualTo(proof.path("replayed").asText());
    Beginning begun =
        Beginning.read(
            id,
            Chronicle.Mode.REPLAYED,
            folder.resolve("data"),
            CommandLine.Model.CommandSpec.create());
    assertThat(begun.overrides())
        .containsEntry("trading.window-millis", "9000")
        .containsEntry("council.quorum", "2")
        .containsEntry("costs.taker-tiers", "{0: 0.1}")
        .containsEntry("seed", "7");
  }
}
