package mycelial.feed.moat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mycelial.market.MoatTarget;

/**
 * Counts the documents that a region's agencies publish on a day, by type and in all. An issue may
 * be used from six in the morning of its day in Washington; a working day without any document is
 * told as zeros when it is over. Source: Federal Register API v1, {@code documents.json}. Used by
 * one thread.
 */
final class FederalRegisterPoll implements Poll {
  private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
  private static final int OPENS_AT = 6;
  private static final int PER_PAGE = 1000;
  private static final int MOST_PAGES = 20;
  private static final String ALL = "documents";
  private static final List<String> FIELDS =
      List.of("rules", "proposed_rules", "notices", "presidential_documents", ALL);

  private final SourceSettings settings;
  private final Fetcher fetcher;
  private final Outlet outlet;
  private SortedMap<LocalDate, SortedMap<MoatTarget, SortedMap<String, Integer>>> issues =
      new TreeMap<>();
  private Validators validators = Validators.NONE;
  private LocalDate untold = LocalDate.MIN;

  FederalRegisterPoll(SourceSettings settings, Fetcher fetcher, Outlet outlet) {
    this.settings = settings;
    this.fetcher = fetcher;
    this.outlet = outlet;
  }

  @Override
  public String subject() {
    return "documents";
  }

  @Override
  public List<MoatTarget> targets() {
    return settings.targets();
  }

  @Override
  public void run() throws FeedTrouble, InterruptedException {
    long now = outlet.now();
    LocalDate today = LocalDate.ofInstant(Instant.ofEpochSecond(now), WASHINGTON);
    if (untold.equals(LocalDate.MIN)) {
      untold = today.minusDays(settings.historyDays());
    }
    read();
    for (; opens(untold) <= now; untold = untold.plusDays(1)) {
      boolean published = issues.containsKey(untold);
      boolean over = opens(untold.plusDays(1)) <= now;
      if (!published && !over) {
        return;
      }
      if (published || !isWeekend(untold)) {
        tell(untold);
      }
    }
  }

  /** When the issue of a day may be used, seconds since the epoch. */
  private static long opens(LocalDate day) {
    return day.atTime(OPENS_AT, 0).atZone(WASHINGTON).toEpochSecond();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void tell(LocalDate day) throws InterruptedException {
    Map<MoatTarget, SortedMap<String, Integer>> issue = issues.getOrDefault(day, new TreeMap<>());
    for (MoatTarget region : settings.targets()) {
      Map<String, Integer> counts = issue.getOrDefault(region, new TreeMap<>());
      for (String field : FIELDS) {
        outlet.tell(region, field, counts.getOrDefault(field, 0), opens(day));
      }
    }
  }

  private void read() throws FeedTrouble, InterruptedException {
    Fetched first = fetcher.get(page(1), validators);
    JsonNode body = first.body();
    if (body == null) {
      return;
    }
    Map<String, JsonNode> documents = new TreeMap<>();
    add(body, documents);
    long pages = body.path("total_pages").asLong(1);
    if (pages > MOST_PAGES) {
      throw new FeedTrouble(
          "more than " + MOST_PAGES * PER_PAGE + " documents since " + untold + " are too many");
    }
    for (int number = 2; number <= pages; number++) {
      JsonNode next = fetcher.get(page(number), Validators.NONE).body();
      if (next != null) {
        add(next, documents);
      }
    }
    SortedMap<LocalDate, SortedMap<MoatTarget, SortedMap<String, Integer>>> counted =
        new TreeMap<>();
    for (JsonNode document : documents.values()) {
      count(document, counted);
    }
    issues = counted;
    validators = first.validators();
  }

  private URI page(int number) {
    String agencies =
        settings.members().keySet().stream()
            .map(agency -> "&conditions%5Bagencies%5D%5B%5D=" + agency)
            .collect(Collectors.joining());
    return URI.create(
        settings.base()
            + "/documents.json?per_page="
            + PER_PAGE
            + "&order=oldest"
            + "&fields%5B%5D=document_number&fields%5B%5D=type"
            + "&fields%5B%5D=publication_date&fields%5B%5D=agencies"
            + "&conditions%5Bpublication_date%5D%5Bgte%5D="
            + untold
            + agencies
            + (number == 1 ? "" : "&page=" + number));
  }

  /** With no hits there is a count of zero and, at times, no results. */
  private static void add(JsonNode body, Map<String, JsonNode> documents) throws FeedTrouble {
    double count = Answers.count(body.path("count"), "count of documents");
    if (count == 0 && body.path("results").isMissingNode()) {
      return;
    }
    for (JsonNode row : Answers.array(body.path("results"), "results")) {
      documents.put(Answers.text(row.path("document_number"), "a document's number"), row);
    }
  }

  private void count(
      JsonNode document,
      SortedMap<LocalDate, SortedMap<MoatTarget, SortedMap<String, Integer>>> counted)
      throws FeedTrouble {
    LocalDate day = Answers.day(document.path("publication_date"), "publication date");
    String field = field(document.path("type").asText(""));
    for (MoatTarget region : regions(document)) {
      Map<String, Integer> counts =
          counted
              .computeIfAbsent(day, none -> new TreeMap<>())
              .computeIfAbsent(region, none -> new TreeMap<>());
      counts.merge(ALL, 1, Integer::sum);
      if (!field.isEmpty()) {
        counts.merge(field, 1, Integer::sum);
      }
    }
  }

  private List<MoatTarget> regions(JsonNode document) {
    TreeSet<MoatTarget> regions = new TreeSet<>();
    for (JsonNode agency : document.path("agencies")) {
      MoatTarget region = settings.members().get(agency.path("slug").asText(""));
      if (region != null) {
        regions.add(region);
      }
    }
    return new ArrayList<>(regions);
  }

  private static String field(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "RULE" -> "rules";
      case "PRORULE", "PROPOSED RULE" -> "proposed_rules";
      case "NOTICE" -> "notices";
      case "PRESDOCU", "PRESIDENTIAL DOCUMENT" -> "presidential_documents";
      default -> "";
    };
  }
}
