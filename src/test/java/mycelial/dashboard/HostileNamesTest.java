package mycelial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that would be markup, if anything were read as such; row 77 of the catalogue of faults. */
final class HostileNamesTest {
  private static final String IMAGE = "<img src=x onerror=\"document.title='owned'\">";
  private static final String SCRIPT = "</script><script>document.title='owned'</script>";

  @TempDir Path folder = Path.of("");

  private static void fill(StoredSession stored) throws Exception {
    stored.equity(StoredSession.NOON, "10000");
    stored.equity(StoredSession.NOON + 60, "10010");
    stored.trade("t-" + IMAGE, "baseline", IMAGE, SCRIPT, "45.80");
    stored.message(
        1,
        IMAGE,
        "system-control",
        "{\"command\":\"HALT\",\"origin\":\"RISK\",\"reason\":\"<svg onload=document.title='owned'>\"}");
    stored.message(
        2,
        IMAGE,
        "prospecting-proposals:DAY",
        "{\"pair\":\"<b>X\",\"team\":\"DAY\",\"confidence\":0.9,\"reason\":\"" + "<i>" + "\"}");
    stored.insert(
        "INSERT INTO ideas(session, idea_id, stream, agent, pair, side, time, grade, score, reason,"
            + " fate, restatements, collision) VALUES (?, ?, 'baseline', ?, ?, 'BUY', ?, 'PROVEN',"
            + " 1, ?, 'OPENED', 0, 'CONFLICT')",
        StoredSession.ID,
        IMAGE,
        IMAGE,
        IMAGE,
        StoredSession.NOON,
        SCRIPT);
  }

  @Test
  void row77ShowsMarkupAsText() throws Exception {
    try (StoredSession stored = new StoredSession(folder)) {
      fill(stored);
      try (Dashboard dashboard =
              Dashboard.open(stored.subject(), question -> "{\"title\":\"" + "<img>" + "\"}", 0);
          Browser browser = Browser.open(dashboard.url(), folder.resolve("profile"))) {
        browser.awaitText("#state", "NOT RUNNING");
        for (String panel :
            new String[] {"#collision-panel", "#board-panel", "#trades-panel", "#log-panel"}) {
          browser.run("document.querySelector(arguments[0]).scrollIntoView()", panel);
          browser.awaitText(panel, "<");
        }
        browser.click("#trades button.link");
        browser.awaitText("#why-body", "<img>");

        assertThat(browser.text("#trades")).contains(IMAGE, SCRIPT);
        assertThat(browser.text("#log")).contains("<svg onload");
        assertThat(browser.count("main img, main svg, main script, main b > i")).isZero();
        assertThat(String.valueOf(browser.run("return document.title"))).doesNotContain("owned");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
      }
    }
  }
}
