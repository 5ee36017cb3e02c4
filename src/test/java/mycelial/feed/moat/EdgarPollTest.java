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
class EdgarPollTest {
  private static final String COIN = "0001679788";
  private static final String PATH = "/submissions/CIK0001679788.json";

  private final MoatRig rig;

  EdgarPollTest() throws IOException {
    rig = new MoatRig();
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  private EdgarPoll poll(String company, FilingTally tally) {
    return new EdgarPoll(
        company, rig.source(365, MoatRig.TECH, COIN), rig.fetcher(), tally, rig.outlet);
  }

  private EdgarPoll poll() {
    return poll(COIN, new FilingTally(MoatRig.TECH, List.of(COIN)));
  }

  private static String answer(String... rows) {
    StringBuilder numbers = new StringBuilder();
    StringBuilder times = new StringBuilder();
    StringBuilder forms = new StringBuilder();
    StringBuilder items = new StringBuilder();
    for (String row : rows) {
      String[] parts = row.split("\\|", -1);
      String comma = numbers.isEmpty() ? "" : ",";
      numbers.append(comma).append('"').append(parts[0]).append('"');
      times.append(comma).append('"').append(parts[1]).append('"');
      forms.append(comma).append('"').append(parts[2]).append('"');
      items.append(comma).append('"').append(parts[3]).append('"');
    }
    return """
    {"cik":"1","filings":{"recent":{"accessionNumber":[%s],"acceptanceDateTime":[%s],\
    "form":[%s],"items":[%s]},"files":[]}}\
    """
        .formatted(numbers, times, forms, items);
  }

  @Test
  void tellsEachFilingInItsOrderWithTheFrequencyOfItsItems()
      throws FeedTrouble, InterruptedException {
    rig.serve(
        PATH,
        answer(
            "4|2026-03-01T21:05:31.000Z|8-K|2.02,9.01",
            "3|2026-02-20T21:05:31.000Z|10-K|",
            "2|2026-02-10T12:00:00.000Z|8-K|8.01",
            "1|2026-01-05T12:00:00.000Z|8-K|2.02",
            "0|2024-01-05T12:00:00.000Z|8-K|2.02"));
    poll().run();
    assertThat(rig.values("filings_30d")).containsExactly(1.0, 1.0, 2.0);
    assertThat(rig.values("item_2_02_90d")).containsExactly(1.0, 2.0);
    assertThat(rig.values("item_9_01_90d")).containsExactly(1.0);
    MoatSignal newest = rig.signals("filings_30d").getLast();
    assertThat(newest.target()).isEqualTo(MoatRig.TECH);
    assertThat(newest.eventTime())
        .isEqualTo(Instant.parse("2026-03-01T21:05:31Z").getEpochSecond());
    assertThat(newest.seenTime()).isGreaterThanOrEqualTo(MoatRig.START);
  }

  @Test
  void tellsAFilingOnce() throws FeedTrouble, InterruptedException {
    EdgarPoll poll = poll();
    rig.serve(PATH, answer("1|2026-03-01T21:05:31.000Z|8-K|2.02"));
    poll.run();
    poll.run();
    rig.serve(
        PATH, answer("2|2026-03-04T18:00:00.000Z|8-K|1.01", "1|2026-03-01T21:05:31.000Z|8-K|2.02"));
    poll.run();
    assertThat(rig.values("filings_30d")).containsExactly(1.0, 2.0);
    assertThat(rig.server.requests().get(1).header("if-none-match")).isNotEmpty();
  }

  @Test
  void waitsForAFilingThatIsAheadOfTheClock() throws FeedTrouble, InterruptedException {
    EdgarPoll poll = poll();
    rig.serve(PATH, answer("1|2026-03-04T19:00:00.000Z|8-K|2.02"));
    poll.run();
    assertThat(rig.arrivals).isEmpty();
    rig.clock.advance(3600);
    poll.run();
    assertThat(rig.values("filings_30d")).containsExactly(1.0);
  }

  @Test
  void beginsWhenAllCompaniesOfASectorHaveBeenHeard() throws FeedTrouble, InterruptedException {
    FilingTally tally = new FilingTally(MoatRig.TECH, List.of(COIN, "0000000001"));
    rig.serve(PATH, answer("1|2026-03-01T21:05:31.000Z|8-K|2.02"));
    rig.serve("/submissions/CIK0000000001.json", answer("2|2026-02-26T21:05:31.000Z|8-K|2.02"));
    poll(COIN, tally).run();
    assertThat(rig.arrivals).isEmpty();
    poll("0000000001", tally).run();
    assertThat(rig.values("filings_30d")).containsExactly(1.0, 2.0);
    assertThat(rig.signals("filings_30d")).extracting(MoatSignal::eventTime).isSorted();
  }

  @Test
  void refusesWhatIsNoListOfFilings() {
    for (String body :
        List.of(
            "{}",
            "",
            "[]",
            "<html>",
            "{\"filings\":{}}",
            answer("1|soon|8-K|2.02"),
            answer("|2026-03-01T21:05:31.000Z|8-K|2.02"),
            answer("1|2026-03-01T21:05:31.000Z|8-K|2.02")
                .replace("\"items\":[\"2.02\"]", "\"items\":[]"))) {
      rig.serve(PATH, body);
      assertThatThrownBy(() -> poll().run()).as(body).isInstanceOf(FeedTrouble.class);
    }
    assertThat(rig.arrivals).isEmpty();
  }
}
