package mycelial.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import mycelial.ledger.EquityPoint;
import mycelial.market.SignalSource;
import mycelial.storage.SessionInfo;
import mycelial.storage.StoredSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportPageTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)";

  private static SessionData session(String kind, String state, @Nullable String result)
      throws JsonProcessingException {
    SessionInfo info = new SessionInfo(HOSTILE, kind, 42, "SYNTHETIC", HOSTILE, "i", HOSTILE);
    return new SessionData(
        new StoredSession(info, "2026-01-01T00:00:00Z", null, null, state, result),
        result == null ? new ObjectMapper().missingNode() : new ObjectMapper().readTree(result),
        List.of(PerformanceTest.trade(1, 5), PerformanceTest.trade(2, -7)),
        List.of(),
        List.of(),
        List.of(),
        List.of(point(0, "10000"), point(3600, "10005"), point(7200, "9998")),
        List.of(),
        List.of(),
        Map.of());
  }

  private static EquityPoint point(double time, String equity) {
    return new EquityPoint(time, Map.of(SignalSource.BASELINE, new BigDecimal(equity)));
  }

  private static String page(SessionData data) {
    return ReportPage.of(Reports.of(data, fate -> fate));
  }

  @Test
  void hostileNamesStayText() throws JsonProcessingException {
    String hostile = "\"" + HOSTILE + "\"";
    String page =
        page(
            session(
                "run",
                HOSTILE,
                "{\"data\":["
                    + hostile
                    + "],\"assumptions\":{"
                    + hostile
                    + ":"
                    + hostile
                    + "},\"noTrade\":{"
                    + hostile
                    + ":{"
                    + hostile
                    + ":1}},\"moats\":[{\"moat\":"
                    + hostile
                    + ",\"provenance\":"
                    + hostile
                    + "}]}"));

    assertThat(page)
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img", "<script");
    assertThat(page).doesNotContainPattern(Pattern.compile("<[a-z]+[^>]* on[a-z]+=\""));
    assertThat(page).contains("default-src 'none'").doesNotContain("http://", "https://", "url(");
    assertThat(page).doesNotContain(" style=");
  }

  @Test
  void saysLoudlyThatAGeneratedMarketIsOne() throws JsonProcessingException {
    assertThat(page(session("run", "COMPLETED", "{}"))).contains("SYNTHETIC MARKET");
  }

  @Test
  void aSessionWithoutAResultIsReportedFromItsRows() throws JsonProcessingException {
    Report report = Reports.of(session("run", "KILLED", null), fate -> fate);

    assertThat(report.notes()).anyMatch(note -> note.contains("no result of its own (KILLED)"));
    assertThat(report.synergy()).isNull();
    assertThat(report.noSynergy()).isNotEmpty();
    assertThat(Objects.requireNonNull(report.streams().get("baseline")).trades()).isEqualTo(2);
    assertThat(ReportPage.of(report))
        .contains("Prices are not stored of this session")
        .contains("This session has not stored its assumptions");
  }

  @Test
  void aTrainingSessionHasNothingToCompare() throws JsonProcessingException {
    assertThat(page(session("train", "COMPLETED", "{}")))
        .contains("A training session does not trade");
  }

  @Test
  void theAssumptionsComeBeforeAnyFigure() throws JsonProcessingException {
    String page = page(session("run", "COMPLETED", "{}"));

    assertThat(page.indexOf("What every figure rests on"))
        .isPositive()
        .isLessThan(page.indexOf("Is agreement worth more"))
        .isLessThan(page.indexOf("By ledger"));
  }
}
