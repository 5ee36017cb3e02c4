package mycelial.cli;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mycelial.colony.LiveMarket;
import mycelial.colony.LiveMoats;
import mycelial.config.Configuration;
import mycelial.config.ConfigurationException;
import mycelial.config.ExchangeSettings;
import mycelial.config.Secrets;
import mycelial.feed.Arrival;
import mycelial.feed.Connector;
import mycelial.feed.MarketFeed;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenAccount;
import mycelial.feed.kraken.KrakenExchange;
import mycelial.feed.kraken.KrakenKeys;
import mycelial.feed.kraken.KrakenOrderValidator;
import mycelial.feed.kraken.KrakenPair;
import mycelial.feed.kraken.KrakenPairs;
import mycelial.feed.kraken.KrakenSettings;
import mycelial.feed.kraken.KrakenTime;
import mycelial.feed.kraken.TakerFee;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.replay.Survey;
import mycelial.market.Bar;
import mycelial.market.Interval;
import mycelial.market.MarketUpdate;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.market.Pair;
import mycelial.market.PairSpec;
import mycelial.market.Provenance;
import org.jspecify.annotations.Nullable;

/** Opens Kraken, or a server that speaks like it, for a session. */
final class LiveMarkets implements AutoCloseable {
  private static final Duration FIRST_CONTACT = Duration.ofSeconds(8);
  private static final String KRAKEN = "api.kraken.com";

  private final @Nullable URI standIn;
  private final KrakenSettings settings;
  private final ScaledClock clock;
  private final KrakenExchange exchange;
  private final KrakenPairs pairs;
  private @Nullable OrderDesk desk;

  /**
   * Reads the exchange's time and its pairs.
   *
   * @param url of the exchange, or null for the configured one
   * @param speed its seconds for each second on the wall
   * @throws mycelial.feed.kraken.KrakenException when it cannot be reached
   */
  LiveMarkets(Configuration configuration, @Nullable URI url, double speed) {
    standIn = url;
    settings = settings(configuration, url);
    clock = new ScaledClock(System::nanoTime, speed, KrakenTime.read(settings, FIRST_CONTACT));
    exchange =
        KrakenExchange.open(settings, clock, Markets.specs(configuration), configuration.names());
    pairs = exchange.pairs();
  }

  static KrakenSettings settings(Configuration configuration, @Nullable URI url) {
    ExchangeSettings exchange = configuration.exchange();
    return new KrakenSettings(
        url == null ? URI.create(exchange.url()) : url,
        url == null ? URI.create(exchange.streamUrl()) : KrakenSettings.streamOf(url),
        exchange.callsPerSecond(),
        exchange.graceSeconds(),
        exchange.lateSeconds(),
        exchange.staleSeconds(),
        exchange.pairStaleSeconds(),
        exchange.deadlineSeconds(),
        configuration.seed());
  }

  /**
   * Has Kraken check every order of the account from now on.
   *
   * @throws ConfigurationException when there are no keys
   */
  void validateOrders(Secrets secrets) {
    KrakenKeys keys = keys(secrets);
    if (keys == null) {
      throw new ConfigurationException(
          List.of("--validate needs KRAKEN_API_KEY and KRAKEN_API_SECRET; see .env.example"));
    }
    desk = new OrderDesk(pairs, KrakenOrderValidator.open(settings, clock, keys));
  }

  static @Nullable KrakenKeys keys(Secrets secrets) {
    Optional<String> secret = secrets.krakenApiSecret();
    return secrets
        .krakenApiKey()
        .flatMap(key -> secret.map(known -> new KrakenKeys(key, known)))
        .orElse(null);
  }

  ScaledClock clock() {
    return clock;
  }

  /** Which pairs cannot be had and why, in one sentence; empty when all can. */
  String complaint() {
    return pairs.complaint();
  }

  /**
   * What the exchange says of its pairs and fees, as settings: with keys the account's own fee,
   * which is what it would pay now.
   */
  Map<String, String> overrides(Secrets secrets) {
    Map<String, String> settingsOfPairs = new TreeMap<>();
    for (KrakenPair listed : pairs.listed()) {
      PairSpec spec = listed.spec();
      String key = "pairs." + spec.pair().name() + ".";
      settingsOfPairs.put(key + "price-decimals", String.valueOf(spec.priceDecimals()));
      settingsOfPairs.put(key + "lot-decimals", String.valueOf(spec.lotDecimals()));
      settingsOfPairs.put(key + "order-minimum", plain(spec.orderMinimum()));
      settingsOfPairs.put(key + "cost-minimum", plain(spec.costMinimum()));
    }
    KrakenKeys keys = keys(secrets);
    if (keys != null) {
      KrakenAccount.read(settings, clock, keys, pairs.listed()).takerPercent().values().stream()
          .max(Comparator.naturalOrder())
          .ifPresent(
              percent -> settingsOfPairs.put("costs.taker-tiers", "{0: " + plain(percent) + "}"));
    } else if (!pairs.listed().isEmpty() && !pairs.listed().getFirst().takerFees().isEmpty()) {
      settingsOfPairs.put("costs.taker-tiers", tiers(pairs.listed().getFirst().takerFees()));
    }
    return settingsOfPairs;
  }

  private static String tiers(List<TakerFee> fees) {
    return fees.stream()
        .map(fee -> plain(fee.volume()) + ": " + plain(fee.percent()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /**
   * The past that a session warms up on.
   *
   * @param feed opens it
   * @param worth what its candles are worth
   */
  record Past(Supplier<MarketFeed> feed, Worth worth) {}

  /**
   * Candles of a folder that end before now, or what the exchange still has, kept in the session's
   * folder. Bars that close while pairs are being asked for are left to the session.
   */
  Past past(
      @Nullable Path local, Interval interval, Configuration configuration, Path sessionFolder) {
    long now = (long) clock.seconds();
    Path folder = local == null ? sessionFolder.resolve("warm-up") : local;
    List<Pair> known =
        local == null
            ? WarmUp.download(exchange.history(), pairs, interval, folder, configuration.names())
            : pairs.pairs();
    Survey survey = CandleFolder.survey(folder, configuration.names());
    return new Past(
        () -> WarmUp.local(folder, known, interval, now, configuration.names()),
        Worth.of(survey.only(known, interval)));
  }

  /**
   * The way to the market and the moats.
   *
   * @param known what the session knows already
   */
  LiveMarket.Line line(
      Configuration configuration, Secrets secrets, Interval interval, Known known) {
    Connector moats = LiveMoats.connector(configuration, secrets, clock, standIn, known.signals());
    return new LiveMarket.Line(
        clock,
        List.of(exchange.connector(pairs, interval, known.bars()), moats),
        desk == null ? (pair, side, quantity) -> {} : desk,
        this::close);
  }

  /**
   * What a session knows already.
   *
   * @param bars the newest of each pair
   * @param signals the newest event of each target, seconds since the epoch
   */
  record Known(Map<Pair, Bar> bars, Map<MoatTarget, Long> signals) {
    /** Nothing yet. */
    static Known nothing() {
      return new Known(new TreeMap<>(), new TreeMap<>());
    }

    void take(Arrival arrival) {
      switch (arrival) {
        case Arrival.Market(MarketUpdate update) -> take(update);
        case Arrival.Signal(MoatSignal signal) ->
            signals.merge(signal.target(), signal.eventTime(), Math::max);
        case Arrival.MoatChange change -> {
          // It is asked again.
        }
        case Arrival.Access access -> {
          // It is asked again.
        }
      }
    }

    void take(MarketUpdate update) {
      Bar bar = update.closed();
      if (bar != null) {
        bars.put(update.pair(), bar);
      }
    }
  }

  /**
   * The market from the beginning of a past on.
   *
   * @param past what it is worth
   * @param trading when trading begins, seconds since the epoch
   * @param seconds how long it goes on
   */
  LiveMarket market(Interval interval, long origin, Worth past, long trading, long seconds) {
    return new LiveMarket(
        pairs.pairs(),
        interval,
        KRAKEN.equals(settings.rest().getHost()) ? Provenance.REAL : Provenance.SYNTHETIC,
        description(past),
        origin,
        trading + seconds,
        settings.lateSeconds(),
        null);
  }

  private List<String> description(Worth past) {
    List<String> lines = new ArrayList<>();
    lines.add(
        KRAKEN.equals(settings.rest().getHost())
            ? "Kraken, live: bars, quotes and status of " + pairs.pairs().size() + " pairs"
            : "STAND-IN for Kraken at "
                + settings.rest()
                + ": its market is whatever it says, nobody need have traded at these prices");
    if (!pairs.complaint().isEmpty()) {
      lines.add(pairs.complaint());
    }
    lines.add("warmed up on candles; " + past.line());
    return lines;
  }

  @Override
  public void close() {
    if (desk != null) {
      desk.close();
    }
    exchange.close();
  }
}
