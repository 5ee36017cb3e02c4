package mycelial.bus;

import java.util.ArrayList;
import java.util.List;
import mycelial.market.Condition;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.Source;
import mycelial.market.StrategyType;
import mycelial.message.BuildNotice;
import mycelial.message.EvidenceReport;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryQuery;
import mycelial.message.MoatData;
import mycelial.message.ProspectingProposal;
import mycelial.message.ValidationRequest;
import mycelial.message.ValidationResult;

/**
 * Takes what moat miners, explorers, builder, council and memory say out of a message's members.
 */
final class CouncilReader {
  private CouncilReader() {}

  static MoatData moat(Fields fields) {
    return new MoatData(
        fields.constant("moat", Moat.class),
        fields.text("target"),
        fields.text("field"),
        fields.has("value") ? fields.number("value") : null,
        fields.has("level") ? fields.number("level") : null,
        fields.constant("provenance", MoatProvenance.class),
        fields.whole("eventTime"),
        fields.whole("seenTime"),
        fields.text("note"));
  }

  static ProspectingProposal proposal(Fields fields) {
    return new ProspectingProposal(
        BodyReader.pair(fields),
        fields.constant("team", StrategyType.class),
        new ProspectingProposal.Points(
            fields.integer("volume"),
            fields.integer("volatility"),
            fields.integer("liquidity"),
            fields.integer("trend"),
            fields.integer("crossMoat")),
        fields.integer("available"),
        fields.number("confidence"),
        fields.whole("barEnd"),
        fields.text("reason"));
  }

  static BuildNotice notice(Fields fields) {
    return new BuildNotice(
        fields.constant("kind", BuildNotice.Kind.class),
        fields.text("requestId"),
        BodyReader.pair(fields),
        fields.text("reason"));
  }

  static ValidationRequest request(Fields fields) {
    return new ValidationRequest(
        fields.text("requestId"),
        fields.text("patternId"),
        fields.integer("learner"),
        BodyReader.pair(fields),
        BodyReader.side(fields),
        fields.integer("horizonMinutes"),
        BodyReader.conditions(fields),
        fields.integer("outcomes"),
        fields.number("meanReturn"),
        fields.number("fittedFrom"),
        fields.number("birth"));
  }

  static EvidenceReport evidence(Fields fields) {
    return new EvidenceReport(
        fields.text("patternId"),
        BodyReader.pair(fields),
        BodyReader.side(fields),
        fields.integer("trial"),
        fields.number("logEvidence"),
        fields.integer("outcomes"),
        fields.number("meanReturn"));
  }

  static ValidationResult result(Fields fields) {
    return new ValidationResult(
        fields.text("requestId"),
        fields.text("patternId"),
        BodyReader.pair(fields),
        fields.flag("approved"),
        fields.number("quality"),
        fields.integer("outcomes"),
        fields.integer("unfitted"),
        fields.number("meanReturn"),
        fields.number("pValue"),
        fields.text("reason"));
  }

  static MemoryQuery query(Fields fields) {
    return new MemoryQuery(
        fields.text("queryId"),
        fields.text("patternId"),
        BodyReader.pair(fields),
        BodyReader.side(fields),
        FeatureFields.read(fields, "entry"));
  }

  static MemoryAnswer answer(Fields fields) {
    return new MemoryAnswer(
        fields.text("queryId"),
        fields.text("patternId"),
        BodyReader.pair(fields),
        fields.constant("advice", MemoryAnswer.Advice.class),
        fields.number("factor"),
        fields.integer("recalled"),
        fields.integer("failures"),
        fields.texts("trades"),
        fields.text("reason"));
  }

  static MemoryCaution caution(Fields fields) {
    List<MemoryCaution.Region> regions = new ArrayList<>();
    for (Fields region : fields.objects("regions")) {
      regions.add(
          new MemoryCaution.Region(
              region.text("cautionId"),
              new Condition(
                  Source.of(region.text("source")),
                  region.constant("comparison", Condition.Comparison.class),
                  region.number("quantile")),
              region.integer("recalled"),
              region.integer("failures"),
              region.number("until"),
              region.text("reason")));
      region.requireEmpty();
    }
    return new MemoryCaution(BodyReader.pair(fields), BodyReader.side(fields), regions);
  }
}
