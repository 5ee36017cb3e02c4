package mycelial.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import mycelial.colony.ReplayPacer;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionRequest;
import mycelial.colony.SwarmPlan;
import mycelial.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Learning from history, without trading. */
@Command(
    name = "train",
    description =
        "Has the swarm learn from a folder of historical candles without trading, and saves it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial train candles/ --to 2021-05-12",
      "  mycelial replay candles/ --from 2021-05-12 --swarm newest"
    })
final class TrainCommand implements Callable<Integer>, PlayingCommand {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin SessionOptions session = new SessionOptions();
  @Mixin HistoryOptions history = new HistoryOptions();

  @Override
  public Integer call() {
    return new Player(spec, common).play(request());
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
    SwarmPlan swarm = session.swarm(SwarmChoice.NONE, true, common.dataDir, spec);
    SessionRequest request =
        new SessionRequest(
            Player.newId(SessionKind.TRAIN),
            SessionKind.TRAIN,
            configuration,
            common.secrets(),
            common.dataDir,
            session.prefix,
            market.feed(),
            market.moats(),
            market.inputs(),
            market.seconds() + Duration.ofDays(1).toSeconds(), // trading never begins
            null,
            configuration.risk().replayRelease(),
            false,
            new ReplayPacer(),
            BuildInfo.id(),
            Beginning.chronicle(common, configuration, swarm, market.inputs(), null),
            null,
            swarm);
    SessionOptions.announce(market.worth(), common.json, spec);
    return request;
  }
}
