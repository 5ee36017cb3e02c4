package mycelial.feed.moat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import mycelial.feed.Arrival;
import mycelial.feed.http.RawServer;
import mycelial.market.MoatProvenance;
import mycelial.market.MoatTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MoatConnectorTest {
  private static final String CONTACT = "Ann Lee ann@example.org";
  private static final String TOKEN = "ghp_canary0123456789";

  private final MoatRig rig;

  MoatConnectorTest() throws IOException {
    rig = new MoatRig();
    rig.serve("/github/repos/a/b/commits", "[]");
    rig.serve(
        "/portwatch/query",
        "{\"features\":[{\"attributes\":{\"date\":\"2026-02-25\",\"portid\":\"chokepoint2\","
            + "\"n_total\":3,\"capacity\":9}}]}");
    rig.serve("/federalregister/documents.json", "{\"count\":0}");
    rig.serve(
        "/edgar/submissions/CIK0001679788.json",
        "{\"filings\":{\"recent\":{\"accessionNumber\":[\"1\"],\"form\":[\"8-K\"],"
            + "\"items\":[\"2.02\"],\"acceptanceDateTime\":[\"2026-03-01T21:05:31.000Z\"]}}}");
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  private static SourceSettings source(int every, String member, MoatTarget target) {
    return new SourceSettings(
        URI.create("http://feed.invalid"), every, 30, new TreeMap<>(Map.of(member, target)));
  }

  private static MoatFeedSettings settings(List<MoatTarget> targets) {
    return new MoatFeedSettings(
        targets,
        source(3600, "a/b", MoatRig.PYTHON),
        source(21_600, "chokepoint2", MoatRig.WEST),
        source(3600, "treasury-department", MoatRig.FEDERAL),
        source(600, "0001679788", MoatRig.TECH),
        21,
        5);
  }

  private MoatConnector connector(URI server, String contact, MoatTarget... others) {
    List<MoatTarget> targets =
        new ArrayList<>(List.of(MoatRig.PYTHON, MoatRig.WEST, MoatRig.FEDERAL, MoatRig.TECH));
    targets.addAll(List.of(others));
    return new MoatConnector(
        settings(targets).below(server),
        MoatAccess.of(contact, Optional.of(TOKEN)),
        rig.clock,
        1,
        Map.of());
  }

  private MoatConnector connector(String contact) {
    return connector(rig.server.url(), contact);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  private boolean hasAllFour() {
    return !rig.values("commits").isEmpty()
        && !rig.values("n_total").isEmpty()
        && !rig.values("notices").isEmpty()
        && !rig.values("filings_30d").isEmpty();
  }

  private List<RawServer.Request> requests(String prefix) {
    return rig.server.requests().stream()
        .filter(request -> request.path().startsWith(prefix))
        .toList();
  }

  @Test
  void bringsAllFour() throws InterruptedException {
    try (MoatConnector connector = connector(CONTACT)) {
      connector.start(rig.arrivals::add);
      await(this::hasAllFour);
      await(() -> rig.changes(MoatProvenance.LIVE).size() == 4);
      assertThat(rig.changes(MoatProvenance.MISSING)).isEmpty();
      assertThat(connector.description())
          .contains("GitHub (1 at 127.0.0.1:")
          .contains("EDGAR (1 at 127.0.0.1:");
      assertThatThrownBy(() -> connector.start(rig.arrivals::add))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void saysWhoItIsAndGivesTheTokenToGithubAlone() throws InterruptedException {
    try (MoatConnector connector = connector(CONTACT)) {
      connector.start(rig.arrivals::add);
      await(this::hasAllFour);
    }
    assertThat(rig.server.requests())
        .extracting(request -> request.header("user-agent"))
        .containsOnly("mycelial-finance/1 (" + CONTACT + ")");
    assertThat(requests("/github"))
        .extracting(request -> request.header("authorization"))
        .containsOnly("Bearer " + TOKEN);
    assertThat(
            rig.server.requests().stream()
                .filter(request -> !request.header("authorization").isEmpty()))
        .hasSameSizeAs(requests("/github"));
    assertThat(MoatAccess.of(CONTACT, Optional.of(TOKEN)).toString()).doesNotContain(TOKEN);
  }

  @Test
  void skipsEdgarWithoutAContactAndSaysSo() throws InterruptedException {
    try (MoatConnector connector = connector("")) {
      connector.start(rig.arrivals::add);
      await(() -> !rig.values("commits").isEmpty() && !rig.values("notices").isEmpty());
      assertThat(connector.description()).contains("EDGAR skipped");
    }
    assertThat(requests("/edgar")).isEmpty();
    assertThat(rig.changes(MoatProvenance.MISSING)).hasSize(1);
    Arrival.MoatChange change = rig.changes(MoatProvenance.MISSING).getFirst();
    assertThat(change.target()).isEqualTo(MoatRig.TECH);
    assertThat(change.reason()).contains("SKIPPED").contains("live-moats.contact");
  }

  @Test
  void saysWhichTargetHasNoSource() throws InterruptedException {
    MoatTarget cobol = new MoatTarget(MoatRig.PYTHON.moat(), "COBOL");
    try (MoatConnector connector = connector(rig.server.url(), CONTACT, cobol)) {
      connector.start(rig.arrivals::add);
    }
    assertThat(rig.changes(MoatProvenance.MISSING))
        .extracting(Arrival.MoatChange::target)
        .contains(cobol);
  }

  @Test
  void saysThatAFeedHasFailedAndThatItIsBackAndBringsTheOthersMeanwhile()
      throws InterruptedException {
    rig.serve("/portwatch/query", 200, "{\"error\":{\"code\":400,\"message\":\"Cannot\"}}");
    rig.serve("/github/repos/a/b/commits", 200, "<html>Sign in</html>");
    try (MoatConnector connector = connector(CONTACT)) {
      connector.start(rig.arrivals::add);
      await(() ->
          !rig.values("notices").isEmpty() && rig.changes(MoatProvenance.MISSING).size() == 2);
      assertThat(rig.values("commits")).isEmpty();
      rig.serve("/github/repos/a/b/commits", "[]");
      Arrival back = new Arrival.MoatChange(MoatRig.PYTHON, MoatProvenance.LIVE, "GitHub: is back");
      await(() -> rig.arrivals.contains(back));
      assertThat(rig.values("commits")).isNotEmpty();
    }
    assertThat(rig.changes(MoatProvenance.MISSING))
        .hasSize(2)
        .extracting(Arrival.MoatChange::reason)
        .anyMatch(reason -> reason.contains("PortWatch") && reason.contains("Cannot"))
        .anyMatch(reason -> reason.contains("GitHub") && reason.contains("no JSON"));
    assertThat(rig.values("n_total")).isEmpty();
  }

  @Test
  void withoutANetworkEverythingIsMissingForANamedReason() throws InterruptedException {
    try (MoatConnector connector = connector(URI.create("http://feed.invalid"), CONTACT)) {
      connector.start(rig.arrivals::add);
      await(() -> rig.changes(MoatProvenance.MISSING).size() == 4);
    }
    assertThat(rig.changes(MoatProvenance.MISSING))
        .extracting(Arrival.MoatChange::reason)
        .allMatch(reason -> reason.contains("feed.invalid cannot be resolved"));
    assertThat(rig.signals("commits")).isEmpty();
  }

  @Test
  void endsAtOnceWhileItsSourcesHang() throws IOException, InterruptedException {
    try (RawServer hanging = RawServer.start((request, out) -> Thread.sleep(20_000))) {
      MoatConnector connector = connector(hanging.url(), CONTACT);
      connector.start(rig.arrivals::add);
      await(() -> hanging.requests().size() == 4);
      long begun = System.nanoTime();
      connector.close();
      connector.close();
      assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
      assertThat(rig.arrivals).isEmpty();
    }
  }
}
