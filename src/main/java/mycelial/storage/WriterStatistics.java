package mycelial.storage;

import java.time.Duration;
import mycelial.metrics.DurationCounts;

/**
 * What the writer has done since the storage was opened.
 *
 * @param rows records committed: positions opened or closed, ideas, collisions, equity points,
 *     patterns
 * @param batches transactions committed
 * @param p50 median time from the begin of a transaction to its commit; at most 13 % too high
 * @param p99 99th percentile of that time, likewise
 * @param queued records that wait
 * @param latencies all of these times
 */
public record WriterStatistics(
    long rows, long batches, Duration p50, Duration p99, int queued, DurationCounts latencies) {}
