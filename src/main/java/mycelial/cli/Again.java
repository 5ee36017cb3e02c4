package mycelial.cli;

import java.nio.file.Path;
import java.util.Optional;
import mycelial.colony.Chronicle;
import mycelial.colony.SessionFolder;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionRequest;
import mycelial.feed.BadDataException;
import mycelial.storage.SessionLock;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Makes requests for sessions that have been before, out of their journals. */
final class Again {
  private Again() {}

  /**
   * A session that was killed, to go on.
   *
   * @throws ParameterException when it cannot be resumed
   */
  static SessionRequest resumed(String session, Common common, CommandSpec spec) {
    Optional<SessionFolder.Live> live =
        SessionFolder.allLive(common.dataDir).stream()
            .filter(each -> each.session().equals(session) && isHeld(session, common.dataDir))
            .findFirst();
    if (live.isPresent()) {
      throw new ParameterException(spec.commandLine(), live.get() + " is running");
    }
    SessionCatalog.of(common.dataDir)
        .find(session)
        .filter(each -> each.digest() != null)
        .ifPresent(ended -> {
          throw new ParameterException(
              spec.commandLine(),
              session
                  + " has ended ("
                  + ended.state()
                  + "); to see it again: mycelial replay --session "
                  + session);
        });
    return request(session, Chronicle.Mode.RESUMED, common, spec);
  }

  /** A process that was killed may be listed until somebody has noticed; its lock is not. */
  private static boolean isHeld(String session, Path dataDir) {
    return SessionLock.isHeld(dataDir)
        || SessionLock.isHeld(SessionFolder.sessions(dataDir).resolve(session));
  }

  /**
   * A session that has been, played again as a replay.
   *
   * @throws ParameterException when there is no such session
   */
  static SessionRequest replayed(String session, Common common, CommandSpec spec) {
    return request(session, Chronicle.Mode.REPLAYED, common, spec);
  }

  private static SessionRequest request(
      String session, Chronicle.Mode mode, Common common, CommandSpec spec) {
    Beginning beginning = Beginning.read(session, mode, common.dataDir, spec);
    CommandLine line = Mycelial.commandLine(common.surroundings());
    CommandLine.ParseResult parsed = line.parseArgs(beginning.args().toArray(new String[0]));
    PlayingCommand command = (PlayingCommand) parsed.subcommand().commandSpec().userObject();
    command.common().again(beginning, common.dataDir);
    SessionRequest request = command.request();
    if (!request.inputs().equals(beginning.inputs())) {
      throw new BadDataException(
          "session "
              + session
              + " cannot be played again: what it read has changed since; it was\n"
              + beginning.inputs());
    }
    Path folder = beginning.folder();
    return mode == Chronicle.Mode.RESUMED
        ? request.resumed(session, beginning.swarm())
        : request.replayed(Player.newId(SessionKind.REPLAY), folder, beginning.swarmUnsaved());
  }
}
