package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mycelial.agent.Agent;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.feed.ListFeed;
import mycelial.feed.MarketFeed;
import mycelial.learning.ArchivedPattern;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.TradeStore.StoreException;
import mycelial.market.EvidenceGrade;
import mycelial.market.FeatureVector;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FailureTest {
  private static final String LEARNER = "learner-finance-01";
  private static final int LEARNER_ID = 19;

  private final List<String> quarantined = new ArrayList<>();

  /** Confirms a vote that was never cast, at which a learner throws. */
  private static Envelope nonsense(Envelope other, int seq) {
    PatternConfirmed body =
        new PatternConfirmed(
            PatternConfirmed.Finding.AGREED,
            "m-nonsense-" + seq,
            new Pair("XXBTZUSD"),
            Side.BUY,
            LEARNER_ID,
            "no such rule",
            50,
            List.of(new Voter(LEARNER_ID, "no such rule", 50)),
            null,
            (long) other.timestamp(),
            EvidenceGrade.EXPLORATORY,
            "nonsense");
    return new Envelope(
        other.source(), seq, other.timestamp(), Channel.of(Topic.PATTERN_CONFIRMED), body);
  }

  /** A run in which the learner is told nonsense that many times at once. */
  private Outcome runWithNonsense(int times) {
    int[] rounds = {0};
    TamperedBus bus =
        new TamperedBus(delivered -> {
          List<Envelope> more = new ArrayList<>(delivered);
          if (++rounds[0] == 500) {
            for (int i = 0; i < times; i++) {
              more.add(nonsense(delivered.getFirst(), 1_000_000 + i));
            }
          }
          return more;
        });
    return Fixtures.sample()
        .bus((channels, onMail) -> bus)
        .run((colony, instants) -> {
          quarantined.clear();
          colony.roster().agents().stream()
              .filter(Agent::isQuarantined)
              .map(Agent::toString)
              .forEach(quarantined::add);
        });
  }

  @Test
  void anAgentThatThrowsThreeTimesInARowIsQuarantinedAndTheSessionGoesOn() {
    Outcome outcome = runWithNonsense(3);

    assertThat(quarantined).containsExactly(LEARNER);
    assertThat(outcome.counters().failures()).isEqualTo(3);
    assertThat(outcome.endReason()).isNull();
    assertThat(outcome.counters().bars()).isEqualTo(Fixtures.sample().run().counters().bars());
    assertThat(outcome.stored().opened(SignalSource.ACCOUNT)).isNotEmpty();
  }

  @Test
  void anAgentThatThrowsTwiceAndThenWorksAgainIsKept() {
    Outcome outcome = runWithNonsense(2);

    assertThat(quarantined).isEmpty();
    assertThat(outcome.counters().failures()).isEqualTo(2);
  }

  /** A fill after which no equity can be reckoned. */
  @SuppressWarnings("NullAway")
  private static TradeConfirmation fillWithoutCash() {
    return new TradeConfirmation(
        SignalSource.ACCOUNT,
        "t-nonsense",
        TradeConfirmation.Action.OPEN,
        new Pair("XXBTZUSD"),
        Side.BUY,
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ONE,
        null,
        "nonsense",
        FeatureVector.EMPTY);
  }

  @Test
  void row81AGuardianThatFailsOnceHaltsTheAccountForGood() {
    int[] rounds = {0};
    double[] failed = {0};
    TamperedBus bus =
        new TamperedBus(delivered -> {
          List<Envelope> more = new ArrayList<>(delivered);
          if (++rounds[0] == 500) {
            Envelope other = delivered.getFirst();
            failed[0] = other.timestamp();
            more.add(
                new Envelope(
                    other.source(),
                    1_000_000,
                    other.timestamp(),
                    Channel.of(Topic.TRADE_CONFIRMATIONS),
                    fillWithoutCash()));
          }
          return more;
        });
    boolean[] halted = {false};
    Outcome outcome =
        Fixtures.sample()
            .bus((channels, onMail) -> bus)
            .run((colony, instants) -> halted[0] = colony.roster().trader().isHalted());

    assertThat(outcome.counters().failures()).isPositive();
    assertThat(halted[0]).isTrue();
    assertThat(outcome.endReason()).isNull();
    assertThat(outcome.stored().opened(SignalSource.ACCOUNT))
        .allMatch(position -> position.entry().time() <= failed[0] + 1);
    assertThat(outcome.stored().opened(SignalSource.SYNTHESIZED))
        .anyMatch(position -> position.entry().time() > failed[0] + 1);
  }

  @Test
  void aStoreThatCannotKeepWhatTheTraderDidEndsTheSession() {
    StoreException full = new StoreException("the disk is full", new IllegalStateException());
    assertEndsTheSession(
        full,
        new Recorder() {
          @Override
          public void equity(EquityPoint point) {
            if (equities().size() == 10) {
              throw full;
            }
            super.equity(point);
          }
        });
  }

  /** The thread that reads ahead dies of it; the session must not wait for it for ever. */
  @Test
  void anErrorInTheThreadThatReadsAheadEndsTheSession() {
    ColonyKit kit =
        ColonyKit.on(() -> new FailingFeed(Fixtures.SAMPLE.feed(), 100, new StackOverflowError()))
            .warmUpHours(3);

    assertThatThrownBy(kit::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the feed has failed")
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void aStoreThatCannotKeepAPatternEndsTheSession() {
    StoreException full = new StoreException("the disk is full", new IllegalStateException());
    assertEndsTheSession(
        full,
        new Recorder() {
          @Override
          public void archive(ArchivedPattern pattern) {
            throw full;
          }
        });
  }

  private static void assertEndsTheSession(StoreException full, Recorder store) {
    List<MarketFeed> feeds = new ArrayList<>();
    TamperedBus bus = new TamperedBus(delivered -> delivered);
    ColonyKit kit =
        ColonyKit.on(
                () -> {
                  feeds.add(Fixtures.SAMPLE.feed());
                  return feeds.getLast();
                })
            .warmUpHours(3)
            .stores(() -> store)
            .bus((channels, onMail) -> bus);

    assertThatThrownBy(kit::run).isSameAs(full);
    assertThat(bus.isClosed()).isTrue();
    assertThat(feeds)
        .hasSize(1)
        .allSatisfy(feed -> assertThat(((ListFeed) feed).isClosed()).isTrue());
  }
}
