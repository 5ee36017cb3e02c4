package mycelial.feed.moat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.market.MoatTarget;
import org.jspecify.annotations.Nullable;

/**
 * Counts a repository's commits by the hour in which they were committed. One that becomes known
 * after its hour has been told, because it was pushed late, counts in the first hour that has not.
 * Source: GitHub REST, {@code GET /repos/{owner}/{repo}/commits}. Used by one thread.
 */
final class GithubPoll implements Poll {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;

  /** Commits up to so long before the first hour that has not been told are looked at again. */
  private static final long OVERLAP = 6 * HOUR;

  /** A commit of so long before what is looked at does not come again. */
  private static final long FORGOTTEN = 30 * DAY;

  private static final int PER_PAGE = 100;
  private static final int MOST_PAGES = 20;
  private static final int EMPTY_REPOSITORY = 409;

  private final String repository;
  private final SourceSettings settings;
  private final Fetcher fetcher;
  private final CommitTally tally;
  private final Outlet outlet;

  /** Commits that have been counted, and when they were committed. */
  private final SortedMap<String, Long> known = new TreeMap<>();

  /** Commits of hours that have not been told, by the beginning of the hour. */
  private final SortedMap<Long, Integer> pending = new TreeMap<>();

  private Validators validators = Validators.NONE;
  private long untold = Long.MIN_VALUE;

  GithubPoll(
      String repository,
      SourceSettings settings,
      Fetcher fetcher,
      CommitTally tally,
      Outlet outlet) {
    this.repository = repository;
    this.settings = settings;
    this.fetcher = fetcher;
    this.tally = tally;
    this.outlet = outlet;
  }

  @Override
  public String subject() {
    return repository;
  }

  @Override
  public List<MoatTarget> targets() {
    return List.of(tally.target());
  }

  @Override
  public void run() throws FeedTrouble, InterruptedException {
    long now = outlet.now();
    boolean first = untold == Long.MIN_VALUE;
    long from = first ? now / HOUR * HOUR - settings.historyDays() * DAY : untold;
    long since = first ? from : (from - OVERLAP) / DAY * DAY;
    Map<String, Long> commits = new TreeMap<>();
    Validators heard = read(since, commits);
    if (first) {
      untold = from;
      if (commits.size() > (MOST_PAGES - 1) * PER_PAGE) {
        untold = commits.values().stream().min(Long::compare).orElse(now) / HOUR * HOUR + HOUR;
      }
      commits.forEach((sha, time) -> known.merge(sha, time, Math::max));
      commits.values().removeIf(time -> time < untold);
      commits.values().forEach(time -> count(time, now));
    } else {
      commits.forEach((sha, time) -> {
        if (known.putIfAbsent(sha, time) == null) {
          count(time, now);
        }
      });
    }
    validators = heard;
    known.values().removeIf(time -> time < since - FORGOTTEN);
    tellUpTo(now);
  }

  private void count(long time, long now) {
    pending.merge(Math.max(Math.min(time, now) / HOUR * HOUR, untold), 1, Integer::sum);
  }

  private void tellUpTo(long now) throws InterruptedException {
    for (; untold + HOUR <= now; untold += HOUR) {
      Integer commits = pending.remove(untold);
      tally.put(repository, untold + HOUR, commits == null ? 0 : commits);
    }
    tally.tell(outlet);
  }

  /** Reads all pages; none when nothing has changed or the repository is empty. */
  private Validators read(long since, Map<String, Long> commits)
      throws FeedTrouble, InterruptedException {
    Fetched page = page(since, 1, validators);
    Validators heard = page.validators();
    for (int number = 1; add(page.body(), commits) == PER_PAGE && number < MOST_PAGES; ) {
      number++;
      page = page(since, number, Validators.NONE);
    }
    return heard;
  }

  private Fetched page(long since, int number, Validators known)
      throws FeedTrouble, InterruptedException {
    String address =
        settings.base()
            + "/repos/"
            + repository
            + "/commits?since="
            + Instant.ofEpochSecond(since)
            + "&per_page="
            + PER_PAGE
            + (number == 1 ? "" : "&page=" + number);
    try {
      return fetcher.get(URI.create(address), known);
    } catch (FeedTrouble trouble) {
      if (trouble.status() == EMPTY_REPOSITORY) {
        return new Fetched(null, Validators.NONE);
      }
      throw new FeedTrouble(
          repository + ": " + trouble.getMessage(), trouble.status(), trouble.until());
    }
  }

  /** The number of commits on a page. */
  private int add(@Nullable JsonNode page, Map<String, Long> commits) throws FeedTrouble {
    if (page == null) {
      return 0;
    }
    for (JsonNode row : Answers.array(page, "commits of " + repository)) {
      commits.put(
          Answers.text(row.path("sha"), "the sha of a commit of " + repository),
          Answers.instant(
              row.path("commit").path("committer").path("date"),
              "the date of a commit of " + repository));
    }
    return page.size();
  }
}
