package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import mycelial.market.MoatSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FederalRegisterPollTest {
  private static final String PATH = "/documents.json";
  private static final String SEC = "securities-and-exchange-commission";

  private final MoatRig rig;
  private final FederalRegisterPoll poll;

  FederalRegisterPollTest() throws IOException {
    rig = new MoatRig();
    poll =
        new FederalRegisterPoll(
            rig.source(5, MoatRig.FEDERAL, SEC, "treasury-department"), rig.fetcher(), rig.outlet);
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  private static String document(String number, String type, String day, String... agencies) {
    StringBuilder slugs = new StringBuilder();
    for (String agency : agencies) {
      slugs.append(slugs.isEmpty() ? "" : ",").append("{\"slug\":\"" + agency + "\"}");
    }
    return """
    {"document_number":"%s","type":"%s","publication_date":"%s","agencies":[%s]}\
    """
        .formatted(number, type, day, slugs);
  }

  private void serve(String... documents) {
    rig.serve(
        PATH,
        "{\"count\":%d,\"total_pages\":1,\"results\":[%s]}"
            .formatted(documents.length, String.join(",", documents)));
  }

  @Test
  void countsAnIssuesDocumentsByType() throws FeedTrouble, InterruptedException {
    serve(
        document("1", "Notice", "2026-03-04", SEC, "treasury-department"),
        document("2", "Proposed Rule", "2026-03-04", "treasury-department"),
        document("3", "RULE", "2026-03-04", SEC),
        document("4", "Presidential Document", "2026-03-04", SEC),
        document("5", "Something Else", "2026-03-04", SEC),
        document("6", "Notice", "2026-03-04", "forest-service"));
    poll.run();
    assertThat(rig.values("documents")).endsWith(5.0);
    assertThat(rig.values("notices")).endsWith(1.0);
    assertThat(rig.values("rules")).endsWith(1.0);
    assertThat(rig.values("proposed_rules")).endsWith(1.0);
    assertThat(rig.values("presidential_documents")).endsWith(1.0);
    MoatSignal newest = rig.signals("documents").getLast();
    assertThat(newest.target()).isEqualTo(MoatRig.FEDERAL);
    assertThat(newest.eventTime())
        .isEqualTo(Instant.parse("2026-03-04T11:00:00Z").getEpochSecond());
  }

  @Test
  void tellsWorkingDaysWithoutDocumentsAsZeroAndWeekendsNotAtAll()
      throws FeedTrouble, InterruptedException {
    serve(document("1", "Notice", "2026-03-02", SEC));
    poll.run();
    // From Friday the 27th on: Friday, Monday, Tuesday; Wednesday is not over.
    assertThat(rig.values("documents")).containsExactly(0.0, 1.0, 0.0);
    rig.clock.advance(17 * 3600);
    poll.run();
    assertThat(rig.values("documents")).containsExactly(0.0, 1.0, 0.0, 0.0);
  }

  @Test
  void waitsForSixInWashington() throws FeedTrouble, InterruptedException {
    serve(document("1", "Notice", "2026-03-05", SEC));
    rig.clock.advance(16 * 3600 + 3000);
    poll.run();
    assertThat(rig.values("documents")).doesNotContain(1.0);
    rig.clock.advance(700);
    poll.run();
    assertThat(rig.values("documents")).endsWith(1.0);
    assertThat(rig.signals("documents").getLast().eventTime())
        .isEqualTo(Instant.parse("2026-03-05T11:00:00Z").getEpochSecond());
  }

  @Test
  void tellsADayOnceAndAsksConditionally() throws FeedTrouble, InterruptedException {
    serve(document("1", "Notice", "2026-03-04", SEC));
    poll.run();
    int told = rig.arrivals.size();
    poll.run();
    poll.run();
    assertThat(rig.arrivals).hasSize(told);
    List<String> asked =
        rig.server.requests().stream().map(request -> request.header("if-none-match")).toList();
    assertThat(asked.get(0)).isEmpty();
    assertThat(asked.get(2)).isNotEmpty();
    assertThat(rig.server.requests().getLast().path())
        .contains("%5Bgte%5D=2026-03-05")
        .contains("conditions%5Bagencies%5D%5B%5D=" + SEC);
  }

  @Test
  void understandsThatThereAreNoHits() throws FeedTrouble, InterruptedException {
    rig.serve(PATH, "{\"count\":0,\"description\":\"Documents\"}");
    poll.run();
    assertThat(rig.values("documents")).containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void turnsPages() throws FeedTrouble, InterruptedException {
    String first = "{\"count\":2,\"total_pages\":2,\"results\":[%s]}";
    rig.serve(PATH, first.formatted(document("1", "Notice", "2026-03-04", SEC)));
    FederalRegisterPoll probe = poll;
    assertThatThrownBy(
            () -> {
              rig.serve(PATH, "{\"count\":3000,\"total_pages\":21,\"results\":[]}");
              probe.run();
            })
        .hasMessageContaining("too many");
    rig.serve(PATH, first.formatted(document("1", "Notice", "2026-03-04", SEC)));
    String second = rig.server.requests().getLast().path() + "&page=2";
    rig.serve(second, first.formatted(document("2", "Rule", "2026-03-04", SEC)));
    poll.run();
    assertThat(rig.values("documents")).endsWith(2.0);
  }

  @Test
  void refusesWhatIsNoListOfDocuments() {
    for (String body :
        List.of(
            "{}",
            "",
            "[]",
            "<html>",
            "{\"count\":2}",
            "{\"count\":1,\"results\":[{}]}",
            "{\"count\":1,\"results\":[" + document("1", "Rule", "soon", SEC) + "]}")) {
      rig.serve(PATH, body);
      assertThatThrownBy(poll::run).as(body).isInstanceOf(FeedTrouble.class);
    }
    assertThat(rig.arrivals).isEmpty();
  }
}
