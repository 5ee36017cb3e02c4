package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.message.BuildNotice;
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
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;
import org.jspecify.annotations.Nullable;

/** Writes the members of a message's body into an open object. Used by one thread. */
final class BodyWriter {
  private final DecimalText decimals;
  private final MarketDataFormat marketData;
  private final CouncilWriter council;

  BodyWriter(DecimalText decimals, MarketDataFormat marketData) {
    this.decimals = decimals;
    this.marketData = marketData;
    this.council = new CouncilWriter(this);
  }

  void write(JsonGenerator json, Message message) throws IOException {
    switch (message) {
      case MarketData body -> marketData.write(json, body);
      case PatternCandidate body -> candidate(json, body);
      case PatternConfirmed body -> confirmed(json, body);
      case PatternDiscovery body -> discovery(json, body);
      case TradeIdea body -> idea(json, body);
      case TradeConfirmation body -> confirmation(json, body);
      case SynthesizedTrade body -> synthesized(json, body);
      case SystemControl body -> control(json, body);
      case MoatData body -> council.moat(json, body);
      case ProspectingProposal body -> council.proposal(json, body);
      case BuildNotice body -> CouncilWriter.notice(json, body);
      case EvidenceReport body -> council.evidence(json, body);
      case ValidationRequest body -> council.request(json, body);
      case ValidationResult body -> council.result(json, body);
      case MemoryQuery body -> council.query(json, body);
      case MemoryAnswer body -> council.answer(json, body);
      case MemoryCaution body -> council.caution(json, body);
    }
  }

  private void candidate(JsonGenerator json, PatternCandidate body) throws IOException {
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
    text(json, "patternId", body.patternId());
    json.writeNumberField("evidenceKey", body.evidenceKey());
    json.writeNumberField("horizonMinutes", body.horizonMinutes());
    constant(json, "strategyType", body.strategyType());
    constant(json, "grade", body.grade());
    number(json, "score", body.score());
    json.writeNumberField("outcomes", body.outcomes());
    number(json, "meanReturn", body.meanReturn());
    json.writeNumberField("barEnd", body.barEnd());
    PatternCandidate.Application application = body.application();
    if (application != null) {
      json.writeObjectFieldStart("application");
      conditions(json, application.conditions());
      number(json, "fittedFrom", application.fittedFrom());
      number(json, "birth", application.birth());
      json.writeBooleanField("renewal", application.renewal());
      features(json, "entry", application.entry());
      json.writeEndObject();
    }
    optional(json, "withheld", body.withheld());
  }

  void features(JsonGenerator json, String name, FeatureVector features) throws IOException {
    json.writeFieldName(name);
    marketData.writeFeatures(json, features);
  }

  private void confirmed(JsonGenerator json, PatternConfirmed body) throws IOException {
    constant(json, "finding", body.finding());
    text(json, "confirmationId", body.confirmationId());
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
    json.writeNumberField("learner", body.learner());
    text(json, "patternId", body.patternId());
    number(json, "score", body.score());
    json.writeArrayFieldStart("voters");
    for (PatternConfirmed.Voter voter : body.voters()) {
      json.writeStartObject();
      json.writeNumberField("agent", voter.agent());
      text(json, "patternId", voter.patternId());
      number(json, "score", voter.score());
      json.writeEndObject();
    }
    json.writeEndArray();
    optional(json, "restates", body.restates());
    json.writeNumberField("barEnd", body.barEnd());
    constant(json, "grade", body.grade());
    text(json, "reason", body.reason());
  }

  private void discovery(JsonGenerator json, PatternDiscovery body) throws IOException {
    text(json, "patternId", body.patternId());
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
    json.writeNumberField("horizonMinutes", body.horizonMinutes());
    conditions(json, body.conditions());
    json.writeNumberField("outcomes", body.outcomes());
    number(json, "meanReturn", body.meanReturn());
    number(json, "score", body.score());
  }

  void conditions(JsonGenerator json, List<Condition> conditions) throws IOException {
    json.writeArrayFieldStart("conditions");
    for (Condition condition : conditions) {
      json.writeStartObject();
      text(json, "source", condition.source().key());
      constant(json, "comparison", condition.comparison());
      number(json, "quantile", condition.quantile());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void idea(JsonGenerator json, TradeIdea body) throws IOException {
    text(json, "ideaId", body.ideaId());
    constant(json, "stream", body.stream());
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
    json.writeNumberField("horizonMinutes", body.horizonMinutes());
    constant(json, "strategyType", body.strategyType());
    constant(json, "grade", body.grade());
    number(json, "score", body.score());
    json.writeNumberField("crossMoat", body.crossMoat());
    optional(json, "patternId", body.patternId());
    optional(json, "restates", body.restates());
    json.writeNumberField("barEnd", body.barEnd());
    text(json, "reason", body.reason());
  }

  private void confirmation(JsonGenerator json, TradeConfirmation body) throws IOException {
    constant(json, "stream", body.stream());
    text(json, "tradeId", body.tradeId());
    constant(json, "action", body.action());
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
    money(json, "quantity", body.quantity());
    money(json, "price", body.price());
    money(json, "fee", body.fee());
    money(json, "cash", body.cash());
    text(json, "reason", body.reason());
    if (!body.features().isEmpty()) {
      features(json, "features", body.features());
    }
  }

  private void synthesized(JsonGenerator json, SynthesizedTrade body) throws IOException {
    text(json, "tradeId", body.tradeId());
    text(json, "pair", body.pair().name());
    number(json, "entryTime", body.entryTime());
    number(json, "exitTime", body.exitTime());
    money(json, "entryPrice", body.entryPrice());
    money(json, "exitPrice", body.exitPrice());
    money(json, "pnl", body.pnl());
    money(json, "baselinePnl", body.baselinePnl());
    money(json, "mycelialPnl", body.mycelialPnl());
    money(json, "synthesizedPnl", body.synthesizedPnl());
  }

  private void control(JsonGenerator json, SystemControl body) throws IOException {
    constant(json, "command", body.command());
    constant(json, "origin", body.origin());
    text(json, "reason", body.reason());
    SystemControl.Scope scope = body.scope();
    if (!scope.equals(SystemControl.Scope.ALL)) {
      json.writeObjectFieldStart("scope");
      json.writeArrayFieldStart("agents");
      for (int agent : scope.agents()) {
        json.writeNumber(agent);
      }
      json.writeEndArray();
      optional(json, "family", scope.family());
      Pair pair = scope.pair();
      optional(json, "pair", pair == null ? null : pair.name());
      number(json, "sizeFactor", scope.sizeFactor());
      json.writeEndObject();
    }
  }

  static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  static void constant(JsonGenerator json, String name, Enum<?> value) throws IOException {
    json.writeStringField(name, value.name());
  }

  private static void money(JsonGenerator json, String name, BigDecimal value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    decimals.writeExact(json, value);
  }
}
