package mycelial.stub;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import mycelial.config.Configuration;
import mycelial.feed.MarketFeed;
import mycelial.feed.replay.CandleFolder;
import mycelial.feed.synthetic.SyntheticFeed;
import mycelial.feed.synthetic.WorldKind;
import mycelial.feed.synthetic.WorldSpec;
import mycelial.market.Interval;
import mycelial.market.PairSpec;
import org.jspecify.annotations.Nullable;

/**
 * How a stub exchange is to be: set what matters, then {@link StubExchange#start}. Used by one
 * thread.
 */
public final class StubOptions {
  /** 2026-03-02T18:00:00Z, a Monday evening. */
  public static final long DEFAULT_START = 1_772_474_400L;

  private static final int DAY = 86_400;
  private static final int DAYS_BEFORE = 3;
  private static final int DAYS_AFTER = 4;

  private final Configuration configuration = Configuration.defaults();
  private List<PairSpec> specs = configuration.pairs().stream().map(configuration::spec).toList();
  private LongSupplier nanoTime = System::nanoTime;
  private int port;
  private double speed = 1;
  private long seed = 1;
  private double start = DEFAULT_START;
  private WorldKind world = WorldKind.SAMPLE;
  private @Nullable Path folder;
  private @Nullable Interval interval;
  private boolean eos;
  private double quietShare;
  private int tickerSeconds = 5;
  private double callsPerSecond = 1;
  private int burst = 20;
  private String key = "";
  private String secret = "";
  private double monthVolume;
  private String faults = "none";
  private @Nullable Path quoteLog;
  private @Nullable Path barLog;

  /** Port on loopback; 0, the default, for any free one. */
  public StubOptions port(int value) {
    port = value;
    return this;
  }

  /** The exchange's seconds for each second on the wall (default 1). */
  public StubOptions speed(double value) {
    speed = value;
    return this;
  }

  /** Of the market, of the trades in it, of the moats and of random faults (default 1). */
  public StubOptions seed(long value) {
    seed = value;
    return this;
  }

  /** The exchange's time at the start, seconds since the epoch (default 2026-03-02T18:00:00Z). */
  public StubOptions start(double epochSeconds) {
    start = epochSeconds;
    return this;
  }

  /** A monotonic clock in nanoseconds other than the machine's. */
  public StubOptions nanoTime(LongSupplier value) {
    nanoTime = value;
    return this;
  }

  /** What is hidden in the synthetic market (default {@link WorldKind#SAMPLE}). */
  public StubOptions world(WorldKind value) {
    world = value;
    return this;
  }

  /** Recorded candles in place of the synthetic market; null for all bars of one interval. */
  public StubOptions folder(Path value, @Nullable Interval candles) {
    folder = value;
    interval = candles;
    return this;
  }

  /** Which of the configured pairs there are (default all but EOS). */
  public StubOptions pairs(List<PairSpec> value) {
    specs = List.copyOf(value);
    return this;
  }

  /** Whether EOSUSD is traded still (default no: it cannot be had). */
  public StubOptions eos(boolean value) {
    eos = value;
    return this;
  }

  /** Share of bars in which nothing trades, 0 to 1 (default 0). */
  public StubOptions quietShare(double value) {
    quietShare = value;
    return this;
  }

  /** How often a quote may change, whole seconds of the exchange (default 5). */
  public StubOptions tickerSeconds(int value) {
    tickerSeconds = value;
    return this;
  }

  /**
   * The rate limit: sustained calls in a second of the exchange, and how many at once (default 1
   * and 20); a rate of 0 for none.
   */
  public StubOptions limit(double perSecond, int atOnce) {
    callsPerSecond = perSecond;
    burst = atOnce;
    return this;
  }

  /** The one account: its key, its secret in Base64, its 30-day volume in USD. */
  public StubOptions account(String apiKey, String apiSecret, double volume) {
    key = apiKey;
    secret = apiSecret;
    monthVolume = volume;
    return this;
  }

  /** {@code none}, {@code default24h}, or the lines of a plan (see {@link FaultPlan}). */
  public StubOptions faults(String plan) {
    faults = plan;
    return this;
  }

  /** A file for every quote in force: time,pair,bid,ask. */
  public StubOptions quoteLog(Path file) {
    quoteLog = file;
    return this;
  }

  /** A file for every closed bar of the market: time,pair,open,high,low,close,volume,trades. */
  public StubOptions barLog(Path file) {
    barLog = file;
    return this;
  }

  LongSupplier nanoTime() {
    return nanoTime;
  }

  int port() {
    return port;
  }

  double speed() {
    return speed;
  }

  long seed() {
    return seed;
  }

  double start() {
    return start;
  }

  int tickerSeconds() {
    return tickerSeconds;
  }

  double callsPerSecond() {
    return callsPerSecond;
  }

  int burst() {
    return burst;
  }

  String key() {
    return key;
  }

  String secret() {
    return secret;
  }

  double monthVolume() {
    return monthVolume;
  }

  String faults() {
    return faults;
  }

  @Nullable Path quoteLog() {
    return quoteLog;
  }

  @Nullable Path barLog() {
    return barLog;
  }

  /** What is to go wrong with those pairs. */
  FaultPlan plan(List<StubPair> pairs) {
    return new FaultPlan(seed, FaultParser.read(faults, start, seed, pairs));
  }

  /** The market, from some days before the start to some days after it. */
  StubMarket market() {
    return new StubMarket(feed(), StubPair.of(specs, eos), seed, quietShare);
  }

  private MarketFeed feed() {
    Path candles = folder;
    if (candles != null) {
      var all = CandleFolder.Selection.ALL;
      var selection =
          new CandleFolder.Selection(all.from(), all.to(), configuration.pairs(), interval);
      return CandleFolder.open(candles, selection, configuration.names());
    }
    long midnight = (long) start / DAY * DAY - DAYS_BEFORE * (long) DAY;
    WorldSpec usual = WorldSpec.of(world, seed, specs, DAYS_BEFORE + DAYS_AFTER, Interval.MINUTE);
    return new SyntheticFeed(
        new WorldSpec(
            usual.kind(),
            seed,
            specs,
            usual.days(),
            Interval.MINUTE,
            midnight,
            usual.costs(),
            usual.multiple()));
  }
}
