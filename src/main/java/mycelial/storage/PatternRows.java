package mycelial.storage;

import java.util.List;
import mycelial.learning.ArchivedPattern;

/** An archived pattern as rows of {@code mycelial_patterns.db}. */
final class PatternRows {
  private PatternRows() {}

  static List<Row> archived(String session, ArchivedPattern pattern) {
    Row row =
        Row.of(
            Sql.PATTERN,
            pattern.agentId(),
            pattern.timestamp(),
            pattern.value(),
            FeatureJson.pattern(pattern),
            pattern.ageMinutes(),
            pattern.decayFactor(),
            pattern.moat().label(),
            pattern.pair().name(),
            pattern.signalType(),
            session,
            pattern.patternId());
    Row source =
        Row.of(Sql.PATTERN_SOURCE, session, pattern.patternId(), session, pattern.patternId());
    return List.of(row, source);
  }
}
