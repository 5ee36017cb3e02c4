package mycelial.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;
import mycelial.colony.SessionFolder;
import mycelial.colony.SessionRequest;
import mycelial.dashboard.Dashboard;
import mycelial.dashboard.LiveLink;
import mycelial.dashboard.Subject;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option of commands that play a session to show it on a web page meanwhile. */
final class DashboardOption {
  static final String PORT = "8787";
  private static final int MOST = 65535;

  @Option(
      names = "--dashboard",
      arity = "0..1",
      paramLabel = "PORT",
      fallbackValue = PORT,
      description =
          "Show the session on a web page of this machine (default port: ${FALLBACK-VALUE}; 0: any)."
              + " Also afterwards, and for any session: mycelial dashboard.")
  @Nullable Integer port;

  /**
   * Plays a session and shows it, if that is wanted. The page is opened first, so that a port that
   * cannot be had costs no session.
   */
  int showing(SessionRequest request, CommandSpec spec, IntSupplier play) {
    Integer chosen = port;
    if (chosen == null) {
      return play.getAsInt();
    }
    Dashboard dashboard = open(subject(request), request.dataDir(), chosen, spec);
    try {
      return play.getAsInt();
    } finally {
      dashboard.close();
    }
  }

  private static Subject subject(SessionRequest request) {
    SessionFolder folder =
        new SessionFolder(
            request.id(), SessionFolder.sessions(request.dataDir()).resolve(request.id()));
    return new Subject(
        request.id(),
        request.databases(),
        request.configuration().pairs().stream().map(Pair::name).toList(),
        () -> live(folder));
  }

  /** Starts to serve and says where, and with which token commands are given. */
  static Dashboard open(Subject subject, Path dataDir, int port, CommandSpec spec) {
    if (port < 0 || port > MOST) {
      throw new ParameterException(
          spec.commandLine(), "port " + port + " is not between 0 and " + MOST);
    }
    Explanations explainer = new Explanations(subject.session(), subject.databases(), dataDir);
    Dashboard dashboard = Dashboard.open(subject, explainer, port);
    PrintWriter err = spec.commandLine().getErr();
    err.println("dashboard of " + subject.session() + ": " + dashboard.url());
    err.println("token for its commands: " + dashboard.token());
    err.flush();
    return dashboard;
  }

  static Optional<LiveLink> live(SessionFolder folder) {
    return folder.live().map(live -> new LiveLink(live.endpoint(), live.prefix(), live.token()));
  }

  /** Says no where a command does not show its sessions itself. */
  void refuse(CommandSpec spec) {
    if (port != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--dashboard: show a session of the window with: mycelial dashboard --session ID");
    }
  }
}
