package mycelial.feed.moat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mycelial.feed.Arrival;
import mycelial.feed.ScaledClock;
import mycelial.feed.http.BoundedHttp;
import mycelial.feed.http.RawServer;
import mycelial.market.Moat;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;

/** A server, a clock a hundred times as fast as the wall, and a sink, for tests of the feeds. */
final class MoatRig implements AutoCloseable {
  static final MoatTarget PYTHON = new MoatTarget(Moat.CODE, "Python");
  static final MoatTarget WEST = new MoatTarget(Moat.LOGISTICS, "US-West");
  static final MoatTarget FEDERAL = new MoatTarget(Moat.GOVERNMENT, "US-Federal");
  static final MoatTarget TECH = new MoatTarget(Moat.CORPORATIONS, "Tech");

  /** 2026-03-04T18:00:01Z, a Wednesday. */
  static final long START = Instant.parse("2026-03-04T18:00:01Z").getEpochSecond();

  final RawServer server;
  final ScaledClock clock = new ScaledClock(System::nanoTime, 100, START);
  final Timer timer = new Timer(clock);
  final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  final Outlet outlet = new Outlet(arrivals::add, timer, new TreeMap<>());
  private final BoundedHttp http = new BoundedHttp(Duration.ofSeconds(10), System::nanoTime);

  /** What the server says to each path (without the query), newest word first. */
  private final SortedMap<String, Page> pages = new TreeMap<>();

  private record Page(int status, String body, List<String> headers) {}

  MoatRig() throws IOException {
    server =
        RawServer.start((request, out) -> {
          String path = request.path();
          Page page;
          synchronized (pages) {
            page =
                pages.getOrDefault(
                    path,
                    pages.getOrDefault(path.replaceAll("\\?.*", ""), new Page(404, "", List.of())));
          }
          String etag = "\"" + Integer.toHexString(page.body().hashCode()) + "\"";
          if (page.status() == 200 && request.header("if-none-match").equals(etag)) {
            RawServer.respond(out, 304, "");
          } else {
            List<String> headers = new ArrayList<>(page.headers());
            headers.add("ETag: " + etag);
            RawServer.respond(out, page.status(), page.body(), headers.toArray(String[]::new));
          }
        });
  }

  /** From now on the server says that to a path. */
  void serve(String path, int status, String body, String... headers) {
    synchronized (pages) {
      pages.put(path, new Page(status, body, List.of(headers)));
    }
  }

  void serve(String path, String body) {
    serve(path, 200, body);
  }

  Fetcher fetcher() {
    return new Fetcher(
        http, Map.of("User-Agent", "mycelial-finance/1"), new Allowance(timer, 3600), timer);
  }

  /** One source with those members. */
  SourceSettings source(int days, MoatTarget target, String... members) {
    SortedMap<String, MoatTarget> table = new TreeMap<>();
    for (String member : members) {
      table.put(member, target);
    }
    return new SourceSettings(server.url(), 3600, days, table);
  }

  /** All sources of this server with no members but those. */
  MoatFeedSettings settings(SourceSettings github, SourceSettings portWatch, SourceSettings edgar) {
    return new MoatFeedSettings(
        List.of(PYTHON, WEST, FEDERAL, TECH),
        github,
        portWatch,
        source(30, FEDERAL),
        edgar,
        21,
        10);
  }

  /** The values of a field, in the order in which they were told. */
  List<Double> values(String field) {
    return signals(field).stream().map(MoatSignal::value).toList();
  }

  /** What was told of a field. */
  List<MoatSignal> signals(String field) {
    return arrivals.stream()
        .filter(Arrival.Signal.class::isInstance)
        .map(arrival -> ((Arrival.Signal) arrival).signal())
        .filter(signal -> signal.field().equals(field))
        .toList();
  }

  /** What was told of sources that failed, or that answer. */
  List<Arrival.MoatChange> changes(MoatProvenance provenance) {
    return arrivals.stream()
        .filter(Arrival.MoatChange.class::isInstance)
        .map(Arrival.MoatChange.class::cast)
        .filter(change -> change.provenance() == provenance)
        .toList();
  }

  @Override
  public void close() throws IOException {
    http.close();
    server.close();
  }
}
