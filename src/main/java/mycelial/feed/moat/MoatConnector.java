package mycelial.feed.moat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mycelial.feed.Arrival;
import mycelial.feed.Arrivals;
import mycelial.feed.Connector;
import mycelial.feed.ScaledClock;
import mycelial.feed.http.BoundedHttp;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the four live moats, each source in a thread of its own. At first it brings some history,
 * in the order in which it happened and seen now, so that what comes later can be ranked. A target
 * of which a part cannot be had is missing, with the reason, until all of it can be had again. Safe
 * for use by several threads.
 */
public final class MoatConnector implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(MoatConnector.class);
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  private final MoatFeedSettings settings;
  private final MoatAccess access;
  private final ScaledClock clock;
  private final long seed;
  private final SortedMap<MoatTarget, Long> told;
  private final BoundedHttp http;
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  /**
   * A connector that has not begun.
   *
   * @param settings what is asked for
   * @param access by which name
   * @param clock the exchange's time, by which it waits
   * @param seed of the chance in pauses after failures
   * @param told the newest event of each target that the session knows already, seconds since the
   *     epoch: empty, or of a session that is resumed; what happened up to then is not told again
   */
  public MoatConnector(
      MoatFeedSettings settings,
      MoatAccess access,
      ScaledClock clock,
      long seed,
      Map<MoatTarget, Long> told) {
    this.told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    this.settings = settings;
    this.access = access;
    this.clock = clock;
    this.seed = seed;
    this.http = new BoundedHttp(Duration.ofSeconds(settings.deadlineSeconds()), System::nanoTime);
  }

  /** The sources that can be asked. */
  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    sources.add(Source.github(settings.github(), access));
    sources.add(Source.portWatch(settings, access));
    sources.add(Source.federalRegister(settings.federalRegister(), access));
    if (access.hasContact()) {
      sources.add(Source.edgar(settings.edgar(), access));
    }
    sources.removeIf(source -> source.settings().members().isEmpty());
    return sources;
  }

  @Override
  public synchronized void start(Arrivals sink) {
    if (closed || !threads.isEmpty()) {
      throw new IllegalStateException("a connector is started once");
    }
    sayWhatIsNotAsked(sink);
    Source.Connection to = new Source.Connection(http, new Timer(clock), told);
    for (Source source : sources()) {
      Poller poller = source.poller(to, sink, seed + threads.size());
      threads.add(
          Thread.ofVirtual()
              .name("moat " + source.name())
              .uncaughtExceptionHandler((thread, bug) -> broken(source, bug, sink))
              .start(poller));
    }
  }

  /** A bug ends its source, which is said like any other failure. */
  private static void broken(Source source, Throwable bug, Arrivals sink) {
    LOG.error("{} is not asked any more", source.name(), bug);
    for (MoatTarget target : source.settings().targets()) {
      sink.offer(
          new Arrival.MoatChange(
              target,
              MoatProvenance.MISSING,
              source.name() + " is not asked any more after an error of this program"));
    }
  }

  private void sayWhatIsNotAsked(Arrivals sink) {
    TreeSet<MoatTarget> asked = new TreeSet<>();
    sources().forEach(source -> asked.addAll(source.settings().targets()));
    for (MoatTarget target : settings.targets()) {
      if (!asked.contains(target)) {
        String reason =
            settings.edgar().targets().contains(target)
                ? "EDGAR: SKIPPED, for the SEC demands a contact address: set live-moats.contact"
                : "nothing is configured under live-moats of which " + target + " is made";
        sink.offer(new Arrival.MoatChange(target, MoatProvenance.MISSING, reason));
      }
    }
  }

  @Override
  public String description() {
    String asked =
        sources().stream()
            .map(source ->
                source.name()
                    + " ("
                    + source.settings().members().size()
                    + " at "
                    + host(source.settings().base())
                    + ")")
            .collect(Collectors.joining(", "));
    return "live moats: "
        + (asked.isEmpty() ? "none" : asked)
        + (access.hasContact() ? "" : "; EDGAR skipped, no contact is configured");
  }

  private static String host(URI base) {
    return base.getAuthority();
  }

  @Override
  public synchronized void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    http.close();
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (Thread thread : threads) {
      try {
        if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
          LOG.warn("{} has not ended yet", thread.getName());
        }
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
