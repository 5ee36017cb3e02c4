package mycelial.agent.keeper;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.market.Condition;
import mycelial.market.EntryVector;
import mycelial.market.Feature;
import mycelial.market.FeatureVector;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.memory.AgentKnowledge;
import mycelial.memory.CautionSettings;
import mycelial.memory.Memory;
import mycelial.memory.MemoryCollection;
import mycelial.memory.RecallSettings;
import mycelial.memory.TradeRecord;
import mycelial.message.Channel;
import mycelial.message.MemoryAnswer;
import mycelial.message.MemoryAnswer.Advice;
import mycelial.message.MemoryCaution;
import mycelial.message.MemoryQuery;
import mycelial.message.PatternDiscovery;
import mycelial.message.Role;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeConfirmation.Action;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MemoryAgentTest {
  private static final KeeperSettings SETTINGS =
      new KeeperSettings(
          true, new RecallSettings(15, 0.25, 6, 0.5, 0.67, 0.9), new CautionSettings(2, 0.8, 24));

  private static final int TRADER = 2;
  private static final int LEARNER = 5;
  private static final int INSTIGATOR = 3;

  private final RecordingContext context = new RecordingContext();
  private final MemoryAgent keeper =
      new MemoryAgent(Agents.identity(Role.MEMORY, Layer.MEMORY, 16), new Memory(100), SETTINGS);

  @BeforeEach
  void start() {
    keeper.start(context);
  }

  private static FeatureVector ranked(double rank) {
    FeatureVector.Builder features = new FeatureVector.Builder().set(Feature.ATR, 1);
    for (Feature feature : Feature.values()) {
      if (feature.isScaleFree()) {
        features.set(feature, 7).rank(feature, rank);
      }
    }
    return features.build();
  }

  private void fill(
      SignalSource stream, String id, Action action, String price, FeatureVector features) {
    context.tell(
        keeper,
        TRADER,
        Channel.of(Topic.TRADE_CONFIRMATIONS),
        new TradeConfirmation(
            stream,
            id,
            action,
            BITCOIN,
            action == Action.OPEN ? Side.BUY : Side.SELL,
            new BigDecimal("5"),
            new BigDecimal(price),
            new BigDecimal("2"),
            BigDecimal.TEN,
            "because",
            features));
  }

  /** Buys 5 at 100 and sells them a minute later, each for a fee of 2. */
  private void trade(SignalSource stream, String id, String exitPrice) {
    trade(stream, id, 0.3, exitPrice);
  }

  private void trade(SignalSource stream, String id, double rank, String exitPrice) {
    fill(stream, id, Action.OPEN, "100", ranked(rank));
    context.advance(60);
    fill(stream, id, Action.CLOSE, exitPrice, FeatureVector.EMPTY);
    context.advance(1);
  }

  private List<MemoryCaution> warnings() {
    context.advance(1);
    return context.sent(MemoryCaution.class);
  }

  @Test
  void warnsLearnersWhenTheSwarmHasFailedInAStateOftenEnough() {
    for (int i = 1; i <= 3; i++) {
      trade(SignalSource.MYCELIAL, "m-" + i, 0.7, "104");
    }
    trade(SignalSource.MYCELIAL, "m-4", "95");
    assertThat(warnings()).isEmpty();
    trade(SignalSource.MYCELIAL, "m-5", "95");

    assertThat(warnings()).hasSize(1);
    assertThat(warnings().getFirst().pair()).isEqualTo(BITCOIN);
    assertThat(warnings().getFirst().side()).isEqualTo(Side.BUY);
    MemoryCaution.Region region = warnings().getFirst().regions().getFirst();
    assertThat(region.cautionId()).isEqualTo("m-5");
    assertThat(region.failures()).isEqualTo(2);
    assertThat(region.covers(ranked(0.32))).isTrue();
    assertThat(region.covers(ranked(0.4))).isFalse();
  }

  @Test
  void takesAWarningBackWhenSuccessesOutweighTheFailures() {
    for (int i = 1; i <= 3; i++) {
      trade(SignalSource.MYCELIAL, "m-" + i, 0.7, "104");
    }
    for (int i = 4; i <= 5; i++) {
      trade(SignalSource.MYCELIAL, "m-" + i, "95");
    }
    assertThat(warnings().getLast().regions()).hasSize(1);
    trade(SignalSource.MYCELIAL, "m-6", "110");

    assertThat(warnings().getLast().regions()).isEmpty();
  }

  @Test
  void analystsFailuresWarnNobody() {
    for (int i = 1; i <= 9; i++) {
      trade(SignalSource.BASELINE, "b-" + i, "95");
    }

    assertThat(warnings()).isEmpty();
  }

  private MemoryAgent keeper(boolean speaks) {
    Memory past = new Memory(100);
    for (int i = 1; i <= 4; i++) {
      past.remember(
          new TradeRecord(
              "m-" + i,
              BITCOIN,
              Side.BUY,
              SignalSource.MYCELIAL,
              RecordingContext.ORIGIN - 600 + i,
              EntryVector.of(ranked(i > 2 ? 0.3 : 0.7)),
              i > 2 ? -0.02 : 0.01));
    }
    return new MemoryAgent(
        Agents.identity(Role.MEMORY, Layer.MEMORY, 16),
        past,
        new KeeperSettings(speaks, SETTINGS.recall(), SETTINGS.caution()));
  }

  @Test
  void warnsAtTheStartOfWhatPastSessionsHaveLeft() {
    keeper(true).start(context);

    assertThat(warnings()).hasSize(1);
  }

  @Test
  void recordsButKnowsNothingWhileItIsOff() {
    RecordingContext silence = new RecordingContext();
    MemoryAgent silent = keeper(false);
    silent.start(silence);
    silence.tell(
        silent,
        INSTIGATOR,
        Channel.of(Topic.MEMORY_QUERY),
        new MemoryQuery("q-1", "r5-2", BITCOIN, Side.BUY, ranked(0.3)));
    silence.advance(1);

    assertThat(silence.sent(MemoryCaution.class)).isEmpty();
    assertThat(silence.sent(MemoryAnswer.class).getFirst().reason())
        .isEqualTo("memory is off: nothing is known");
    assertThat(silent.memory().size()).isEqualTo(4);
    assertThat(silent.speaks()).isFalse();
  }

  private MemoryAnswer ask(double rank) {
    context.tell(
        keeper,
        INSTIGATOR,
        Channel.of(Topic.MEMORY_QUERY),
        new MemoryQuery("q-1", "r5-2", BITCOIN, Side.BUY, ranked(rank)));
    context.advance(1);
    assertThat(context.failures()).isEmpty();
    return context.sent(MemoryAnswer.class).getLast();
  }

  @Test
  void remembersAClosedTradeWithTheStateOfItsEntryAndWhatItReturned() {
    trade(SignalSource.MYCELIAL, "m-1", "110");

    assertThat(keeper.memory().snapshot().trades())
        .containsExactly(
            new TradeRecord(
                "m-1",
                BITCOIN,
                Side.BUY,
                SignalSource.MYCELIAL,
                RecordingContext.ORIGIN,
                EntryVector.of(ranked(0.3)),
                0.092));
    assertThat(keeper.recorded()).isEqualTo(1);
  }

  @Test
  void feesMakeAFailureOfASmallGain() {
    trade(SignalSource.BASELINE, "b-1", "100.5");

    assertThat(keeper.memory().size(MemoryCollection.FAILED_PATTERNS)).isEqualTo(1);
  }

  @Test
  void doesNotRememberTheSameIdeasAgainFromTheOtherLedgers() {
    trade(SignalSource.SYNTHESIZED, "s-1", "110");
    trade(SignalSource.ACCOUNT, "a-1", "110");

    assertThat(keeper.memory().size()).isZero();
    assertThat(keeper.skipped()).isZero();
  }

  @Test
  void remembersNothingOfAnOpenTrade() {
    fill(SignalSource.BASELINE, "b-1", Action.OPEN, "100", ranked(0.3));
    context.advance(60);

    assertThat(keeper.memory().size()).isZero();
  }

  @Test
  void countsWhatItCannotTakeIn() {
    fill(SignalSource.BASELINE, "b-1", Action.CLOSE, "100", FeatureVector.EMPTY);
    fill(SignalSource.BASELINE, "b-2", Action.OPEN, "100", Agents.features(30, 1, 0));
    fill(SignalSource.BASELINE, "b-2", Action.CLOSE, "100", FeatureVector.EMPTY);
    context.advance(1);

    assertThat(keeper.skipped()).isEqualTo(2);
    assertThat(keeper.recorded()).isZero();
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void keepsWhileTooLittleIsRemembered() {
    MemoryAnswer answer = ask(0.3);

    assertThat(answer.advice()).isEqualTo(Advice.KEEP);
    assertThat(answer.factor()).isEqualTo(1);
    assertThat(answer.queryId()).isEqualTo("q-1");
    assertThat(answer.patternId()).isEqualTo("r5-2");
    assertThat(answer.reason()).startsWith("too little is remembered");
  }

  @Test
  void refusesInANeighbourhoodOfFailuresAndNamesTheNearest() {
    for (int i = 0; i < 12; i++) {
      trade(SignalSource.MYCELIAL, "b-" + i, "98");
    }

    MemoryAnswer answer = ask(0.35);

    assertThat(answer.advice()).isEqualTo(Advice.REFUSE);
    assertThat(answer.factor()).isZero();
    assertThat(answer.recalled()).isEqualTo(12);
    assertThat(answer.failures()).isEqualTo(12);
    assertThat(answer.trades()).hasSize(10).startsWith("b-0", "b-1");
    assertThat(ask(0.9).advice()).isEqualTo(Advice.KEEP);
    assertThat(keeper.queries()).isEqualTo(2);
    assertThat(keeper.refused()).isEqualTo(1);
    assertThat(keeper.lowered()).isZero();
  }

  @Test
  void lowersWhereMostFailed() {
    for (int i = 0; i < 10; i++) {
      trade(SignalSource.MYCELIAL, "m-" + i, i < 2 ? "101" : "98");
    }

    MemoryAnswer answer = ask(0.3);

    assertThat(answer.advice()).isEqualTo(Advice.LOWER);
    assertThat(answer.factor()).isBetween(0.43, 0.44);
    assertThat(keeper.lowered()).isEqualTo(1);
  }

  @Test
  void answersAfterItsReactionTime() {
    context.tell(
        keeper,
        INSTIGATOR,
        Channel.of(Topic.MEMORY_QUERY),
        new MemoryQuery("q-1", "r5-2", ETHER, Side.SELL, FeatureVector.EMPTY));
    context.advance(0.25);

    assertThat(context.sent())
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.tick()).isEqualTo(16);
          assertThat(sent.channel()).isEqualTo(Channel.of(Topic.MEMORY_ANSWER));
        });
  }

  @Test
  void knowsEachLearnersNewestLeadingRule() {
    List<Condition> conditions =
        List.of(
            new Condition(BITCOIN, Feature.RSI, Condition.Comparison.BELOW, 0.2),
            new Condition(ETHER, Feature.RSI, Condition.Comparison.BELOW, 0.1));
    for (String rule : List.of("r5-1", "r5-2")) {
      context.tell(
          keeper,
          LEARNER,
          Channel.of(Topic.PATTERN_DISCOVERIES),
          new PatternDiscovery(rule, BITCOIN, Side.BUY, 45, conditions, 9, 0.01, 55));
    }
    context.advance(1);

    assertThat(keeper.memory().snapshot().knowledge())
        .containsExactly(
            new AgentKnowledge(LEARNER, "r5-2", BITCOIN, Side.BUY, 45, conditions, 9, 0.01, 55));
  }
}
