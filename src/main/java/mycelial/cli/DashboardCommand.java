package mycelial.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import mycelial.colony.SessionFolder;
import mycelial.colony.SessionFolder.Live;
import mycelial.dashboard.Dashboard;
import mycelial.dashboard.Subject;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A web page that shows a session, running or ended, from a process of its own. */
@Command(
    name = "dashboard",
    description =
        "Shows a session on a web page of this machine: one that runs, live, or one that has ended.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "It reads Redis and the databases only, so the session need not know of it. It ends with Ctrl-C.",
      "",
      "Examples:",
      "  mycelial dashboard                                  the session that runs, or the newest",
      "  mycelial dashboard --session run-20260103T180000Z-1a2b --port 0"
    })
final class DashboardCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "The session (default: the one that runs, else the newest).")
  @Nullable String session;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = DashboardOption.PORT,
      description = "TCP port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any that is free).")
  int port;

  @Override
  public Integer call() throws InterruptedException {
    ListedSession shown = find();
    SessionFolder folder =
        new SessionFolder(shown.id(), SessionFolder.sessions(common.dataDir).resolve(shown.id()));
    Subject subject =
        new Subject(
            shown.id(),
            Path.of(shown.folder()),
            common.configuration().pairs().stream().map(Pair::name).toList(),
            () -> DashboardOption.live(folder));
    try (Dashboard dashboard = DashboardOption.open(subject, common.dataDir, port, spec)) {
      if (common.json) {
        Map<String, Object> opened = new LinkedHashMap<>();
        opened.put("session", shown.id());
        opened.put("url", dashboard.url());
        opened.put("token", dashboard.token());
        spec.commandLine().getOut().println(Output.json(opened));
        spec.commandLine().getOut().flush();
      }
      new CountDownLatch(1).await(); // Ctrl-C ends the process; nothing is lost with it
    }
    return ExitCode.FINE;
  }

  private ListedSession find() {
    SessionCatalog catalog = SessionCatalog.of(common.dataDir);
    catalog.unreadable().forEach(spec.commandLine().getErr()::println);
    String wanted = session;
    if (wanted == null) {
      List<Live> live = SessionFolder.allLive(common.dataDir);
      wanted = live.isEmpty() ? null : live.getLast().session();
    }
    if (wanted == null && !catalog.sessions().isEmpty()) {
      return catalog.sessions().getLast();
    }
    return catalog
        .find(wanted == null ? "" : wanted)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "no session"
                    + (session == null ? "" : " " + session)
                    + " below "
                    + common.dataDir
                    + "; see: mycelial sessions --data-dir DIR"));
  }
}
