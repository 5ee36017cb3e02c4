package mycelial.bench;

import java.util.List;
import java.util.Map;

/**
 * What was measured; component names are the member names of the JSON object.
 *
 * @param world what was replayed
 * @param seed of the world and of the replays
 * @param days length of the world
 * @param shortDays length of the short world that growth is measured against
 * @param runs replays that speed is measured on
 * @param loadAverage of the machine over the minute before the end: other work makes all of this
 *     slower
 * @param barsPerSecond from the start of play to its end
 * @param wallSeconds of the whole process
 * @param roundsPerSecond rounds of the bus
 * @param messagesPerSecond messages delivered
 * @param agentStepsPerSecond steps of agents
 * @param ruleEvaluationsPerBar rules evaluated for a bar
 * @param redisConnections of a replay
 * @param memory how much of it
 * @param inMemoryBarsPerSecond over the in-memory bus, one run
 * @param redisToInMemory speed over Redis (median) / speed over the in-memory bus
 * @param profile percent of the time of play by layer of the model thread
 * @param threadPercent processor time of every kind of thread in percent of the time of play
 * @param profiledBarsPerSecond speed of the run that the profile is of
 * @param digest of all runs
 */
record Figures(
    String world,
    long seed,
    int days,
    int shortDays,
    int runs,
    double loadAverage,
    Spread barsPerSecond,
    Spread wallSeconds,
    double roundsPerSecond,
    double messagesPerSecond,
    double agentStepsPerSecond,
    double ruleEvaluationsPerBar,
    int redisConnections,
    Memory memory,
    double inMemoryBarsPerSecond,
    double redisToInMemory,
    Map<String, Double> profile,
    Map<String, Double> threadPercent,
    double profiledBarsPerSecond,
    String digest) {

  /** Median and extremes of several runs. */
  record Spread(double median, double least, double most) {
    static Spread of(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int middle = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1
              ? sorted.get(middle)
              : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
      return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
  }

  /**
   * Memory, MiB: peaks are resident, of the highest of the runs; live heap is what is left at the
   * end of play after a collection, and what has to stay the same whatever the length.
   */
  record Memory(
      double jvmPeak,
      double redisPeak,
      double shortJvmPeak,
      double liveHeap,
      double shortLiveHeap,
      double lastHeapAfterCollection,
      double shortLastHeapAfterCollection) {
    double totalPeak() {
      return jvmPeak + redisPeak;
    }

    double growth() {
      return liveHeap / shortLiveHeap;
    }
  }
}
