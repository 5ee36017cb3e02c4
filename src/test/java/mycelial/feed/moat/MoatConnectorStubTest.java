package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import mycelial.feed.Arrival;
import mycelial.feed.ScaledClock;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatSignal;
import mycelial.market.MoatTarget;
import mycelial.stub.StubExchange;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four feeds against the stub exchange, which has them all and can go wrong. */
@Timeout(60)
class MoatConnectorStubTest {
  private static final List<MoatTarget> TARGETS =
      List.of(MoatRig.PYTHON, MoatRig.WEST, MoatRig.FEDERAL, MoatRig.TECH);

  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  private static SourceSettings source(
      int minutes, int days, MoatTarget target, String... members) {
    TreeMap<String, MoatTarget> table = new TreeMap<>();
    for (String member : members) {
      table.put(member, target);
    }
    return new SourceSettings(URI.create("http://feed.invalid"), minutes * 60, days, table);
  }

  /** The wall's time, which stands still before a fault is over until it has been seen. */
  private static final class Hold implements LongSupplier {
    private final long begun = System.nanoTime();
    private final long longest;
    private volatile boolean released;

    Hold(Duration longest) {
      this.longest = longest.toNanos();
    }

    @Override
    public long getAsLong() {
      long passed = System.nanoTime() - begun;
      return released ? passed : Math.min(passed, longest);
    }
  }

  private MoatConnector start(StubExchange exchange, double speed, String... repositories) {
    return start(exchange, System::nanoTime, speed, repositories);
  }

  private MoatConnector start(
      StubExchange exchange, LongSupplier nanoTime, double speed, String... repositories) {
    MoatFeedSettings settings =
        new MoatFeedSettings(
            TARGETS,
            source(60, 7, MoatRig.PYTHON, repositories),
            source(360, 120, MoatRig.WEST, "chokepoint1", "chokepoint2"),
            source(
                60,
                30,
                MoatRig.FEDERAL,
                "securities-and-exchange-commission",
                "treasury-department"),
            source(10, 365, MoatRig.TECH, "0001679788", "0001050446"),
            21,
            1);
    MoatConnector connector =
        new MoatConnector(
            settings.below(exchange.url()),
            MoatAccess.of("Ann Lee ann@example.org", Optional.empty()),
            new ScaledClock(nanoTime, speed, exchange.now()),
            1,
            new TreeMap<>());
    connector.start(arrivals::add);
    return connector;
  }

  private List<MoatSignal> signals(MoatTarget target, String field) {
    return arrivals.stream()
        .filter(Arrival.Signal.class::isInstance)
        .map(arrival -> ((Arrival.Signal) arrival).signal())
        .filter(signal -> signal.target().equals(target) && signal.field().equals(field))
        .toList();
  }

  private List<Arrival.MoatChange> changes(MoatProvenance provenance) {
    return arrivals.stream()
        .filter(Arrival.MoatChange.class::isInstance)
        .map(Arrival.MoatChange.class::cast)
        .filter(change -> change.provenance() == provenance)
        .toList();
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  @Test
  void bringsEachFeedsHistoryAndThenItsNews() throws InterruptedException {
    double speed = 3600;
    try (StubExchange exchange = StubExchange.start(new StubOptions().speed(speed));
        MoatConnector connector =
            start(exchange, speed, "bitcoin/bitcoin", "empty/a", "renamed/b")) {
      assertThat(connector.description()).contains("GitHub (3 at 127.0.0.1");
      await(() -> signals(MoatRig.PYTHON, "commits").size() >= 7 * 24 + 4);
      await(() -> signals(MoatRig.TECH, "filings_30d").size() >= 20);
    }
    assertThat(changes(MoatProvenance.MISSING)).isEmpty();
    List<MoatSignal> commits = signals(MoatRig.PYTHON, "commits");
    assertThat(commits).extracting(MoatSignal::value).anyMatch(count -> count > 0);
    for (int i = 1; i < commits.size(); i++) {
      assertThat(commits.get(i).eventTime() - commits.get(i - 1).eventTime()).isEqualTo(3600);
    }
    assertThat(signals(MoatRig.WEST, "n_total")).hasSizeBetween(119, 121);
    assertThat(signals(MoatRig.FEDERAL, "documents")).hasSizeBetween(19, 23);
  }

  @Test
  void aRepositoryThatIsGoneIsNamed() throws InterruptedException {
    try (StubExchange exchange = StubExchange.start(new StubOptions().speed(240));
        MoatConnector connector = start(exchange, 240, "bitcoin/bitcoin", "missing/x")) {
      await(() -> !changes(MoatProvenance.MISSING).isEmpty());
      assertThat(connector.description()).isNotEmpty();
    }
    Arrival.MoatChange change = changes(MoatProvenance.MISSING).getFirst();
    assertThat(change.target()).isEqualTo(MoatRig.PYTHON);
    assertThat(change.reason()).contains("missing/x").contains("404");
    assertThat(signals(MoatRig.PYTHON, "commits")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http-500",
        "html-502",
        "http-520",
        "http-429",
        "http-403",
        "redirect-loop",
        "html-200",
        "empty-200",
        "empty-object",
        "empty-result",
        "null-result",
        "hang",
        "slow-loris",
        "truncated",
        "cut-json",
        "huge-body",
        "reset",
        "outage",
      })
  void isMissingWhileAFaultLastsAndBackAfterIt(String kind) throws InterruptedException {
    double speed = 1200;
    Hold hold = new Hold(Duration.ofMillis(400));
    StubOptions options =
        new StubOptions()
            .nanoTime(hold)
            .speed(speed)
            .faults("at 0s for 10m " + kind + "\n")
            .seed(3);
    try (StubExchange exchange = StubExchange.start(options);
        MoatConnector connector = start(exchange, hold, speed, "bitcoin/bitcoin")) {
      await(() -> changes(MoatProvenance.MISSING).size() == 4);
      hold.released = true;
      await(() -> changes(MoatProvenance.LIVE).size() == 4);
      assertThat(connector.description()).isNotEmpty();
    }
    assertThat(changes(MoatProvenance.MISSING))
        .extracting(Arrival.MoatChange::target)
        .containsExactlyInAnyOrderElementsOf(TARGETS);
    assertThat(signals(MoatRig.PYTHON, "commits")).hasSizeBetween(7 * 24, 7 * 24 + 3);
  }
}
