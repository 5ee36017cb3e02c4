package mycelial.bus.redis;

import java.util.concurrent.atomic.LongAdder;
import mycelial.bus.BusStatistics;

/** What a bus counts; safe for several threads. */
final class Counters {
  final LongAdder rounds = new LongAdder();
  final LongAdder messages = new LongAdder();
  final LongAdder republished = new LongAdder();
  final LongAdder foreign = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder rejected = new LongAdder();

  BusStatistics statistics(int connections) {
    return new BusStatistics(
        rounds.sum(),
        messages.sum(),
        republished.sum(),
        foreign.sum(),
        duplicates.sum(),
        malformed.sum(),
        rejected.sum(),
        connections);
  }
}
