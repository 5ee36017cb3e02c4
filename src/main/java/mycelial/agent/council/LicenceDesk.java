package mycelial.agent.council;

import java.util.LinkedHashMap;
import java.util.Map;
import mycelial.message.PatternCandidate;
import org.jspecify.annotations.Nullable;

/** The applications that an instigator has not decided yet, oldest first. */
final class LicenceDesk {
  /** Nothing is waited for. */
  static final long NEVER = Long.MAX_VALUE;

  private final String prefix;
  private final long patience;
  private final Map<String, LicenceCase> open = new LinkedHashMap<>();
  private long opened;

  /**
   * @param prefix of the cases' names
   * @param patience ticks after which a case is decided with what there is
   */
  LicenceDesk(String prefix, long patience) {
    this.prefix = prefix;
    this.patience = patience;
  }

  /** Opens a case for an application that was read at a tick. */
  LicenceCase open(int learner, PatternCandidate candidate, long tick) {
    opened++;
    LicenceCase fresh = new LicenceCase(prefix + opened, learner, candidate, tick + patience);
    open.put(fresh.id(), fresh);
    return fresh;
  }

  /** An open case, or null when it is another instigator's or has been decided. */
  @Nullable LicenceCase find(String id) {
    return open.get(id);
  }

  void close(LicenceCase decided) {
    open.remove(decided.id());
  }

  /** The oldest open case whose time is up, or null. */
  @Nullable LicenceCase overdue(long tick) {
    for (LicenceCase oldest : open.values()) {
      return oldest.deadline() <= tick ? oldest : null;
    }
    return null;
  }

  /** When the oldest open case is to be decided, or {@link #NEVER}. */
  long nextDeadline() {
    for (LicenceCase oldest : open.values()) {
      return oldest.deadline();
    }
    return NEVER;
  }

  /** Cases opened so far. */
  long opened() {
    return opened;
  }
}
