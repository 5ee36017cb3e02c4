package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mycelial.market.MoatSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PortWatchPollTest {
  private final MoatRig rig;

  PortWatchPollTest() throws IOException {
    rig = new MoatRig();
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  private List<PortWatchPoll> polls(String... chokepoints) {
    SourceSettings none = rig.source(1, MoatRig.PYTHON);
    MoatFeedSettings settings =
        rig.settings(none, rig.source(120, MoatRig.WEST, chokepoints), none);
    Sums sums = new Sums(List.of(chokepoints));
    List<PortWatchPoll> polls = new ArrayList<>();
    for (String chokepoint : chokepoints) {
      polls.add(new PortWatchPoll(chokepoint, settings, rig.fetcher(), sums, rig.outlet));
    }
    return polls;
  }

  private static String row(String port, String date, int ships) {
    return """
    {"attributes":{"date":%s,"portid":"%s","n_total":%d,"capacity":%d00.5}}\
    """
        .formatted(date, port, ships, ships);
  }

  private void serve(String... rows) {
    rig.serve("/query", "{\"features\":[" + String.join(",", rows) + "]}");
  }

  @Test
  void tellsDaysInTheirOrderHoweverTheyAreDated() throws FeedTrouble, InterruptedException {
    serve(row("chokepoint2", "\"2026-02-25\"", 33), row("chokepoint2", "1771891200000", 31));
    polls("chokepoint2").getFirst().run();
    assertThat(rig.values("n_total")).containsExactly(31.0, 33.0);
    assertThat(rig.values("capacity")).containsExactly(3100.5, 3300.5);
    MoatSignal newest = rig.signals("n_total").getLast();
    assertThat(newest.target()).isEqualTo(MoatRig.WEST);
    assertThat(newest.eventTime())
        .isEqualTo(Instant.parse("2026-02-26T00:00:00Z").getEpochSecond());
    assertThat(newest.seenTime()).isGreaterThanOrEqualTo(MoatRig.START);
    assertThat(rig.server.requests().getFirst().path())
        .startsWith("/query?where=portid%3D%27chokepoint2%27&")
        .contains("resultRecordCount=120");
  }

  @Test
  void addsUpTheChokepointsOfARegion() throws FeedTrouble, InterruptedException {
    serve(
        row("chokepoint1", "\"2026-02-24\"", 10),
        row("chokepoint2", "\"2026-02-24\"", 31),
        row("chokepoint2", "\"2026-02-25\"", 33));
    for (PortWatchPoll poll : polls("chokepoint1", "chokepoint2")) {
      poll.run();
    }
    assertThat(rig.values("n_total")).containsExactly(41.0);
  }

  @Test
  void keepsADayAsItWasFirstSeen() throws FeedTrouble, InterruptedException {
    PortWatchPoll poll = polls("chokepoint2").getFirst();
    serve(row("chokepoint2", "\"2026-02-25\"", 33));
    poll.run();
    serve(row("chokepoint2", "\"2026-02-26\"", 34), row("chokepoint2", "\"2026-02-25\"", 30));
    poll.run();
    poll.run();
    assertThat(rig.values("n_total")).containsExactly(33.0, 34.0);
    assertThat(rig.server.requests().getLast().header("if-none-match")).isNotEmpty();
  }

  @Test
  void doesNotTellADayThatIsNotOver() throws FeedTrouble, InterruptedException {
    serve(row("chokepoint2", "\"2026-03-04\"", 9), row("chokepoint2", "\"2026-03-03\"", 33));
    PortWatchPoll poll = polls("chokepoint2").getFirst();
    poll.run();
    assertThat(rig.values("n_total")).containsExactly(33.0);
    rig.clock.advance(6 * 3600);
    poll.run();
    assertThat(rig.values("n_total")).containsExactly(33.0, 9.0);
  }

  @Test
  void seesAnErrorThatComesAsASuccess() {
    rig.serve(
        "/query",
        """
        {"error":{"code":400,"message":"Cannot perform query.","details":["'where' is invalid"]}}\
        """);
    assertThatThrownBy(() -> polls("chokepoint2").getFirst().run())
        .isInstanceOf(FeedTrouble.class)
        .hasMessageContaining("Cannot perform query.");
  }

  @Test
  void anEmptyAnswerIsNotNoNews() {
    for (String body :
        List.of(
            "{}",
            "{\"features\":[]}",
            "[]",
            "",
            "{\"features\":[" + row("chokepoint9", "\"2026-02-25\"", 1) + "]}",
            "{\"features\":[" + row("chokepoint2", "\"2026-02-25\"", -1) + "]}",
            "{\"features\":[" + row("chokepoint2", "17", 1) + "]}")) {
      rig.serve("/query", body);
      assertThatThrownBy(() -> polls("chokepoint2").getFirst().run())
          .as(body)
          .isInstanceOf(FeedTrouble.class);
    }
    assertThat(rig.arrivals).isEmpty();
  }

  @Test
  void saysThatItsNewestDayIsTooOld() {
    serve(row("chokepoint2", "\"2026-02-10\"", 33));
    assertThatThrownBy(() -> polls("chokepoint2").getFirst().run())
        .hasMessageContaining("2026-02-10")
        .hasMessageContaining("21 days");
    assertThat(rig.values("n_total")).containsExactly(33.0);
  }
}
