package mycelial.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Federal Register's documents of any agencies: on working days, known from 06:00 in Washington
 * on. An answer without hits has no {@code results}. Safe for use by several threads.
 */
final class FederalRegisterApi {
  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
  private static final int HOUR_OF_ISSUE = 6;
  private static final int MOST_PER_DAY = 4;
  private static final int DAYS_WITHOUT_DATE = 365;
  private static final List<String> CODES = List.of("NOTICE", "RULE", "PRORULE", "PRESDOCU");
  private static final List<String> TYPES =
      List.of("Notice", "Rule", "Proposed Rule", "Presidential Document");
  private static final String USUAL_AGENCY = "securities-and-exchange-commission";

  private final StubState state;

  FederalRegisterApi(StubState state) {
    this.state = state;
  }

  void register(RoutesConfig routes) {
    routes.get("/federalregister/documents.json", this::documents);
    routes.get("/federalregister/api/v1/documents.json", this::documents);
  }

  private LocalDate lastIssue() {
    ZonedDateTime now = Instant.ofEpochSecond((long) state.now()).atZone(WASHINGTON);
    return now.getHour() < HOUR_OF_ISSUE ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }

  private void documents(Context context) {
    LocalDate last = lastIssue();
    LocalDate is = date(context.queryParam("conditions[publication_date][is]"));
    LocalDate from = date(context.queryParam("conditions[publication_date][gte]"));
    LocalDate to = date(context.queryParam("conditions[publication_date][lte]"));
    LocalDate first = is != null ? is : from != null ? from : last.minusDays(DAYS_WITHOUT_DATE);
    LocalDate end = is != null ? is : to != null && to.isBefore(last) ? to : last;
    List<String> agencies = context.queryParams("conditions[agencies][]");
    List<String> types = context.queryParams("conditions[type][]");
    List<ObjectNode> hits = new ArrayList<>();
    for (LocalDate day = end.isAfter(last) ? last : end;
        !day.isBefore(first);
        day = day.minusDays(1)) {
      for (String agency : agencies.isEmpty() ? List.of(USUAL_AGENCY) : agencies) {
        issue(agency, day, types, hits);
      }
    }
    long changed = last.atTime(HOUR_OF_ISSUE, 0).atZone(WASHINGTON).toEpochSecond();
    Conditional.answer(context, "application/json", page(context, hits, agencies), changed);
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String page(Context context, List<ObjectNode> hits, List<String> agencies) {
    int size = Conditional.count(context.queryParam("per_page"), 20, 1000);
    int page = Conditional.count(context.queryParam("page"), 1, 10_000);
    int from = Math.min(hits.size(), (page - 1) * size);
    int to = Math.min(hits.size(), from + size);
    ObjectNode answer = Json.object().put("count", hits.size());
    answer.put("description", "Documents from " + String.join(", ", agencies));
    if (!hits.isEmpty()) {
      answer.put("total_pages", Math.ceilDiv(hits.size(), size));
      ArrayNode results = answer.putArray("results");
      hits.subList(from, to).forEach(results::add);
    }
    if (to < hits.size()) {
      answer.put("next_page_url", context.url() + "?page=" + (page + 1) + "&per_page=" + size);
    }
    return answer.toString();
  }

  private void issue(String agency, LocalDate day, List<String> types, List<ObjectNode> hits) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return;
    }
    Draw draw = Draw.of(state.options().seed(), "register " + agency, day.toEpochDay());
    int count = draw.below(MOST_PER_DAY);
    for (int i = 0; i < count; i++) {
      int kind = Math.max(0, draw.below(7) - 3);
      String number = day.getYear() + "-" + String.format(Locale.ROOT, "%05d", draw.below(99_999));
      if (types.isEmpty() || types.contains(CODES.get(kind))) {
        hits.add(document(agency, day, TYPES.get(kind), number));
      }
    }
  }

  private static ObjectNode document(String agency, LocalDate day, String type, String number) {
    String name = agency.replace('-', ' ');
    String path = day.toString().replace('-', '/') + "/" + number;
    ObjectNode document = Json.object().put("title", "Filing of a Proposed Change");
    document.put("type", type).putNull("abstract").put("document_number", number);
    document.put("html_url", "https://www.federalregister.gov/documents/" + path + "/example");
    String pdf = "https://www.govinfo.gov/content/pkg/FR-" + day + "/pdf/" + number + ".pdf";
    document.put("pdf_url", pdf);
    String inspection = "https://public-inspection.federalregister.gov/" + number + ".pdf";
    document.put("public_inspection_pdf_url", inspection);
    document.put("publication_date", day.toString());
    ObjectNode row = document.putArray("agencies").addObject();
    row.put("raw_name", name.toUpperCase(Locale.ROOT)).put("name", name).put("id", 466);
    row.put("url", "https://www.federalregister.gov/agencies/" + agency);
    row.put("json_url", "https://www.federalregister.gov/api/v1/agencies/466");
    row.putNull("parent_id").put("slug", agency);
    return document.put("excerpts", "...");
  }
}
