package mycelial.cli;

import java.util.concurrent.Callable;
import mycelial.colony.ReplayPacer;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionRequest;
import mycelial.colony.SwarmPlan;
import mycelial.config.Configuration;
import mycelial.config.HaltRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** History played back. */
@Command(
    name = "replay",
    description = "Plays a folder of historical candles through the same schedule, at full speed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: mycelial replay candles/ --from 2021-05-10 --to 2021-05-12 --pairs XBTUSD,ETHUSD"
    })
final class ReplayCommand implements Callable<Integer>, PlayingCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin SessionOptions session = new SessionOptions();
  @Mixin DashboardOption dashboard = new DashboardOption();
  @Mixin MetricsOptions metrics = new MetricsOptions();

  @Mixin HistoryOptions history = new HistoryOptions();

  @Option(
      names = "--warm-up-hours",
      paramLabel = "H",
      defaultValue = "0",
      description = "Hours to learn on before trading (default: ${DEFAULT-VALUE}).")
  int warmUpHours;

  @Option(
      names = "--halt",
      paramLabel = "latch|midnight",
      description = "What lifts a risk halt (default: midnight, UTC).")
  @Nullable HaltRelease halt;

  @Option(
      names = "--save-swarm",
      description = "Save what the swarm has learned, so that other sessions may start from it.")
  boolean saveSwarm;

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "Instead of DIR: a session that has been, played again from its journal.")
  @Nullable String replayed;

  @Override
  public Integer call() {
    try (MetricsOptions.Served served = metrics.open()) {
      SessionRequest request =
          replayed == null ? request() : Again.replayed(replayed, common, spec);
      Player player = new Player(spec, common);
      return dashboard.showing(request, spec, () -> player.play(request, served.statuses()));
    }
  }

  @Override
  public Common common() {
    return common;
  }

  @Override
  public SessionRequest request() {
    common.override("seed", session.seed);
    Configuration configuration = common.configuration();
    Market market = history.market(configuration, spec);
    session.admit(market);
    SwarmPlan swarm = session.swarm(SwarmChoice.NONE, saveSwarm, common.dataDir, spec);
    SessionRequest request =
        new SessionRequest(
            Player.newId(SessionKind.REPLAY),
            SessionKind.REPLAY,
            configuration,
            common.secrets(),
            common.dataDir,
            session.prefix,
            market.feed(),
            market.moats(),
            market.inputs(),
            3600L * warmUpHours,
            null,
            halt == null ? configuration.risk().replayRelease() : halt,
            session.flatten,
            new ReplayPacer(),
            BuildInfo.id(),
            Beginning.chronicle(common, configuration, swarm, market.inputs(), null),
            null,
            swarm);
    SessionOptions.announce(market.worth(), common.json, spec);
    return request;
  }
}
