package mycelial.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;

/**
 * The newest that one learner has heard of the moats: a reading for each target and field, or that
 * a target is missing. Rules look at levels over time, in {@link SignalHistory}. Used by one
 * thread.
 */
public final class MoatBoard {
  private final Map<MoatTarget, Map<String, Reading>> readings = new TreeMap<>();
  private final Map<MoatTarget, String> missing = new TreeMap<>();

  /**
   * What a field was worth when it was last heard of.
   *
   * @param target what it is about
   * @param field what was measured
   * @param value the measurement in the field's own unit
   * @param level its rank among the field's own past, 0 to 1; null where there was too little
   * @param provenance recorded, simulated or live
   * @param seenTime when it became known, seconds since the epoch
   */
  public record Reading(
      MoatTarget target,
      String field,
      double value,
      @Nullable Double level,
      MoatProvenance provenance,
      long seenTime) {}

  /** Notes a reading in the place of the one before. */
  public void note(Reading reading) {
    missing.remove(reading.target());
    readings.computeIfAbsent(reading.target(), _ -> new TreeMap<>()).put(reading.field(), reading);
  }

  /** Notes that nothing is known of a target, and why; what was known of it is forgotten. */
  public void noteMissing(MoatTarget target, String reason) {
    readings.remove(target);
    missing.put(target, reason);
  }

  /** The newest reading of a field, if the target is not missing. */
  public Optional<Reading> reading(MoatTarget target, String field) {
    Map<String, Reading> fields = readings.get(target);
    return fields == null ? Optional.empty() : Optional.ofNullable(fields.get(field));
  }

  /** All readings, by target and field. */
  public List<Reading> readings() {
    List<Reading> all = new ArrayList<>();
    readings.values().forEach(fields -> all.addAll(fields.values()));
    return all;
  }

  /** The targets that are missing, each with the reason. */
  public Map<MoatTarget, String> missing() {
    return Collections.unmodifiableMap(missing);
  }
}
