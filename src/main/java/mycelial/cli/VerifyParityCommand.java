package mycelial.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import mycelial.colony.Divergence;
import mycelial.colony.Session;
import mycelial.colony.SessionFolder;
import mycelial.colony.SessionRequest;
import mycelial.colony.SessionResult;
import mycelial.storage.JournalEntry;
import mycelial.storage.JournalReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that a replay tells what a session did, or shows where it does not. */
@Command(
    name = "verify-parity",
    description =
        "Plays a session's journal again and compares: the journal's chain, the state of the colony"
            + " at every line that tells it, and the session's digest.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1: they differ; the first divergence is shown.",
      "",
      "Example:",
      "  mycelial verify-parity run-20260105T120000Z-1a2b"
    })
final class VerifyParityCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Parameters(paramLabel = "SESSION", description = "Its id; see: mycelial sessions.")
  String session = "";

  /**
   * What came of it.
   *
   * @param equal whether everything agrees
   * @param lines of the journal
   * @param states how many of them tell the colony's state
   * @param stored digest of the session, or null where it was killed
   * @param replayed digest of its replay, or null where that could not be played to its end
   * @param divergence where they differ first, or null
   */
  record Parity(
      String session,
      boolean equal,
      long lines,
      long states,
      @Nullable String stored,
      @Nullable String replayed,
      @Nullable String divergence) {}

  @Override
  public Integer call() {
    Map<JournalEntry.Kind, Long> kinds = new EnumMap<>(JournalEntry.Kind.class);
    SessionRequest request = Again.replayed(session, common, spec);
    Path folder = SessionFolder.sessions(common.dataDir).resolve(session);
    long lines = count(folder, kinds);
    String stored =
        SessionCatalog.of(common.dataDir).find(session).map(ListedSession::digest).orElse(null);
    String replayed = null;
    String divergence = null;
    try {
      replayed = play(request);
      divergence =
          stored == null || stored.equals(replayed)
              ? null
              : "every state agrees, but the digest at the end does not";
    } catch (Divergence differs) {
      divergence = differs.getMessage();
    }
    long states = kinds.getOrDefault(JournalEntry.Kind.STATE, 0L);
    show(new Parity(session, divergence == null, lines, states, stored, replayed, divergence));
    return divergence == null ? ExitCode.FINE : ExitCode.FAILED;
  }

  /** Checks the chain from end to end and counts the lines by kind. */
  private static long count(Path folder, Map<JournalEntry.Kind, Long> kinds) {
    try (JournalReader journal = JournalReader.open(folder)) {
      for (JournalEntry next = journal.next(); next != null; next = journal.next()) {
        kinds.merge(next.kind(), 1L, Long::sum);
      }
      return journal.lines();
    }
  }

  private String play(SessionRequest request) {
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Interrupts interrupts = new Interrupts(spec.commandLine().getErr());
        Session again = Session.open(request, progress)) {
      interrupts.onFirst(again::interrupt);
      SessionResult result = again.play(System::nanoTime);
      again.record(result, Output.json(result));
      return result.digest();
    } finally {
      progress.end();
    }
  }

  private void show(Parity parity) {
    if (common.json) {
      spec.commandLine().getOut().println(Output.json(parity));
      return;
    }
    String what =
        "%d lines of the journal of %s, %d of them states of the colony"
            .formatted(parity.lines, parity.session, parity.states);
    spec.commandLine()
        .getOut()
        .println(
            parity.divergence != null
                ? "DIFFERENT: " + parity.divergence
                : parity.stored == null
                    ? "EQUAL as far as it goes: %s; it was killed and has no digest".formatted(what)
                    : "EQUAL: %s; digest %s".formatted(what, parity.stored));
  }
}
