package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mycelial.market.MoatSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GithubPollTest {
  private static final String PATH = "/repos/a/b/commits";

  private final MoatRig rig;
  private final List<String> commits = new ArrayList<>();

  GithubPollTest() throws IOException {
    rig = new MoatRig();
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  private GithubPoll poll(CommitTally tally, String repository) {
    return new GithubPoll(
        repository, rig.source(2, MoatRig.PYTHON, "a/b"), rig.fetcher(), tally, rig.outlet);
  }

  private GithubPoll poll() {
    return poll(new CommitTally(MoatRig.PYTHON, List.of("a/b")), "a/b");
  }

  private static String commit(String sha, String time) {
    return "{\"sha\":\"%s\",\"commit\":{\"committer\":{\"date\":\"%s\"}},\"parents\":[]}"
        .formatted(sha, time);
  }

  private void push(String sha, String time) {
    commits.addFirst(commit(sha, time));
    rig.serve(PATH, commits.toString());
  }

  private void pass(int hours) {
    rig.clock.advance(hours * 3600.0);
  }

  @Test
  void countsCommitsByTheHourAtFirstSomeDaysBack() throws FeedTrouble, InterruptedException {
    push("1", "2026-03-02T17:59:59Z");
    push("2", "2026-03-02T18:00:00Z");
    push("3", "2026-03-04T17:00:00Z");
    push("4", "2026-03-04T17:59:59Z");
    push("5", "2026-03-04T18:00:00Z");
    poll().run();
    List<MoatSignal> told = rig.signals("commits");
    assertThat(told).hasSize(48);
    assertThat(told.getFirst().value()).isEqualTo(1);
    assertThat(told.getFirst().eventTime())
        .isEqualTo(Instant.parse("2026-03-02T19:00:00Z").getEpochSecond());
    assertThat(told.getLast().value()).isEqualTo(2);
    assertThat(told.getLast().eventTime())
        .isEqualTo(Instant.parse("2026-03-04T18:00:00Z").getEpochSecond());
    assertThat(told).extracting(MoatSignal::eventTime).isSorted();
    assertThat(told).allMatch(signal -> signal.seenTime() >= MoatRig.START);
    assertThat(rig.values("commits_per_hour")).hasSize(25).last().isEqualTo(2 / 24.0);
    assertThat(rig.server.requests().getFirst().path())
        .isEqualTo("/repos/a/b/commits?since=2026-03-02T18:00:00Z&per_page=100");
  }

  @Test
  void tellsEachFullHourOnceWhetherAnythingIsNewOrNot() throws FeedTrouble, InterruptedException {
    push("1", "2026-03-04T18:00:00Z");
    GithubPoll poll = poll();
    poll.run();
    poll.run();
    assertThat(rig.signals("commits")).hasSize(48);
    pass(1);
    poll.run();
    pass(2);
    poll.run();
    assertThat(rig.values("commits").subList(47, 51)).containsExactly(0.0, 1.0, 0.0, 0.0);
    assertThat(rig.server.requests().getLast().header("if-none-match")).isNotEmpty();
  }

  @Test
  void countsWhatIsPushedLateOnceAndWhenItBecomesKnown() throws FeedTrouble, InterruptedException {
    push("1", "2026-03-04T17:30:00Z");
    GithubPoll poll = poll();
    poll.run();
    push("2", "2026-03-04T16:00:00Z");
    pass(1);
    poll.run();
    pass(1);
    poll.run();
    assertThat(rig.values("commits").subList(47, 50)).containsExactly(1.0, 1.0, 0.0);
  }

  @Test
  void countsACommitFromTheFutureWhenItIsSeen() throws FeedTrouble, InterruptedException {
    push("1", "2027-01-01T00:00:00Z");
    GithubPoll poll = poll();
    poll.run();
    pass(1);
    poll.run();
    assertThat(rig.values("commits").subList(47, 49)).containsExactly(0.0, 1.0);
  }

  @Test
  void turnsPages() throws FeedTrouble, InterruptedException {
    List<String> page = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      page.add(commit("p" + i, "2026-03-04T17:10:00Z"));
    }
    String first = PATH + "?since=2026-03-02T18:00:00Z&per_page=100";
    rig.serve(first, page.toString());
    rig.serve(
        first + "&page=2",
        "["
            + commit("p99", "2026-03-04T17:10:00Z")
            + ","
            + commit("q", "2026-03-04T17:09:00Z")
            + "]");
    poll().run();
    assertThat(rig.values("commits")).last().isEqualTo(101.0);
  }

  @Test
  void anEmptyRepositoryHasNoCommits() throws FeedTrouble, InterruptedException {
    rig.serve(PATH, 409, "{\"message\":\"Git Repository is empty.\"}");
    poll().run();
    assertThat(rig.values("commits")).isEqualTo(Collections.nCopies(48, 0.0));
  }

  @Test
  void followsARenamedRepository() throws FeedTrouble, InterruptedException {
    rig.serve(PATH, 301, "", "Location: /repositories/7/commits");
    rig.serve("/repositories/7/commits", "[" + commit("1", "2026-03-04T17:30:00Z") + "]");
    poll().run();
    assertThat(rig.values("commits")).last().isEqualTo(1.0);
  }

  @Test
  void saysUntilWhenGithubHasHadEnough() {
    long reset = MoatRig.START + 1200;
    rig.serve(
        PATH,
        403,
        "{\"message\":\"API rate limit exceeded for 203.0.113.7.\"}",
        "X-RateLimit-Remaining: 0",
        "X-RateLimit-Reset: " + reset);
    assertThatThrownBy(() -> poll().run())
        .isInstanceOfSatisfying(
            FeedTrouble.class,
            trouble -> {
              assertThat(trouble.until()).isEqualTo((double) (reset + 1));
              assertThat(trouble.status()).isEqualTo(403);
            })
        .hasMessageContaining("2026-03-04T18:20:02Z")
        .hasMessageNotContaining("203.0.113.7");
  }

  @Test
  void refusesWhatIsNoListOfCommits() {
    for (String body :
        List.of(
            "",
            "{}",
            "<html>",
            "[1",
            "[{\"sha\":\"x\"}]",
            "null",
            "[] []",
            "[" + commit("x", "yesterday") + "]",
            "[" + commit("x", "1966-01-01T00:00:00Z") + "]")) {
      rig.serve(PATH, body);
      assertThatThrownBy(() -> poll().run()).as(body).isInstanceOf(FeedTrouble.class);
    }
    assertThat(rig.arrivals).isEmpty();
  }

  @Test
  void goesOnAfterAFailureWithoutLosingAnHour() throws FeedTrouble, InterruptedException {
    push("1", "2026-03-04T17:30:00Z");
    GithubPoll poll = poll();
    poll.run();
    rig.serve(PATH, 502, "<html>bad gateway</html>");
    pass(1);
    assertThatThrownBy(poll::run).hasMessageContaining("HTTP status 502");
    pass(1);
    push("2", "2026-03-04T18:30:00Z");
    poll.run();
    assertThat(rig.values("commits").subList(47, 50)).containsExactly(1.0, 1.0, 0.0);
  }

  @Test
  void tellsALanguageWhenAllItsRepositoriesHaveTold() throws FeedTrouble, InterruptedException {
    push("1", "2026-03-04T17:30:00Z");
    rig.serve("/repos/c/d/commits", "[" + commit("9", "2026-03-04T17:30:00Z") + "]");
    CommitTally tally = new CommitTally(MoatRig.PYTHON, List.of("a/b", "c/d"));
    poll(tally, "a/b").run();
    assertThat(rig.arrivals).isEmpty();
    poll(tally, "c/d").run();
    assertThat(rig.values("commits")).hasSize(48).last().isEqualTo(2.0);
  }
}
