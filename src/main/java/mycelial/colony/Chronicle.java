package mycelial.colony;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands to its journal.
 *
 * @param mode whether it begins one, goes on with its own, or plays another's again
 * @param folder of the session whose journal is played again, else null
 * @param facts what a new journal is to remember of the session's beginning, by name
 */
public record Chronicle(Mode mode, @Nullable Path folder, Map<String, String> facts) {
  /** What is done with a journal. */
  public enum Mode {
    /** It is begun. */
    BEGUN,
    /** It is played to its end, and then continued. */
    RESUMED,
    /** Another session's is played to its end, and nothing is added. */
    REPLAYED
  }

  /** Copies the facts. */
  public Chronicle {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** A new journal, which remembers these facts. */
  public static Chronicle begin(Map<String, String> facts) {
    return new Chronicle(Mode.BEGUN, null, facts);
  }

  /** The session's own journal, to be continued. */
  public static Chronicle resume() {
    return new Chronicle(Mode.RESUMED, null, Map.of());
  }

  /** The journal in that session's folder, to be played again. */
  public static Chronicle replay(Path folder) {
    return new Chronicle(Mode.REPLAYED, folder, Map.of());
  }
}
