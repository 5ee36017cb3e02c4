package mycelial.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mycelial.market.Pair;
import mycelial.market.PairNames;
import mycelial.market.PairSpec;

/**
 * Everything that can be configured, checked. Immutable and safe to share between threads. Secrets
 * are no part of it, so it may be shown, stored and hashed.
 *
 * @param seed seed of every random draw
 * @param pairs the traded pairs, in the order of the file
 * @param names resolves their other names
 * @param specs what the exchange accepts, in pair order
 * @param learners pattern learners by moat
 * @param moats what moat miners listen to
 * @param liveMoats where a live session's moat signals come from
 * @param analysts technical analysts
 * @param explorers who propose pairs
 * @param builder when analysts are deployed and retired
 * @param reactions reaction times
 * @param trading how ideas become trades
 * @param costs spread, slippage, fees
 * @param learning how the swarm learns
 * @param council who confirms patterns
 * @param memory what is remembered and when memory speaks up
 * @param research how rules are retested before they may vote
 * @param risk when the account stops
 * @param session how long a session is
 * @param exchange where a live session trades
 * @param redis patience with Redis
 * @param entries every setting in force, with its origin, in the order of the shipped file
 */
public record Configuration(
    long seed,
    List<Pair> pairs,
    PairNames names,
    Map<Pair, PairSpec> specs,
    LearnerCounts learners,
    MoatSettings moats,
    LiveMoatSettings liveMoats,
    AnalystSettings analysts,
    ExplorerSettings explorers,
    BuilderSettings builder,
    ReactionTimes reactions,
    TradingSettings trading,
    CostSettings costs,
    LearningSettings learning,
    CouncilSettings council,
    ResearchSettings research,
    MemorySettings memory,
    RiskSettings risk,
    SessionSettings session,
    ExchangeSettings exchange,
    RedisSettings redis,
    List<Entry> entries) {

  /** Copies the lists and the table. */
  public Configuration {
    pairs = List.copyOf(pairs);
    specs = Collections.unmodifiableMap(new TreeMap<>(specs));
    entries = List.copyOf(entries);
  }

  /** What holds where nothing is configured; equal to the shipped file. */
  public static Configuration defaults() {
    var settings = new Settings("built-in defaults", null, Map.of(), Map.of());
    Configuration configuration = read(settings);
    settings.problems().refuse();
    return configuration;
  }

  static Configuration read(Settings settings) {
    Section root = settings.root();
    long seed = root.whole("seed", 42, Long.MIN_VALUE, Long.MAX_VALUE);
    PairTable table = PairTable.read(root);
    var learners = LearnerCounts.read(root.section("learners"));
    var moats = MoatSettings.read(root.section("moats"));
    var liveMoats = LiveMoatSettings.read(root.section("live-moats"));
    var analysts = AnalystSettings.read(root.section("analysts"), table);
    var explorers = ExplorerSettings.read(root.section("explorers"));
    var builder = BuilderSettings.read(root.section("builder"));
    var reactions = ReactionTimes.read(root.section("reactions"));
    var trading = TradingSettings.read(root.section("trading"));
    var costs = CostSettings.read(root.section("costs"), table);
    var learning = LearningSettings.read(root.section("learning"));
    var council = CouncilSettings.read(root.section("council"));
    council.check(root.section("council"), learners);
    return new Configuration(
        seed,
        table.pairs(),
        table.names(),
        table.specs(costs),
        learners,
        moats,
        liveMoats,
        analysts,
        explorers,
        builder,
        reactions,
        trading,
        costs,
        learning,
        council,
        ResearchSettings.read(root.section("research")),
        MemorySettings.read(root.section("memory")),
        RiskSettings.read(root.section("risk"), table),
        SessionSettings.read(root.section("session")),
        ExchangeSettings.read(root.section("exchange")),
        RedisSettings.read(root.section("redis")),
        settings.entries());
  }

  /**
   * What the exchange accepts for a pair.
   *
   * @throws IllegalArgumentException when the pair is not configured
   */
  public PairSpec spec(Pair pair) {
    PairSpec spec = specs.get(pair);
    if (spec == null) {
      throw new IllegalArgumentException(pair + " is not a configured pair");
    }
    return spec;
  }

  /** SHA-256 over every setting in force as {@code key=value} lines, in hexadecimal. */
  public String fingerprint() {
    var lines = new StringBuilder();
    entries.forEach(
        entry -> lines.append(entry.key()).append('=').append(entry.value()).append('\n'));
    try {
      byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
