package mycelial.message;

import java.util.List;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A command to the colony.
 *
 * @param command what to do
 * @param origin who says so
 * @param reason why, in words
 * @param scope whom and what it concerns
 */
public record SystemControl(Command command, Origin origin, String reason, Scope scope)
    implements Message {

  /**
   * Whom and what a command concerns.
   *
   * @param agents ids of the agents, or empty for all
   * @param family the family of patterns, or null
   * @param pair the pair, or null for all
   * @param sizeFactor of a SIZE command: by what the size of the account's orders is multiplied, 0
   *     to 1; 0 opens nothing
   */
  public record Scope(
      List<Integer> agents, @Nullable String family, @Nullable Pair pair, double sizeFactor) {
    /** Everybody and everything. */
    public static final Scope ALL = new Scope(List.of(), null, null, 1);

    /**
     * @throws IllegalArgumentException when the size factor is not between 0 and 1
     */
    public Scope {
      agents = List.copyOf(agents);
      if (!(sizeFactor >= 0 && sizeFactor <= 1)) {
        throw new IllegalArgumentException("size factor " + sizeFactor + " is not 0 to 1");
      }
    }

    /** Those agents. */
    public static Scope agents(List<Integer> agents) {
      return new Scope(agents, null, null, 1);
    }

    /** Those agents and that family of patterns. */
    public static Scope family(List<Integer> agents, String family) {
      return new Scope(agents, family, null, 1);
    }

    /** The account's orders in that pair, or in all pairs. */
    public static Scope size(@Nullable Pair pair, double factor) {
      return new Scope(List.of(), null, pair, factor);
    }
  }

  /** What can be commanded. There is no command that leaves paper trading. */
  public enum Command {
    /** Open no new position until RESUME. */
    HALT,
    /** Lift a halt. */
    RESUME,
    /** Close every open position of the account. */
    FLATTEN,
    /** HALT and FLATTEN at once, then end the session. */
    EMERGENCY_SHUTDOWN,
    /** End the session; positions stay open and are marked. */
    STOP,
    /** The learners in scope exchange their best rules. */
    FORCE_SHARE,
    /** The learners in scope drop the family's patterns and explore. */
    QUARANTINE,
    /** Change the size of the account's orders. */
    SIZE;

    /** Whether an operator may give it; the others are the colony's own. */
    public boolean isOperators() {
      return this != FORCE_SHARE && this != QUARANTINE && this != SIZE;
    }
  }

  /** Who commands. */
  public enum Origin {
    OPERATOR,
    RISK,
    COUNCIL
  }

  /**
   * @throws IllegalArgumentException when the reason is empty
   */
  public SystemControl {
    Checks.words(reason);
    if (origin == Origin.OPERATOR && !command.isOperators()) {
      throw new IllegalArgumentException("an operator cannot command " + command);
    }
  }

  /** A command that concerns everybody. */
  public SystemControl(Command command, Origin origin, String reason) {
    this(command, origin, reason, Scope.ALL);
  }
}
