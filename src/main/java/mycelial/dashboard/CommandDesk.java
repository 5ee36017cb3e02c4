package mycelial.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import mycelial.bus.BusException;
import mycelial.bus.OperatorCommand;
import mycelial.bus.redis.OperatorClient;
import mycelial.message.SystemControl.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kill switch: signs an operator's command and sends it over the session's Redis, as the
 * commands {@code halt} and {@code resume-trading} do. It needs no figure and no database, so that
 * it works when these do not. One command at a time; safe for several threads.
 */
final class CommandDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NONCE_BYTES = 16;
  private static final int LONGEST_REASON = 150;
  private static final List<Command> OFFERED =
      List.of(Command.HALT, Command.RESUME, Command.EMERGENCY_SHUTDOWN);

  private final Subject subject;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();

  CommandDesk(Subject subject) {
    this.subject = subject;
  }

  /**
   * Sends what is asked for and waits until the session says that it has it.
   *
   * @throws Refusal with a sentence, when it cannot be sent
   */
  ObjectNode send(JsonNode wish) {
    Command command = command(wish.path("command").asText());
    if (!wish.path("confirm").asText().equals(command.name())) {
      throw new Refusal(422, "a command is confirmed by its own name");
    }
    String reason = wish.path("reason").asText().strip();
    if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal(422, "a reason has at most " + LONGEST_REASON + " characters in one line");
    }
    if (!lock.tryLock()) {
      throw new Refusal(409, "another command is on its way");
    }
    try {
      return send(command, reason.isEmpty() ? "dashboard" : "dashboard: " + reason);
    } finally {
      lock.unlock();
    }
  }

  private static Command command(String name) {
    return OFFERED.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal(422, "a command is one of " + OFFERED));
  }

  private ObjectNode send(Command command, String reason) {
    Optional<LiveLink> live = subject.live().get();
    if (live.isEmpty()) {
      throw new Refusal(409, "the session " + subject.session() + " does not run");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    OperatorCommand signed =
        OperatorCommand.sign(
            subject.session(),
            HexFormat.of().formatHex(nonce),
            command,
            reason,
            HexFormat.of().parseHex(live.get().token()));
    LOG.info("{} is sent to {}", command, subject.session());
    return Json.object()
        .put("session", subject.session())
        .put("command", command.name())
        .put("acknowledged", acknowledged(live.get(), signed));
  }

  private static boolean acknowledged(LiveLink live, OperatorCommand signed) {
    try {
      return OperatorClient.sendAndAwait(live.endpoint(), live.prefix(), signed, PATIENCE);
    } catch (BusException gone) {
      throw new Refusal(502, "the session's Redis: " + gone.getMessage());
    }
  }
}
