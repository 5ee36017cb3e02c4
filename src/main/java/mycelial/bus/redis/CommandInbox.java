package mycelial.bus.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import mycelial.bus.MalformedMessageException;
import mycelial.bus.OperatorCommand;
import mycelial.message.SystemControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operators' commands between whoever reads the subscription, checks and offers them, and the
 * thread that takes them.
 */
final class CommandInbox {
  private static final Logger LOG = LoggerFactory.getLogger(CommandInbox.class);
  private static final int CAPACITY = 1000;

  /** What became of a message on the control channel. */
  enum Verdict {
    TAKEN,
    REJECTED,
    NOT_A_COMMAND
  }

  private final String session;
  private final byte[] token;
  private final BlockingQueue<SystemControl> queue = new ArrayBlockingQueue<>(CAPACITY);

  /** Nonces of authentic commands; only holders of the token can make it grow. */
  private final Set<String> used = new HashSet<>();

  CommandInbox(String session, byte[] token) {
    this.session = session;
    this.token = token.clone();
  }

  /** Whoever reads: takes a command in if it is one for this session, authentic and new. */
  Verdict offer(byte[] payload) {
    OperatorCommand command;
    try {
      command = OperatorCommand.decode(payload);
    } catch (MalformedMessageException notACommand) {
      LOG.trace("not an operator's command: {}", notACommand.getMessage());
      return Verdict.NOT_A_COMMAND;
    }
    if (!command.session().equals(session) || !command.isAuthentic(token)) {
      LOG.warn("refused a {} that is not signed for this session", command.command());
      return Verdict.REJECTED;
    }
    if (!used.add(command.nonce())) {
      LOG.warn("refused a {} that had been sent before", command.command());
      return Verdict.REJECTED;
    }
    return queue.offer(command.toControl()) ? Verdict.TAKEN : Verdict.REJECTED;
  }

  List<SystemControl> take() {
    List<SystemControl> commands = new ArrayList<>();
    queue.drainTo(commands);
    return commands;
  }
}
