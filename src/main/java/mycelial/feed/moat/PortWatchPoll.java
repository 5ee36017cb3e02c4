package mycelial.feed.moat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mycelial.market.MoatTarget;

/**
 * Reads what has passed a chokepoint each day: ships ({@code n_total}) and the tons that they could
 * carry ({@code capacity}); a region's are summed over its chokepoints. Days come 4 to 10 days
 * late; what is revised later stays as it was first seen. Source: IMF PortWatch, ArcGIS feature
 * service, whose errors come with HTTP status 200. Used by one thread.
 */
final class PortWatchPoll implements Poll {
  private static final List<String> FIELDS = List.of("n_total", "capacity");
  private static final long DAY = 86_400;

  private final String chokepoint;
  private final MoatTarget target;
  private final URI address;
  private final long staleSeconds;
  private final Fetcher fetcher;
  private final Sums sums;
  private final Outlet outlet;
  private Validators validators = Validators.NONE;
  private long newest;

  PortWatchPoll(
      String chokepoint, MoatFeedSettings settings, Fetcher fetcher, Sums sums, Outlet outlet) {
    this.chokepoint = chokepoint;
    SourceSettings source = settings.portWatch();
    this.target = Objects.requireNonNull(source.members().get(chokepoint));
    this.address =
        URI.create(
            source.base()
                + "/query?where=portid%3D%27"
                + chokepoint
                + "%27&outFields=date,portid,n_total,capacity&orderByFields=date%20DESC"
                + "&resultRecordCount="
                + source.historyDays()
                + "&returnGeometry=false&f=json");
    this.staleSeconds = settings.portWatchStaleDays() * DAY;
    this.fetcher = fetcher;
    this.sums = sums;
    this.outlet = outlet;
  }

  @Override
  public String subject() {
    return chokepoint;
  }

  @Override
  public List<MoatTarget> targets() {
    return List.of(target);
  }

  @Override
  public void run() throws FeedTrouble, InterruptedException {
    Fetched answer = fetcher.get(address, validators);
    long now = outlet.now();
    JsonNode body = answer.body();
    boolean complete = body == null || read(body, now);
    if (complete) {
      validators = answer.validators();
    }
    for (Sums.Step step : sums.take()) {
      for (Map.Entry<String, Double> field : step.values().entrySet()) {
        outlet.tell(target, field.getKey(), field.getValue(), step.time());
      }
    }
    if (newest + staleSeconds < now) {
      throw new FeedTrouble(
          "the newest day of "
              + chokepoint
              + " is "
              + LocalDate.ofEpochDay(newest / DAY - 1)
              + ", more than "
              + staleSeconds / DAY
              + " days ago");
    }
  }

  /** Whether all that is told has happened. */
  private boolean read(JsonNode body, long now) throws FeedTrouble {
    JsonNode error = body.path("error");
    if (!error.isMissingNode()) {
      throw new FeedTrouble(
          "refuses to say anything of " + chokepoint + ": " + error.path("message").asText(""));
    }
    boolean complete = true;
    Map<Long, Map<String, Double>> days = new TreeMap<>();
    for (JsonNode row : Answers.array(body.path("features"), "features of " + chokepoint)) {
      JsonNode attributes = row.path("attributes");
      long end = Answers.start(Answers.day(attributes.path("date"), "day")) + DAY;
      if (end > now) {
        complete = false;
      } else if (attributes.path("portid").asText("").equals(chokepoint)) {
        days.putIfAbsent(end, values(attributes));
      }
    }
    days.forEach((end, values) -> {
      sums.put(chokepoint, end, values);
      newest = Math.max(newest, end);
    });
    if (days.isEmpty()) {
      throw new FeedTrouble("has no day of " + chokepoint);
    }
    return complete;
  }

  private static Map<String, Double> values(JsonNode attributes) throws FeedTrouble {
    Map<String, Double> values = new TreeMap<>();
    for (String field : FIELDS) {
      values.put(field, Answers.count(attributes.path(field), field));
    }
    return values;
  }
}
