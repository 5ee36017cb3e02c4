package mycelial.feed.moat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import mycelial.market.MoatTarget;

/**
 * The commits of a language's repositories: {@code commits}, those of the newest full hour, and
 * {@code commits_per_hour}, their mean over 24 hours. Used by one thread.
 */
final class CommitTally {
  private static final String COMMITS = "commits";
  private static final int DAY = 24;

  private final MoatTarget target;
  private final Sums sums;
  private final Deque<Double> day = new ArrayDeque<>();

  CommitTally(MoatTarget target, List<String> repositories) {
    this.target = target;
    this.sums = new Sums(repositories);
  }

  MoatTarget target() {
    return target;
  }

  /** A repository's commits in the hour that ended then. */
  void put(String repository, long end, int commits) {
    sums.put(repository, end, Collections.singletonMap(COMMITS, (double) commits));
  }

  /** Tells the hours of which all repositories have told. */
  void tell(Outlet outlet) throws InterruptedException {
    for (Sums.Step step : sums.take()) {
      double commits = step.values().getOrDefault(COMMITS, 0.0);
      outlet.tell(target, COMMITS, commits, step.time());
      day.addLast(commits);
      if (day.size() > DAY) {
        day.removeFirst();
      }
      if (day.size() == DAY) {
        double total = day.stream().mapToDouble(Double::doubleValue).sum();
        outlet.tell(target, "commits_per_hour", total / DAY, step.time());
      }
    }
  }
}
