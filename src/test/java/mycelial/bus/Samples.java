package mycelial.bus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.market.Bar;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Interval;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.Pair;
import mycelial.market.Quote;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.message.BuildNotice;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.EvidenceReport;
import mycelial.message.MarketData;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryQuery;
import mycelial.message.Message;
import mycelial.message.MoatData;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternDiscovery;
import mycelial.message.ProspectingProposal;
import mycelial.message.SynthesizedTrade;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;

/** Messages of every type from a seed. */
public final class Samples {
  private static final List<String> TARGETS = List.of("Python", "US-West");
  private static final List<StrategyType> TEAMS =
      List.of(StrategyType.HFT, StrategyType.DAY, StrategyType.SWING);
  private static final List<Moat> MOATS =
      List.of(Moat.CODE, Moat.LOGISTICS, Moat.GOVERNMENT, Moat.CORPORATIONS);
  private static final String[] WORDS = {"rsi", "quote \" and \\", "tab\t", "Größe", "日本", "😀"};

  private final SplittableRandom random;
  private long seq;

  /** Samples that depend on nothing but the seed. */
  public Samples(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The pairs that occur. */
  public static List<Pair> pairs() {
    return List.of(new Pair("XXBTZUSD"), new Pair("XETHZUSD"), new Pair("SOLUSD"));
  }

  /** Every channel of these pairs. */
  public static List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (!topic.isKeyed()) {
        channels.add(Channel.of(topic));
      }
    }
    pairs().forEach(pair -> channels.add(Channel.marketData(pair)));
    for (Moat moat : MOATS) {
      TARGETS.forEach(target -> channels.add(Channel.moat(moat, target)));
    }
    for (StrategyType team : TEAMS) {
      channels.add(Channel.proposals(team));
    }
    return channels;
  }

  /** Messages of random topics. */
  public List<Envelope> envelopes(int count) {
    List<Envelope> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(envelope());
    }
    return list;
  }

  /** A message of a random topic. */
  public Envelope envelope() {
    return envelope(Topic.values()[random.nextInt(Topic.values().length)]);
  }

  /** A message of the topic. */
  public Envelope envelope(Topic topic) {
    Message body = body(topic);
    Channel channel =
        switch (body) {
          case MarketData data -> Channel.marketData(data.pair());
          case MoatData data -> Channel.moat(data.moat(), data.target());
          case ProspectingProposal proposal -> Channel.proposals(proposal.team());
          default -> Channel.of(topic);
        };
    return new Envelope(random.nextInt(1, 200), ++seq, time(), channel, body);
  }

  /** Market data as a miner announces it when every indicator has warmed up, about 600 bytes. */
  public Envelope fullMarketData(int source) {
    Pair pair = pair();
    double open = (5_000_000 + random.nextInt(100_000)) / 100.0;
    double high = (5_200_000 + random.nextInt(100_000)) / 100.0;
    double volume = random.nextLong(1_000_000_000L) / 1e8;
    Bar bar =
        new Bar(
            1_620_345_600L + 60L * random.nextInt(1440),
            Interval.MINUTE,
            open,
            high,
            open,
            high,
            volume,
            random.nextInt(500),
            Bar.Kind.TRADED);
    FeatureVector.Builder features = new FeatureVector.Builder();
    for (Feature feature : Feature.values()) {
      features.set(feature, random.nextDouble() - 0.5);
    }
    Quote quote = new Quote(time(), high);
    MarketData data = new MarketData(pair, bar, quote, features.build(), false);
    return new Envelope(source, ++seq, time(), Channel.marketData(pair), data);
  }

  private Message body(Topic topic) {
    return switch (topic) {
      case MARKET_DATA -> marketData();
      case PATTERN_CANDIDATES -> candidate();
      case PATTERN_CONFIRMED -> confirmed();
      case PATTERN_DISCOVERIES -> discovery();
      case MYCELIAL_TRADE_IDEAS -> idea(SignalSource.MYCELIAL);
      case BASELINE_TRADE_IDEAS -> idea(SignalSource.BASELINE);
      case TRADE_CONFIRMATIONS -> confirmation();
      case SYNTHESIZED_TRADE_LOG -> synthesized();
      case SYSTEM_CONTROL -> control();
      case REPO_DATA -> moatData(Moat.CODE);
      case LOGISTICS_DATA -> moatData(Moat.LOGISTICS);
      case GOVT_DATA -> moatData(Moat.GOVERNMENT);
      case CORP_DATA -> moatData(Moat.CORPORATIONS);
      case PROSPECTING_PROPOSALS -> proposal();
      case SYSTEM_BUILD_REQUEST ->
          new BuildNotice(pick(BuildNotice.Kind.values()), text(), pair(), text());
      case PATTERN_VALIDATION_REQUEST ->
          new ValidationRequest(
              text(),
              text(),
              19,
              pair(),
              side(),
              30,
              conditions(),
              9,
              random.nextDouble(),
              time(),
              time());
      case PATTERN_EVIDENCE ->
          new EvidenceReport(
              text(), pair(), side(), 1 + random.nextInt(900), random.nextGaussian(), 9, 0.01);
      case PATTERN_VALIDATION_RESULT ->
          new ValidationResult(
              text(),
              text(),
              pair(),
              random.nextBoolean(),
              random.nextDouble() * 100,
              9,
              random.nextInt(10),
              random.nextDouble() - 0.5,
              random.nextDouble(),
              text());
      case MEMORY_QUERY -> new MemoryQuery(text(), text(), pair(), side(), ranked());
      case MEMORY_ANSWER ->
          new MemoryAnswer(
              text(),
              text(),
              pair(),
              pick(MemoryAnswer.Advice.values()),
              random.nextDouble(),
              9,
              random.nextInt(10),
              List.of(text(), text()),
              text());
      case MEMORY_CAUTION -> new MemoryCaution(pair(), side(), List.of(region(), region()));
    };
  }

  private MemoryCaution.Region region() {
    return new MemoryCaution.Region(
        text(),
        new Condition(
            pair(),
            Feature.ATR_PRICE,
            pick(Condition.Comparison.values()),
            random.nextDouble(0.01, 0.99)),
        9,
        random.nextInt(1, 10),
        time(),
        text());
  }

  private SystemControl control() {
    SystemControl.Command command = pick(SystemControl.Command.values());
    SystemControl.Origin origin =
        command.isOperators() ? pick(SystemControl.Origin.values()) : SystemControl.Origin.RISK;
    return switch (random.nextInt(4)) {
      case 0 -> new SystemControl(command, origin, text());
      case 1 ->
          new SystemControl(command, origin, text(), SystemControl.Scope.agents(List.of(7, 8)));
      case 2 ->
          new SystemControl(command, origin, text(), SystemControl.Scope.family(List.of(), text()));
      default -> new SystemControl(command, origin, text(), SystemControl.Scope.size(pair(), 0.25));
    };
  }

  private MoatData moatData(Moat moat) {
    boolean missing = random.nextInt(4) == 0;
    long event = random.nextLong(2_000_000_000L);
    return new MoatData(
        moat,
        TARGETS.get(random.nextInt(TARGETS.size())),
        text(),
        missing ? null : random.nextDouble() - 0.5,
        missing || random.nextBoolean() ? null : random.nextDouble(),
        missing ? MoatProvenance.MISSING : MoatProvenance.SIMULATED,
        event,
        event + random.nextInt(100),
        text());
  }

  private ProspectingProposal proposal() {
    return new ProspectingProposal(
        pair(),
        TEAMS.get(random.nextInt(TEAMS.size())),
        new ProspectingProposal.Points(random.nextInt(3), 2, random.nextInt(2), 1, 0),
        6,
        random.nextDouble(),
        random.nextLong(2_000_000_000L),
        text());
  }

  private FeatureVector ranked() {
    FeatureVector.Builder builder = FeatureVector.Builder.of(rounded());
    for (int i = 0; i < 5; i++) {
      builder.rank(Feature.values()[i], random.nextInt(1001) / 1000.0);
    }
    return builder.build();
  }

  /** Features with few digits, which keep their value on the wire. */
  private FeatureVector rounded() {
    FeatureVector.Builder builder = new FeatureVector.Builder();
    for (int i = 0; i < 9; i++) {
      builder.set(Feature.values()[i], random.nextInt(-5000, 5000) / 1000.0);
    }
    return builder.build();
  }

  private MarketData marketData() {
    boolean hasBar = random.nextBoolean();
    Quote quote = hasBar && random.nextBoolean() ? null : new Quote(time(), price());
    FeatureVector features = hasBar ? features(random.nextInt(14)) : FeatureVector.EMPTY;
    return new MarketData(pair(), hasBar ? bar() : null, quote, features, random.nextBoolean());
  }

  private Bar bar() {
    Interval interval = pick(Interval.values());
    long start = random.nextLong(20_000) * interval.seconds();
    double low = price();
    double high = low * (1 + random.nextDouble());
    double volume = random.nextBoolean() ? 0 : random.nextLong(1_000_000_000L) / 1e8;
    return new Bar(
        start, interval, low, high, low, high, volume, random.nextInt(500), Bar.Kind.TRADED);
  }

  private FeatureVector features(int count) {
    FeatureVector.Builder builder = new FeatureVector.Builder();
    for (int i = 0; i < count; i++) {
      double size = StrictMath.pow(10, random.nextInt(-14, 14));
      builder.set(Feature.values()[i], (random.nextDouble() - 0.5) * size);
    }
    return builder.build();
  }

  private PatternCandidate candidate() {
    return new PatternCandidate(
        pair(),
        side(),
        text(),
        random.nextLong(),
        random.nextInt(1, 10_000),
        pick(StrategyType.values()),
        pick(EvidenceGrade.values()),
        random.nextDouble() * 100,
        random.nextInt(),
        random.nextDouble() - 0.5,
        random.nextLong(2_000_000_000L),
        random.nextBoolean()
            ? null
            : new PatternCandidate.Application(
                conditions(), time(), time(), random.nextBoolean(), ranked()),
        random.nextBoolean() ? null : text());
  }

  private PatternConfirmed confirmed() {
    List<PatternConfirmed.Voter> voters = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      voters.add(new PatternConfirmed.Voter(i, text(), random.nextDouble() * 100));
    }
    return new PatternConfirmed(
        pick(PatternConfirmed.Finding.values()),
        text(),
        pair(),
        side(),
        random.nextInt(200),
        text(),
        random.nextDouble() * 100,
        voters,
        random.nextBoolean() ? text() : null,
        60,
        pick(EvidenceGrade.values()),
        text());
  }

  private List<Condition> conditions() {
    Condition one = new Condition(pair(), Feature.RSI, Condition.Comparison.ABOVE, 0.9);
    Condition two =
        new Condition(
            pair(),
            Feature.RETURN_15,
            Condition.Comparison.BELOW,
            0.01 + 0.9 * random.nextDouble());
    return List.of(one, two);
  }

  private PatternDiscovery discovery() {
    return new PatternDiscovery(
        text(), pair(), side(), 30, conditions(), 17, random.nextDouble(), 55.5);
  }

  private TradeIdea idea(SignalSource stream) {
    return new TradeIdea(
        text(),
        stream,
        pair(),
        side(),
        60,
        pick(StrategyType.values()),
        pick(EvidenceGrade.values()),
        random.nextDouble() * 100,
        random.nextInt(4),
        random.nextBoolean() ? text() : null,
        random.nextBoolean() ? text() : null,
        random.nextLong(2_000_000_000L),
        text());
  }

  private TradeConfirmation confirmation() {
    TradeConfirmation.Action action = pick(TradeConfirmation.Action.values());
    return new TradeConfirmation(
        pick(SignalSource.values()),
        text(),
        action,
        pair(),
        side(),
        money().abs().add(BigDecimal.ONE),
        money().abs().add(BigDecimal.ONE),
        money(),
        money(),
        text(),
        action == TradeConfirmation.Action.OPEN ? ranked() : FeatureVector.EMPTY);
  }

  private SynthesizedTrade synthesized() {
    double entry = time();
    return new SynthesizedTrade(
        text(),
        pair(),
        entry,
        entry + random.nextInt(1000),
        money(),
        money(),
        money(),
        money(),
        money(),
        money());
  }

  private BigDecimal money() {
    return BigDecimal.valueOf(random.nextLong(), random.nextInt(13));
  }

  private double time() {
    return 1_620_000_000 + random.nextLong(1L << 32) / 64.0;
  }

  private double price() {
    double any = StrictMath.pow(10, random.nextInt(-6, 6)) * (0.1 + random.nextDouble());
    return random.nextBoolean() ? any : StrictMath.rint(any * 1e4 + 1) / 1e4;
  }

  private Pair pair() {
    return pairs().get(random.nextInt(pairs().size()));
  }

  private Side side() {
    return pick(Side.values());
  }

  private String text() {
    return WORDS[random.nextInt(WORDS.length)] + random.nextInt(1000);
  }

  private <E> E pick(E[] values) {
    return values[random.nextInt(values.length)];
  }
}
