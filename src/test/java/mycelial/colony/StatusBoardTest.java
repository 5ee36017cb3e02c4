package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mycelial.config.HaltRelease;
import mycelial.config.Secrets;
import mycelial.feed.MoatFeed;
import mycelial.ledger.Ledger;
import mycelial.market.SignalSource;
import mycelial.metrics.DurationCounter;
import mycelial.storage.SessionStatus;
import mycelial.storage.WriterStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StatusBoardTest {
  private static final int EVERY = 20;
  private static final List<SessionStatus> SEEN = new ArrayList<>();
  private static String looked = "";

  private static SessionRequest request(ColonyKit kit) {
    return new SessionRequest(
        ColonyKit.SESSION,
        SessionKind.RUN,
        kit.configuration(),
        Secrets.load(Path.of("target", "no-such.env"), Map.of()),
        Path.of("target"),
        "",
        () -> {
          throw new IllegalStateException("a status opens no market");
        },
        () -> MoatFeed.none("no signal feed"),
        "",
        0,
        null,
        HaltRelease.LATCH,
        false,
        new ReplayPacer(),
        "test",
        Chronicle.begin(Map.of()),
        null,
        SwarmPlan.NONE);
  }

  private static StatusBoard.Outside outside() {
    return new StatusBoard.Outside(
        1.5,
        true,
        new WriterStatistics(
            0, 0, Duration.ZERO, Duration.ZERO, 0, new DurationCounter().counts()));
  }

  @BeforeAll
  static void playAndLook() {
    ColonyKit kit = Fixtures.sample();
    SessionRequest request = request(kit);
    ColonyKit.Outcome outcome =
        kit.run((colony, instants) -> {
          if (instants % EVERY == 0) {
            SessionStatus status = StatusBoard.of(request, colony, outside(), null);
            SEEN.add(status);
            requireLedgers(status, colony);
          }
        });
    looked = outcome.requireTraded().digest();
  }

  private static void requireLedgers(SessionStatus status, Colony colony) {
    for (SignalSource source : SignalSource.values()) {
      Ledger ledger = colony.roster().trader().ledger(source);
      assertThat(status.streams())
          .extractingByKey(source.label())
          .returns(ledger.equity(), SessionStatus.Stream::equity)
          .returns((long) ledger.trades(), SessionStatus.Stream::trades)
          .returns(ledger.drawdownPercent(), SessionStatus.Stream::drawdownPct);
    }
  }

  @Test
  void aSessionThatIsLookedAtGoesAsOneThatIsNot() {
    assertThat(SEEN).hasSizeGreaterThan(100);
    assertThat(looked).isEqualTo(Fixtures.sample().run().digest());
  }

  @Test
  void drawdownIsNeverDeeperThanTheDeepestSoFarAndComesBackToNothing() {
    for (SessionStatus status : SEEN) {
      assertThat(status.streams().values())
          .allSatisfy(stream ->
              assertThat(stream.drawdownPct())
                  .isNotNegative()
                  .isLessThanOrEqualTo(stream.maxDrawdownPct()));
    }
    assertThat(SEEN).anyMatch(status -> ofBaseline(status).drawdownPct().signum() > 0);
    assertThat(SEEN)
        .anyMatch(status ->
            ofBaseline(status).drawdownPct().signum() == 0
                && ofBaseline(status).maxDrawdownPct().signum() > 0);
  }

  private static SessionStatus.Stream ofBaseline(SessionStatus status) {
    return Objects.requireNonNull(status.streams().get("baseline"));
  }

  @Test
  void countsOnlyGrow() {
    for (int i = 1; i < SEEN.size(); i++) {
      SessionStatus before = SEEN.get(i - 1);
      SessionStatus after = SEEN.get(i);
      assertThat(after.clock().now()).isGreaterThanOrEqualTo(before.clock().now());
      assertThat(after.work().bars()).isGreaterThanOrEqualTo(before.work().bars());
      assertThat(after.patterns().tried()).isGreaterThanOrEqualTo(before.patterns().tried());
      assertThat(after.collisions().matched())
          .isGreaterThanOrEqualTo(before.collisions().matched());
    }
    assertThat(SEEN.getLast().ideas().values())
        .allSatisfy(ideas -> assertThat(ideas.heard()).isPositive());
    assertThat(SEEN.getLast().ideas().values())
        .anySatisfy(ideas -> assertThat(ideas.restated()).isPositive());
  }
}
