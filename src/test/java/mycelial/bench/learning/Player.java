package mycelial.bench.learning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mycelial.bench.BenchException;

/** Plays the trials that have no line yet, some at a time, each on a thread of its own. */
final class Player {
  private final Path project;
  private final RedisPlay redis;
  private final Lines lines;
  private final String build;
  private final PrintWriter log;

  Player(Path project, RedisPlay redis, Lines lines, String build, PrintWriter log) {
    this.project = project;
    this.redis = redis;
    this.lines = lines;
    this.build = build;
    this.log = log;
  }

  /**
   * Plays what is missing; returns how many trials that were.
   *
   * @throws BenchException when a trial fails
   */
  int play(List<Trial> trials, int jobs) throws InterruptedException {
    Map<String, Trial> asked = new LinkedHashMap<>();
    trials.forEach(trial -> asked.putIfAbsent(trial.key(), trial));
    List<Trial> missing = asked.values().stream().filter(trial -> lines.of(trial) == null).toList();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
      List<Future<?>> futures = new ArrayList<>();
      for (Trial trial : missing) {
        futures.add(
            threads.submit(() -> {
              WorldLine line = played(trial);
              lines.add(line);
              say(done.incrementAndGet(), missing.size(), line);
              return line;
            }));
      }
      await(futures, threads);
    }
    return missing.size();
  }

  private WorldLine played(Trial trial) throws IOException, InterruptedException {
    return switch (trial.bus()) {
      case MEMORY -> WorldPlay.run(project, trial, build);
      case REDIS -> redis.run(trial, build);
    };
  }

  private static void await(List<Future<?>> futures, ExecutorService threads)
      throws InterruptedException {
    try {
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException failed) {
      threads.shutdownNow();
      throw new BenchException("a world could not be played: " + failed.getCause(), failed);
    }
  }

  private void say(int done, int all, WorldLine line) {
    synchronized (log) {
      log.printf(
          Locale.ROOT,
          "learning-bench: %d of %d: %s %s, world %s %d: %.0f s, %,.0f bars/s, %d ideas, %d of %d"
              + " effects%n",
          done,
          all,
          line.experiment(),
          line.variant(),
          line.world(),
          line.seed(),
          line.seconds(),
          line.bars() / line.seconds(),
          line.judgement().ideas().size(),
          line.judgement().effects().stream().filter(effect -> effect.any().isFound()).count(),
          line.judgement().effects().size());
      log.flush();
    }
  }
}
