package mycelial.learning;

import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;

/**
 * What a learner or a researcher is told of a moat.
 *
 * @param target what it is about
 * @param field what was measured; of no meaning when the target is missing
 * @param value the measurement in the field's own unit, or null when the target is missing
 * @param level its rank among the field's own past, 0 to 1, or null where there is none yet
 * @param seenTime when it became known, seconds since the epoch
 */
public record MoatObservation(
    MoatTarget target,
    String field,
    @Nullable Double value,
    @Nullable Double level,
    long seenTime) {}
