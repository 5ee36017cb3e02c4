package mycelial.agent.learner;

import org.jspecify.annotations.Nullable;

/**
 * How a learner stands to HAVEN, which must know what leads it and may forbid a family of patterns.
 *
 * @param announceEveryTicks ticks between two announcements that its leading rule is of another
 *     family
 * @param quarantineSeconds how long it refuses a family that is quarantined
 * @param drill what a fire drill does to it, or null when there is none
 */
public record Discipline(
    long announceEveryTicks, long quarantineSeconds, @Nullable FireDrill drill) {}
