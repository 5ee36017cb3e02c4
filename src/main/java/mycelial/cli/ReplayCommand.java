package mycelial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import mycelial.colony.ReplayPacer;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionRequest;
import mycelial.config.Configuration;
import mycelial.config.HaltRelease;
import mycelial.feed.replay.CandleFolder.Selection;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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
final class ReplayCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin SessionOptions session = new SessionOptions();

  @Parameters(
      paramLabel = "DIR",
      description = "Folder of files named PAIR_MINUTES.csv or .csv.gz in Kraken's OHLCVT form.")
  Path folder = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = Times.Converter.class,
      description = "First bar: ISO-8601 or epoch seconds.")
  OptionalLong from = OptionalLong.empty();

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = Times.Converter.class,
      description = "End, exclusive: ISO-8601 or epoch seconds.")
  OptionalLong to = OptionalLong.empty();

  @Option(names = "--pairs", paramLabel = "A,B", split = ",", description = "Only these pairs.")
  List<String> pairs = List.of();

  @Option(names = "--interval", paramLabel = "M", description = "Only bars of M minutes.")
  @Nullable Integer minutes;

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

  @Override
  public Integer call() {
    common.override("seed", session.seed);
    Configuration configuration = common.configuration();
    Market market = Markets.folder(folder, selection(configuration), configuration);
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
            BuildInfo.id());
    return new Player(spec.commandLine().getOut(), spec.commandLine().getErr(), common.json)
        .play(request);
  }

  private Selection selection(Configuration configuration) {
    if (from.isPresent() && to.isPresent() && from.getAsLong() >= to.getAsLong()) {
      throw usage("--from must be before --to");
    }
    List<Pair> chosen = new ArrayList<>();
    for (String name : pairs) {
      chosen.add(
          configuration
              .names()
              .resolve(name.strip())
              .orElseThrow(() -> usage("--pairs: '" + name + "' is not a configured pair")));
    }
    return new Selection(from, to, chosen, interval());
  }

  private @Nullable Interval interval() {
    if (minutes == null) {
      return null;
    }
    try {
      return Interval.ofMinutes(minutes);
    } catch (IllegalArgumentException bad) {
      throw usage("--interval: " + bad.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
