package mycelial.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import mycelial.message.BuildNotice;
import mycelial.message.EvidenceReport;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryQuery;
import mycelial.message.MoatData;
import mycelial.message.ProspectingProposal;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;

/** Writes what moat miners, explorers, builder, council and memory say. Used by one thread. */
final class CouncilWriter {
  private final BodyWriter bodies;

  CouncilWriter(BodyWriter bodies) {
    this.bodies = bodies;
  }

  void moat(JsonGenerator json, MoatData body) throws IOException {
    BodyWriter.constant(json, "moat", body.moat());
    BodyWriter.text(json, "target", body.target());
    BodyWriter.text(json, "field", body.field());
    Double value = body.value();
    if (value != null) {
      bodies.number(json, "value", value);
    }
    Double level = body.level();
    if (level != null) {
      bodies.number(json, "level", level);
    }
    BodyWriter.constant(json, "provenance", body.provenance());
    json.writeNumberField("eventTime", body.eventTime());
    json.writeNumberField("seenTime", body.seenTime());
    BodyWriter.text(json, "note", body.note());
  }

  void proposal(JsonGenerator json, ProspectingProposal body) throws IOException {
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.constant(json, "team", body.team());
    json.writeNumberField("volume", body.points().volume());
    json.writeNumberField("volatility", body.points().volatility());
    json.writeNumberField("liquidity", body.points().liquidity());
    json.writeNumberField("trend", body.points().trend());
    json.writeNumberField("crossMoat", body.points().crossMoat());
    json.writeNumberField("available", body.available());
    bodies.number(json, "confidence", body.confidence());
    json.writeNumberField("barEnd", body.barEnd());
    BodyWriter.text(json, "reason", body.reason());
  }

  static void notice(JsonGenerator json, BuildNotice body) throws IOException {
    BodyWriter.constant(json, "kind", body.kind());
    BodyWriter.text(json, "requestId", body.requestId());
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.text(json, "reason", body.reason());
  }

  void request(JsonGenerator json, ValidationRequest body) throws IOException {
    BodyWriter.text(json, "requestId", body.requestId());
    BodyWriter.text(json, "patternId", body.patternId());
    json.writeNumberField("learner", body.learner());
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.constant(json, "side", body.side());
    json.writeNumberField("horizonMinutes", body.horizonMinutes());
    bodies.conditions(json, body.conditions());
    json.writeNumberField("outcomes", body.outcomes());
    bodies.number(json, "meanReturn", body.meanReturn());
    bodies.number(json, "fittedFrom", body.fittedFrom());
    bodies.number(json, "birth", body.birth());
  }

  void evidence(JsonGenerator json, EvidenceReport body) throws IOException {
    BodyWriter.text(json, "patternId", body.patternId());
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.constant(json, "side", body.side());
    json.writeNumberField("trial", body.trial());
    bodies.number(json, "logEvidence", body.logEvidence());
    json.writeNumberField("outcomes", body.outcomes());
    bodies.number(json, "meanReturn", body.meanReturn());
  }

  void result(JsonGenerator json, ValidationResult body) throws IOException {
    BodyWriter.text(json, "requestId", body.requestId());
    BodyWriter.text(json, "patternId", body.patternId());
    BodyWriter.text(json, "pair", body.pair().name());
    json.writeBooleanField("approved", body.approved());
    bodies.number(json, "quality", body.quality());
    json.writeNumberField("outcomes", body.outcomes());
    json.writeNumberField("unfitted", body.unfitted());
    bodies.number(json, "meanReturn", body.meanReturn());
    bodies.number(json, "pValue", body.pValue());
    BodyWriter.text(json, "reason", body.reason());
  }

  void query(JsonGenerator json, MemoryQuery body) throws IOException {
    BodyWriter.text(json, "queryId", body.queryId());
    BodyWriter.text(json, "patternId", body.patternId());
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.constant(json, "side", body.side());
    bodies.features(json, "entry", body.entry());
  }

  void answer(JsonGenerator json, MemoryAnswer body) throws IOException {
    BodyWriter.text(json, "queryId", body.queryId());
    BodyWriter.text(json, "patternId", body.patternId());
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.constant(json, "advice", body.advice());
    bodies.number(json, "factor", body.factor());
    json.writeNumberField("recalled", body.recalled());
    json.writeNumberField("failures", body.failures());
    json.writeArrayFieldStart("trades");
    for (String trade : body.trades()) {
      json.writeString(trade);
    }
    json.writeEndArray();
    BodyWriter.text(json, "reason", body.reason());
  }

  void caution(JsonGenerator json, MemoryCaution body) throws IOException {
    BodyWriter.text(json, "pair", body.pair().name());
    BodyWriter.constant(json, "side", body.side());
    json.writeArrayFieldStart("regions");
    for (MemoryCaution.Region region : body.regions()) {
      json.writeStartObject();
      BodyWriter.text(json, "cautionId", region.cautionId());
      BodyWriter.text(json, "source", region.state().source().key());
      BodyWriter.constant(json, "comparison", region.state().comparison());
      bodies.number(json, "quantile", region.state().quantile());
      json.writeNumberField("recalled", region.recalled());
      json.writeNumberField("failures", region.failures());
      bodies.number(json, "until", region.until());
      BodyWriter.text(json, "reason", region.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
