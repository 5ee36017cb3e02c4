package mycelial.feed.synthetic;

/**
 * One value of a moat's series, made by a generator.
 *
 * @param timestamp when it becomes known, seconds since the epoch
 * @param channel the moat's channel, for example {@code repo-data:Python}
 * @param field what is measured
 * @param value the value, in units of its own
 */
public record MoatSignal(long timestamp, String channel, String field, double value) {}
