package mycelial.feed.moat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mycelial.feed.moat.FilingTally.Filing;
import mycelial.market.MoatTarget;

/**
 * Reads a company's 8-K filings. Source: SEC EDGAR, {@code submissions/CIK##########.json}: arrays
 * side by side, the newest filing first. Used by one thread.
 */
final class EdgarPoll implements Poll {
  private static final long DAY = 86_400;
  private static final Pattern ITEM = Pattern.compile("[0-9]\\.[0-9]{2}");

  private final String company;
  private final SourceSettings settings;
  private final Fetcher fetcher;
  private final FilingTally tally;
  private final Outlet outlet;
  private Validators validators = Validators.NONE;

  EdgarPoll(
      String company, SourceSettings settings, Fetcher fetcher, FilingTally tally, Outlet outlet) {
    this.company = company;
    this.settings = settings;
    this.fetcher = fetcher;
    this.tally = tally;
    this.outlet = outlet;
  }

  @Override
  public String subject() {
    return "CIK " + company;
  }

  @Override
  public List<MoatTarget> targets() {
    return List.of(tally.target());
  }

  @Override
  public void run() throws FeedTrouble, InterruptedException {
    URI address = URI.create(settings.base() + "/submissions/CIK" + company + ".json");
    Fetched answer = fetcher.get(address, validators);
    JsonNode body = answer.body();
    if (body != null) {
      long now = outlet.now();
      List<Filing> filings = filings(body.path("filings").path("recent"));
      boolean complete = filings.stream().allMatch(filing -> filing.time() <= now);
      long earliest = now - settings.historyDays() * DAY;
      tally.put(
          company,
          filings.stream()
              .filter(filing -> filing.time() >= earliest && filing.time() <= now)
              .toList());
      if (complete) {
        validators = answer.validators();
      }
    }
    tally.tell(outlet);
  }

  private List<Filing> filings(JsonNode recent) throws FeedTrouble {
    String of = " of CIK " + company;
    JsonNode forms = Answers.array(recent.path("form"), "the forms" + of);
    JsonNode numbers = Answers.array(recent.path("accessionNumber"), "accession numbers" + of);
    JsonNode times = Answers.array(recent.path("acceptanceDateTime"), "acceptance times" + of);
    JsonNode items = Answers.array(recent.path("items"), "the items" + of);
    int count = forms.size();
    if (numbers.size() != count || times.size() != count || items.size() != count) {
      throw new FeedTrouble("an answer whose columns" + of + " differ in length");
    }
    List<Filing> filings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (forms.path(i).asText("").equals("8-K")) {
        filings.add(
            new Filing(
                Answers.text(numbers.path(i), "accession number" + of),
                Answers.instant(times.path(i), "acceptance time" + of),
                items(items.path(i).asText(""))));
      }
    }
    return filings;
  }

  private static List<String> items(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(item -> ITEM.matcher(item).matches())
        .toList();
  }
}
