package mycelial.bus;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.EvidenceGrade;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.Source;
import mycelial.market.StrategyType;
import mycelial.message.Message;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternDiscovery;
import mycelial.message.SynthesizedTrade;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;

/**
 * Takes the body of a message out of the members of its object; all topics but market data, the
 * council's in {@link CouncilReader}.
 */
final class BodyReader {
  private BodyReader() {}

  static Message read(Topic topic, Fields fields) {
    return switch (topic) {
      case MARKET_DATA -> throw new IllegalArgumentException("market data is streamed");
      case PATTERN_CANDIDATES -> candidate(fields);
      case PATTERN_CONFIRMED -> confirmed(fields);
      case PATTERN_DISCOVERIES -> discovery(fields);
      case MYCELIAL_TRADE_IDEAS, BASELINE_TRADE_IDEAS -> idea(fields);
      case TRADE_CONFIRMATIONS -> confirmation(fields);
      case SYNTHESIZED_TRADE_LOG -> synthesized(fields);
      case SYSTEM_CONTROL -> control(fields);
      case REPO_DATA, LOGISTICS_DATA, GOVT_DATA, CORP_DATA -> CouncilReader.moat(fields);
      case PROSPECTING_PROPOSALS -> CouncilReader.proposal(fields);
      case SYSTEM_BUILD_REQUEST -> CouncilReader.notice(fields);
      case PATTERN_EVIDENCE -> CouncilReader.evidence(fields);
      case PATTERN_VALIDATION_REQUEST -> CouncilReader.request(fields);
      case PATTERN_VALIDATION_RESULT -> CouncilReader.result(fields);
      case MEMORY_QUERY -> CouncilReader.query(fields);
      case MEMORY_ANSWER -> CouncilReader.answer(fields);
      case MEMORY_CAUTION -> CouncilReader.caution(fields);
    };
  }

  private static PatternCandidate candidate(Fields fields) {
    return new PatternCandidate(
        pair(fields),
        side(fields),
        fields.text("patternId"),
        fields.whole("evidenceKey"),
        fields.integer("horizonMinutes"),
        fields.constant("strategyType", StrategyType.class),
        fields.constant("grade", EvidenceGrade.class),
        fields.number("score"),
        fields.integer("outcomes"),
        fields.number("meanReturn"),
        fields.whole("barEnd"),
        fields.has("application") ? application(fields.object("application")) : null,
        fields.optionalText("withheld"));
  }

  private static PatternCandidate.Application application(Fields fields) {
    PatternCandidate.Application application =
        new PatternCandidate.Application(
            conditions(fields),
            fields.number("fittedFrom"),
            fields.number("birth"),
            fields.flag("renewal"),
            FeatureFields.read(fields, "entry"));
    fields.requireEmpty();
    return application;
  }

  private static PatternConfirmed confirmed(Fields fields) {
    List<PatternConfirmed.Voter> voters = new ArrayList<>();
    for (Fields voter : fields.objects("voters")) {
      voters.add(
          new PatternConfirmed.Voter(
              voter.integer("agent"), voter.text("patternId"), voter.number("score")));
      voter.requireEmpty();
    }
    return new PatternConfirmed(
        fields.constant("finding", PatternConfirmed.Finding.class),
        fields.text("confirmationId"),
        pair(fields),
        side(fields),
        fields.integer("learner"),
        fields.text("patternId"),
        fields.number("score"),
        voters,
        fields.optionalText("restates"),
        fields.whole("barEnd"),
        fields.constant("grade", EvidenceGrade.class),
        fields.text("reason"));
  }

  static List<Condition> conditions(Fields fields) {
    List<Condition> conditions = new ArrayList<>();
    for (Fields condition : fields.objects("conditions")) {
      conditions.add(
          new Condition(
              Source.of(condition.text("source")),
              condition.constant("comparison", Condition.Comparison.class),
              condition.number("quantile")));
      condition.requireEmpty();
    }
    return conditions;
  }

  private static PatternDiscovery discovery(Fields fields) {
    return new PatternDiscovery(
        fields.text("patternId"),
        pair(fields),
        side(fields),
        fields.integer("horizonMinutes"),
        conditions(fields),
        fields.integer("outcomes"),
        fields.number("meanReturn"),
        fields.number("score"));
  }

  private static TradeIdea idea(Fields fields) {
    return new TradeIdea(
        fields.text("ideaId"),
        fields.constant("stream", SignalSource.class),
        pair(fields),
        side(fields),
        fields.integer("horizonMinutes"),
        fields.constant("strategyType", StrategyType.class),
        fields.constant("grade", EvidenceGrade.class),
        fields.number("score"),
        fields.integer("crossMoat"),
        fields.optionalText("patternId"),
        fields.optionalText("restates"),
        fields.whole("barEnd"),
        fields.text("reason"));
  }

  private static TradeConfirmation confirmation(Fields fields) {
    return new TradeConfirmation(
        fields.constant("stream", SignalSource.class),
        fields.text("tradeId"),
        fields.constant("action", TradeConfirmation.Action.class),
        pair(fields),
        side(fields),
        fields.decimal("quantity"),
        fields.decimal("price"),
        fields.decimal("fee"),
        fields.decimal("cash"),
        fields.text("reason"),
        fields.has("features") ? FeatureFields.read(fields, "features") : FeatureVector.EMPTY);
  }

  private static SynthesizedTrade synthesized(Fields fields) {
    return new SynthesizedTrade(
        fields.text("tradeId"),
        pair(fields),
        fields.number("entryTime"),
        fields.number("exitTime"),
        fields.decimal("entryPrice"),
        fields.decimal("exitPrice"),
        fields.decimal("pnl"),
        fields.decimal("baselinePnl"),
        fields.decimal("mycelialPnl"),
        fields.decimal("synthesizedPnl"));
  }

  private static SystemControl control(Fields fields) {
    return new SystemControl(
        fields.constant("command", SystemControl.Command.class),
        fields.constant("origin", SystemControl.Origin.class),
        fields.text("reason"),
        fields.has("scope") ? scope(fields.object("scope")) : SystemControl.Scope.ALL);
  }

  private static SystemControl.Scope scope(Fields fields) {
    SystemControl.Scope scope =
        new SystemControl.Scope(
            fields.integers("agents"),
            fields.optionalText("family"),
            fields.has("pair") ? pair(fields) : null,
            fields.number("sizeFactor"));
    fields.requireEmpty();
    return scope;
  }

  static Pair pair(Fields fields) {
    return new Pair(fields.text("pair"));
  }

  static Side side(Fields fields) {
    return fields.constant("side", Side.class);
  }
}
