package mycelial.colony;

import java.util.ArrayDeque;
import mycelial.message.Channel;
import mycelial.message.Role;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * Relays operators' commands, authenticated by the bus, into the colony as messages of its own
 * round, so that every agent sees them at one schedule time.
 */
final class OperatorDesk implements Steppable {
  private static final long serialVersionUID = 1L;

  /** Its id as a source of messages. */
  static final int ID = 0;

  /** It acts before every agent. */
  static final int ORDERING = 0;

  private final transient ArrayDeque<SystemControl> inbox = new ArrayDeque<>();
  private long relayed;

  void take(SystemControl command) {
    inbox.add(command);
  }

  boolean hasMail() {
    return !inbox.isEmpty();
  }

  long relayed() {
    return relayed;
  }

  @Override
  public void step(SimState state) {
    Colony colony = (Colony) state;
    while (!inbox.isEmpty()) {
      relayed++;
      colony.post(ID, Role.OPERATOR_DESK, Channel.of(Topic.SYSTEM_CONTROL), inbox.remove());
    }
  }
}
