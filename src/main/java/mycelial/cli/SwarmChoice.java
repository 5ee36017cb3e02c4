package mycelial.cli;

import java.nio.file.Path;
import java.util.List;
import mycelial.storage.SwarmStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Turns what {@code --swarm} or {@code --memory} says into the id of a saved swarm. */
final class SwarmChoice {
  static final String NONE = "none";
  static final String NEWEST = "newest";
  private static final int SHOWN = 12;

  private SwarmChoice() {}

  /**
   * The id of the chosen swarm, or null for none.
   *
   * @param option which asks for it
   * @param text none, newest, or the beginning of an id
   * @throws ParameterException when there is no such swarm or more than one
   */
  static @Nullable String resolve(String option, String text, Path dataDir, CommandSpec spec) {
    SwarmStore store = new SwarmStore(dataDir);
    if (text.equals(NONE)) {
      return null;
    }
    if (text.equals(NEWEST)) {
      return store.newest().orElse(null);
    }
    List<String> found = text.isEmpty() ? List.of() : store.matching(text);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new ParameterException(
        spec.commandLine(),
        option
            + " "
            + text
            + (found.isEmpty() ? ": there is no such saved swarm in " : ": means several in ")
            + dataDir.resolve("swarm")
            + "; expected none, newest or one of "
            + known(found.isEmpty() ? store.matching("") : found));
  }

  private static String known(List<String> ids) {
    return ids.isEmpty()
        ? "(none saved)"
        : String.join(", ", ids.stream().map(SwarmChoice::brief).toList());
  }

  /** The beginning of an id, enough for people. */
  static String brief(String id) {
    return id.substring(0, Math.min(SHOWN, id.length()));
  }
}
