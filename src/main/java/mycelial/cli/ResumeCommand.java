package mycelial.cli;

import java.util.concurrent.Callable;
import mycelial.colony.SessionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a session that was killed. */
@Command(
    name = "resume",
    description =
        "Goes on with a session that was killed: plays its journal again, checks that it becomes"
            + " what it was, and lives on.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: mycelial resume run-20260103T180000Z-1a2b"})
final class ResumeCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin DashboardOption dashboard = new DashboardOption();
  @Mixin MetricsOptions metrics = new MetricsOptions();

  @Parameters(paramLabel = "SESSION", description = "Its id; see: mycelial sessions.")
  String session = "";

  @Override
  public Integer call() {
    try (MetricsOptions.Served served = metrics.open()) {
      SessionRequest request = Again.resumed(session, common, spec);
      Player player = new Player(spec, common);
      return dashboard.showing(request, spec, () -> player.play(request, served.statuses()));
    }
  }
}
