package mycelial.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import mycelial.colony.LiveMarket;
import mycelial.colony.LiveMoats;
import mycelial.colony.LivePacer;
import mycelial.colony.Pacer;
import mycelial.colony.ReplayPacer;
import mycelial.colony.SessionKind;
import mycelial.colony.SessionRequest;
import mycelial.colony.SwarmPlan;
import mycelial.config.Configuration;
import mycelial.market.Interval;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A paper session; {@link GuiCommand} takes the same options. */
@Command(
    name = "run",
    description = "Plays a paper session: warm-up on the past, then trading.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mycelial run --feed sample --speed max     a day of the synthetic sample, as fast as it goes",
      "  mycelial run --feed DIR --hours 6 --speed 60"
    })
class RunCommand implements Callable<Integer>, PlayingCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final int HOURS_A_DAY = 24;
  private static final String KRAKEN = "kraken";
  private static final String FASTEST = "max";

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Common common = new Common();
  @Mixin SessionOptions session = new SessionOptions();
  @Mixin DashboardOption dashboard = new DashboardOption();
  @Mixin MetricsOptions metrics = new MetricsOptions();

  @Option(names = "--hours", paramLabel = "H", description = "Hours to trade (default: 24).")
  @Nullable Integer hours;

  @Option(
      names = "--warm-up-hours",
      paramLabel = "H",
      description = "Hours before that to learn on without trading (default: 72).")
  @Nullable Integer warmUpHours;

  @Option(
      names = "--feed",
      paramLabel = "FEED",
      defaultValue = "sample",
      description =
          "sample, synthetic, kraken, or a folder of candle files (default: ${DEFAULT-VALUE}).")
  String feed = "sample";

  @Option(
      names = "--exchange-url",
      paramLabel = "URL",
      description = "With --feed kraken: a server that speaks like Kraken (default: Kraken).")
  @Nullable URI exchangeUrl;

  @Option(
      names = "--warm-up",
      paramLabel = "DIR",
      description =
          "With --feed kraken: past candles to learn on (default: the 720 bars that Kraken has).")
  @Nullable Path warmUpFolder;

  @Option(
      names = "--validate",
      description =
          "With --feed kraken and keys: have Kraken check each order of the account; none is placed.")
  boolean validate;

  @Option(
      names = "--interval",
      paramLabel = "M",
      defaultValue = "1",
      description = "With --feed kraken: minutes of a bar (default: ${DEFAULT-VALUE}).")
  int minutes = 1;

  @Option(
      names = "--speed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Schedule seconds a second on the wall, or max (default: ${DEFAULT-VALUE}).")
  String speed = "1";

  @Override
  public Integer call() {
    try (MetricsOptions.Served served = metrics.open()) {
      SessionRequest request = request();
      Player player = player();
      return dashboard.showing(request, spec, () -> player.play(request, served.statuses()));
    }
  }

  final Player player() {
    return new Player(spec, common);
  }

  @Override
  public final Common common() {
    return common;
  }

  @Override
  public final SessionRequest request() {
    common.override("seed", session.seed);
    common.override("session.hours", hours);
    common.override("session.warm-up-hours", warmUpHours);
    return feed.equals(KRAKEN) ? liveRequest() : recordedRequest();
  }

  /** Says what is wrong with the options; asks no exchange and begins nothing. */
  final void check() {
    if (feed.equals(KRAKEN)) {
      common.configuration();
      interval();
      liveSpeed();
    } else {
      request();
    }
  }

  private SessionRequest recordedRequest() {
    Configuration configuration = common.configuration();
    int trade = configuration.session().hours();
    int warmUp = configuration.session().warmUpHours();
    int days = (trade + warmUp + HOURS_A_DAY - 1) / HOURS_A_DAY;
    Market market = Markets.named(feed, days, common.dataDir, configuration);
    session.admit(market);
    SwarmPlan swarm = session.swarm(SwarmChoice.NEWEST, true, common.dataDir, spec);
    SessionRequest request =
        new SessionRequest(
            Player.newId(SessionKind.RUN),
            SessionKind.RUN,
            configuration,
            common.secrets(),
            common.dataDir,
            session.prefix,
            market.feed(),
            market.moats(),
            market.inputs(),
            warmUp(market, Duration.ofHours(trade), Duration.ofHours(warmUp)),
            Duration.ofHours(trade).toSeconds(),
            configuration.risk().release(),
            session.flatten,
            pacer(),
            BuildInfo.id(),
            Beginning.chronicle(common, configuration, swarm, market.inputs(), null),
            null,
            swarm);
    SessionOptions.announce(market.worth(), common.json, spec);
    return request;
  }

  private SessionRequest liveRequest() {
    String id = Player.newId(SessionKind.RUN);
    Beginning begun = common.beginning();
    LiveMarket before = begun == null ? null : begun.live();
    long seconds = Duration.ofHours(common.configuration().session().hours()).toSeconds();
    LiveSession.Wish wish =
        new LiveSession.Wish(
            exchangeUrl,
            liveSpeed(),
            warmUpFolder,
            session.leastGrade,
            interval(),
            seconds,
            validate);
    LiveSession live =
        begun == null || before == null
            ? LiveSession.begin(id, common, wish)
            : LiveSession.again(begun, common, wish, before);
    SwarmPlan swarm = session.swarm(SwarmChoice.NEWEST, true, common.dataDir, spec);
    SessionOptions.announce(live.worth(), common.json, spec);
    return new SessionRequest(
        id,
        SessionKind.RUN,
        live.configuration(),
        common.secrets(),
        common.dataDir,
        session.prefix,
        live.past(),
        () -> LiveMoats.feed(live.configuration(), exchangeUrl),
        live.inputs(),
        live.warmUpSeconds(),
        seconds,
        live.configuration().risk().release(),
        session.flatten,
        live.pacer(),
        BuildInfo.id(),
        Beginning.chronicle(common, live.configuration(), swarm, live.inputs(), live.market()),
        live.market(),
        swarm);
  }

  private Interval interval() {
    try {
      return Interval.ofMinutes(minutes);
    } catch (IllegalArgumentException bad) {
      throw new ParameterException(spec.commandLine(), "--interval: " + bad.getMessage());
    }
  }

  private double liveSpeed() {
    if (speed.equals(FASTEST)) {
      throw new ParameterException(
          spec.commandLine(), "--speed max is for recorded markets; a live one needs a number");
    }
    return number();
  }

  /** What is asked for, or less where the market is too short for it: trading comes first. */
  private long warmUp(Market market, Duration trade, Duration asked) {
    long room = Math.max(0, market.seconds() - trade.toSeconds());
    if (room < asked.toSeconds()) {
      spec.commandLine()
          .getErr()
          .println(
              "the market is only "
                  + Duration.ofSeconds(market.seconds()).toHours()
                  + " hours long: warming up on "
                  + Duration.ofSeconds(room).toHours());
    }
    return Math.min(room, asked.toSeconds());
  }

  private Pacer pacer() {
    return speed.equals(FASTEST) ? new ReplayPacer() : new LivePacer(number(), System::nanoTime);
  }

  private double number() {
    try {
      double number = Double.parseDouble(speed);
      if (number > 0 && number < Double.POSITIVE_INFINITY) {
        return number;
      }
    } catch (NumberFormatException bad) {
      LOG.debug("--speed {} is no number", speed, bad);
    }
    throw new ParameterException(
        spec.commandLine(), "--speed " + speed + ": expected a number above zero, or max");
  }
}
