package mycelial.feed.moat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import mycelial.feed.Arrivals;
import mycelial.feed.http.BoundedHttp;
import mycelial.market.MoatTarget;

/**
 * One of the four sources: what is asked, how often, and by which name.
 *
 * @param name what it is called
 * @param settings what it is asked about
 * @param hourly most calls in an hour of the exchange
 * @param headers of every request, by name
 * @param polls makes its questions
 */
record Source(
    String name,
    SourceSettings settings,
    int hourly,
    Map<String, String> headers,
    BiFunction<Fetcher, Outlet, List<Poll>> polls) {
  /**
   * What all sources of a session share.
   *
   * @param http makes the calls
   * @param timer waits
   * @param told the newest event of each target that the session knows already, seconds since the
   *     epoch
   */
  record Connection(BoundedHttp http, Timer timer, SortedMap<MoatTarget, Long> told) {}

  private static final int NO_LIMIT = 3600;
  private static final int GITHUB_KEYLESS = 58;
  private static final int GITHUB_KEYED = 3000;

  /** A source's questions and its standing, for its thread. */
  Poller poller(Connection to, Arrivals sink, long seed) {
    Timer timer = to.timer();
    Fetcher fetcher = new Fetcher(to.http(), headers, new Allowance(timer, hourly), timer);
    List<Poll> questions = polls.apply(fetcher, new Outlet(sink, timer, to.told()));
    return new Poller(
        questions,
        new Standing(name, questions, sink),
        timer,
        settings.everySeconds(),
        new Backoff(seed));
  }

  static Source github(SourceSettings settings, MoatAccess access) {
    Map<String, String> headers = headers(access, "application/vnd.github+json");
    access.githubToken().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
    return new Source(
        "GitHub",
        settings,
        access.githubToken().isPresent() ? GITHUB_KEYED : GITHUB_KEYLESS,
        headers,
        (fetcher, outlet) ->
            each(
                settings,
                CommitTally::new,
                (repository, tally) ->
                    new GithubPoll(repository, settings, fetcher, tally, outlet)));
  }

  static Source portWatch(MoatFeedSettings all, MoatAccess access) {
    return new Source(
        "PortWatch",
        all.portWatch(),
        NO_LIMIT,
        headers(access, "application/json"),
        (fetcher, outlet) ->
            each(
                all.portWatch(),
                (target, chokepoints) -> new Sums(chokepoints),
                (chokepoint, sums) -> new PortWatchPoll(chokepoint, all, fetcher, sums, outlet)));
  }

  static Source federalRegister(SourceSettings settings, MoatAccess access) {
    return new Source(
        "Federal Register",
        settings,
        NO_LIMIT,
        headers(access, "application/json"),
        (fetcher, outlet) -> List.of(new FederalRegisterPoll(settings, fetcher, outlet)));
  }

  static Source edgar(SourceSettings settings, MoatAccess access) {
    return new Source(
        "EDGAR",
        settings,
        NO_LIMIT,
        headers(access, "application/json"),
        (fetcher, outlet) ->
            each(
                settings,
                FilingTally::new,
                (company, tally) -> new EdgarPoll(company, settings, fetcher, tally, outlet)));
  }

  private static Map<String, String> headers(MoatAccess access, String accept) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("User-Agent", access.userAgent());
    headers.put("Accept", accept);
    return headers;
  }

  /** A poll for each member, those of one target with one tally. */
  private static <T> List<Poll> each(
      SourceSettings settings,
      BiFunction<MoatTarget, List<String>, T> tally,
      BiFunction<String, T, Poll> poll) {
    SortedMap<MoatTarget, T> tallies = new TreeMap<>();
    for (MoatTarget target : settings.targets()) {
      tallies.put(target, tally.apply(target, settings.membersOf(target)));
    }
    List<Poll> polls = new ArrayList<>();
    settings
        .members()
        .forEach((member, target) -> polls.add(poll.apply(member, tallies.get(target))));
    return polls;
  }
}
