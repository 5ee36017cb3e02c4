package mycelial.learning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mycelial.market.Pair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures sixty brains of forty rules on eight pairs; a program to run by hand, not a test. */
final class BrainSpeed {
  private static final Logger LOG = LoggerFactory.getLogger(BrainSpeed.class);
  private static final int BRAINS = 60;
  private static final int DAYS = 10;

  /** Time of this thread on a processor: what else the machine does is not measured. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private BrainSpeed() {}

  public static void main(String[] args) {
    List<Pair> pairs = new ArrayList<>();
    for (char letter = 'A'; letter <= 'H'; letter++) {
      pairs.add(new Pair("X" + letter + "COINUSD"));
    }
    List<List<MarketObservation>> minutes = TestMarket.days(DAYS, pairs, false);
    long before = usedMemory();
    List<Brain> brains = new ArrayList<>();
    for (int i = 0; i < BRAINS; i++) {
      brains.add(new Brain(TestBrains.settings(i, pairs), new SplittableRandom(i)));
    }
    for (int day = 0; day < DAYS; day++) {
      measure(brains, minutes, day);
    }
    LOG.info("{} kB a brain", (usedMemory() - before) / BRAINS / 1024);
    LOG.info("{} rules retired by the first", brains.getFirst().retired());
  }

  private static void measure(List<Brain> brains, List<List<MarketObservation>> all, int day) {
    long evaluations = -brains.stream().mapToLong(Brain::ruleEvaluations).sum();
    long observing = 0;
    long evaluating = 0;
    for (int minute = day * 1440; minute < (day + 1) * 1440; minute++) {
      List<MarketObservation> observations = all.get(minute);
      long begin = THREADS.getCurrentThreadCpuTime();
      for (Brain brain : brains) {
        for (MarketObservation observation : observations) {
          brain.observe(observation);
        }
      }
      long middle = THREADS.getCurrentThreadCpuTime();
      for (Brain brain : brains) {
        brain.evaluate(60.0 * (minute + 1));
      }
      observing += middle - begin;
      evaluating += THREADS.getCurrentThreadCpuTime() - middle;
    }
    evaluations += brains.stream().mapToLong(Brain::ruleEvaluations).sum();
    long minutes = 1440L * brains.size();
    LOG.info(
        "day {}: {} ns a brain and minute; {} ns an observe, {} ns a rule evaluation",
        day,
        (observing + evaluating) / minutes,
        observing / minutes / 8,
        evaluating / evaluations);
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
