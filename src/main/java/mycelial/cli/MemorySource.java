package mycelial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mycelial.storage.StoredHistory;
import mycelial.storage.TradeQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which trades a command looks at: all of the data folder, or those of a session, which are in a
 * folder of its own when it was a replay.
 */
final class MemorySource {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "Only this session: a replay's own trades.db, or a run's in the data folder.")
  @Nullable String session;

  /** The folder whose trades.db is to be read. */
  Path folder(Path dataDir) {
    if (session == null) {
      return dataDir;
    }
    Path own = dataDir.resolve("sessions").resolve(session);
    return Files.exists(own.resolve("trades.db")) ? own : dataDir;
  }

  /**
   * Opens the history.
   *
   * @throws mycelial.storage.StorageException when there is no trades.db or it cannot be used
   * @throws ParameterException when it does not know the session
   */
  StoredHistory open(Path dataDir) {
    Path folder = folder(dataDir);
    List<String> known = sessions(folder);
    if (session != null && !known.contains(session)) {
      throw new ParameterException(
          command.commandLine(),
          "--session: '%s' is not in %s (%s)"
              .formatted(
                  session,
                  folder.resolve("trades.db"),
                  known.isEmpty()
                      ? "no session is"
                      : "the last of " + known.size() + " is " + known.getLast()));
    }
    return StoredHistory.open(folder);
  }

  private static List<String> sessions(Path folder) {
    try (TradeQueries queries = TradeQueries.open(folder)) {
      return queries.sessions().stream().map(stored -> stored.info().id()).toList();
    }
  }
}
