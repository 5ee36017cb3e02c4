package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import mycelial.market.Condition;
import mycelial.message.MarketData;
import mycelial.message.Message;
import mycelial.message.PatternCandidate;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternDiscovery;
import mycelial.message.SynthesizedTrade;
import mycelial.message.SystemControl;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;

/** Writes the members of a message's body into an open object. Used by one thread. */
final class BodyWriter {
  private final DecimalText decimals;
  private final MarketDataFormat marketData;

  BodyWriter(DecimalText decimals, MarketDataFormat marketData) {
    this.decimals = decimals;
    this.marketData = marketData;
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
  }

  private void confirmed(JsonGenerator json, PatternConfirmed body) throws IOException {
    text(json, "confirmationId", body.confirmationId());
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
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
  }

  private void discovery(JsonGenerator json, PatternDiscovery body) throws IOException {
    text(json, "patternId", body.patternId());
    text(json, "pair", body.pair().name());
    constant(json, "side", body.side());
    json.writeNumberField("horizonMinutes", body.horizonMinutes());
    json.writeArrayFieldStart("conditions");
    for (Condition condition : body.conditions()) {
      json.writeStartObject();
      text(json, "pair", condition.pair().name());
      constant(json, "feature", condition.feature());
      constant(json, "comparison", condition.comparison());
      number(json, "quantile", condition.quantile());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("outcomes", body.outcomes());
    number(json, "meanReturn", body.meanReturn());
    number(json, "score", body.score());
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

  private static void control(JsonGenerator json, SystemControl body) throws IOException {
    constant(json, "command", body.command());
    constant(json, "origin", body.origin());
    text(json, "reason", body.reason());
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void constant(JsonGenerator json, String name, Enum<?> value) throws IOException {
    json.writeStringField(name, value.name());
  }

  private static void money(JsonGenerator json, String name, BigDecimal value) throws IOException {
    json.writeNumberField(name, value);
  }

  private void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    decimals.writeExact(json, value);
  }
}
