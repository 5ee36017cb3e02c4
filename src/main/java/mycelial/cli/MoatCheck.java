package mycelial.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mycelial.cli.DoctorCommand.Line;
import mycelial.config.Configuration;
import mycelial.config.LiveMoatSettings;
import mycelial.config.Secrets;
import mycelial.feed.http.BoundedHttp;
import mycelial.feed.http.HttpAnswer;
import mycelial.feed.http.HttpFailure;
import org.jspecify.annotations.Nullable;

/**
 * Asks one of the moats' sources for a little.
 *
 * @param subject its name
 * @param address what is asked for; null where it is not to be asked
 * @param headers of the request
 * @param otherwise why it is not asked
 */
record MoatCheck(
    String subject, @Nullable URI address, Map<String, String> headers, String otherwise) {
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int CAP = 16 << 20;
  private static final String PROGRAM = "mycelial-finance/1";

  /** Statuses that say that the source is there: there, unchanged, nothing yet. */
  private static final Set<Integer> FINE = Set.of(200, 304, 409);

  private static final Set<Integer> LIMITED = Set.of(403, 429);

  /** The four sources. */
  static List<MoatCheck> all(Configuration configuration, Secrets secrets, @Nullable URI standIn) {
    LiveMoatSettings moats = configuration.liveMoats();
    SortedMap<String, String> github = new TreeMap<>(Map.of("User-Agent", PROGRAM));
    secrets.githubToken().ifPresent(token -> github.put("Authorization", "Bearer " + token));
    Map<String, String> plain = Map.of("User-Agent", PROGRAM);
    return List.of(
        of("github", moats.github(), standIn, "/repos/%s/commits?per_page=1", github),
        of(
            "portwatch",
            moats.portWatch(),
            standIn,
            "/query?where=portid%%3D%%27%s%%27&outFields=date&resultRecordCount=1&f=json",
            plain),
        of(
            "federalregister",
            moats.federalRegister(),
            standIn,
            "/documents.json?conditions%%5Bagencies%%5D%%5B%%5D=%s&per_page=1",
            plain),
        edgar(moats, standIn));
  }

  private static MoatCheck edgar(LiveMoatSettings moats, @Nullable URI standIn) {
    return moats.contact().isEmpty()
        ? new MoatCheck(
            "edgar",
            null,
            Map.of(),
            "the SEC demands an address of its callers: set live-moats.contact")
        : of(
            "edgar",
            moats.edgar(),
            standIn,
            "/submissions/CIK%s.json",
            Map.of("User-Agent", PROGRAM + " (" + moats.contact() + ")"));
  }

  private static MoatCheck of(
      String subject,
      LiveMoatSettings.Feed feed,
      @Nullable URI standIn,
      String path,
      Map<String, String> headers) {
    if (feed.members().isEmpty()) {
      return new MoatCheck(subject, null, Map.of(), "nothing is asked of it by the configuration");
    }
    String base = standIn == null ? feed.url() : standIn + "/" + subject;
    return new MoatCheck(
        subject, URI.create(base + path.formatted(feed.members().firstKey())), headers, "");
  }

  /** What came of it. */
  Line line() {
    URI at = address;
    if (at == null) {
      return Line.skipped(subject, otherwise);
    }
    try (BoundedHttp http = new BoundedHttp(DEADLINE, System::nanoTime)) {
      return judge(at, http.get(at, headers, CAP));
    } catch (HttpFailure failure) {
      return todo(failure.getMessage());
    }
  }

  private Line judge(URI at, HttpAnswer answer) {
    if (FINE.contains(answer.status())) {
      return Line.fine(subject, at.getAuthority() + " answers");
    }
    String said = at.getAuthority() + " answers with HTTP status " + answer.status();
    Optional<String> left = answer.header("x-ratelimit-remaining");
    return LIMITED.contains(answer.status()) && left.isPresent()
        ? todo(said + ": its limit is used up for the hour; a GITHUB_TOKEN raises it")
        : todo(said);
  }

  private Line todo(String text) {
    return Line.todo(subject, text + "; until it answers its targets are MISSING");
  }
}
