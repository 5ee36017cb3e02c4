package mycelial.agent.trader;

import static mycelial.agent.Agents.BITCOIN;
import static mycelial.agent.Agents.ETHER;
import static mycelial.agent.Agents.features;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mycelial.agent.Agents;
import mycelial.agent.Layer;
import mycelial.agent.RecordingContext;
import mycelial.config.Configuration;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.CostModel;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.ExitReason;
import mycelial.ledger.ExitRules;
import mycelial.ledger.FeeTier;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Ledger;
import mycelial.ledger.LedgerSettings;
import mycelial.ledger.Position;
import mycelial.ledger.TradeStore;
import mycelial.market.EvidenceGrade;
import mycelial.market.Interval;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import mycelial.market.StrategyType;
import mycelial.message.Channel;
import mycelial.message.PatternConfirmed;
import mycelial.message.PatternConfirmed.Voter;
import mycelial.message.Role;
import mycelial.message.SynthesizedTrade;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import mycelial.message.TradeConfirmation;
import mycelial.message.TradeIdea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TradingAgentTest {
  private static final Configuration CONFIGURATION = Configuration.defaults();

  private final RecordingContext context = new RecordingContext();
  private final List<ClosedTrade> closed = new ArrayList<>();
  private final List<IdeaRecord> ideas = new ArrayList<>();
  private final List<CollisionRecord> collisions = new ArrayList<>();
  private final TradingAgent trader =
      new TradingAgent(
          Agents.identity(Role.TRADER, Layer.EXECUTION, 1),
          new TraderSettings(
              List.of(BITCOIN),
              CONFIGURATION.trading(),
              90_000,
              List.of(ETHER),
              true,
              id -> "agent-" + id),
          ledgers(),
          new Store());
  private int said;

  private static Map<SignalSource, Ledger> ledgers() {
    LedgerSettings settings =
        new LedgerSettings(
            new BigDecimal(10_000),
            new BigDecimal("0.05"),
            false,
            new CostModel(
                new BigDecimal("0.001"),
                List.of(new FeeTier(BigDecimal.ZERO, new BigDecimal("0.004")))),
            new ExitRules(3, 6),
            Interval.MINUTE);
    Map<SignalSource, Ledger> ledgers = new EnumMap<>(SignalSource.class);
    for (SignalSource source : SignalSource.values()) {
      ledgers.put(source, new Ledger(source, "t", settings, CONFIGURATION.specs()));
    }
    return ledgers;
  }

  private final class Store implements TradeStore {
    @Override
    public void opened(Position position) {
      assertThat(position.entry().time()).isEqualTo(context.now());
    }

    @Override
    public void closed(ClosedTrade trade) {
      closed.add(trade);
    }

    @Override
    public void idea(IdeaRecord idea) {
      ideas.add(idea);
    }

    @Override
    public void collision(CollisionRecord collision) {
      collisions.add(collision);
    }

    @Override
    public void equity(EquityPoint point) {
      assertThat(point.equity()).hasSize(SignalSource.values().length);
    }
  }

  @BeforeEach
  void start() {
    trader.start(context);
    price(1000);
  }

  /** A bar that has just closed at that price. */
  private void price(double price) {
    long end = (long) context.now();
    context.tell(
        trader,
        1,
        Channel.marketData(BITCOIN),
        Agents.closed(BITCOIN, end, price, features(50, 0, 0.5)));
    context.advance(1);
  }

  private void nextBar(double price) {
    context.advance(60 - context.now() % 60);
    price(price);
  }

  private void idea(SignalSource stream, Side side, String id, @Nullable String restates) {
    TradeIdea idea =
        new TradeIdea(
            id,
            stream,
            BITCOIN,
            side,
            60,
            StrategyType.GENERIC,
            EvidenceGrade.EXPLORATORY,
            50,
            stream == SignalSource.MYCELIAL ? 1 : 0,
            stream == SignalSource.MYCELIAL ? "rule-1" : null,
            restates,
            (long) context.now(),
            "because");
    Topic topic =
        stream == SignalSource.MYCELIAL ? Topic.MYCELIAL_TRADE_IDEAS : Topic.BASELINE_TRADE_IDEAS;
    context.tell(trader, 30, Channel.of(topic), idea);
    context.advance(0.25);
  }

  private void idea(SignalSource stream, Side side) {
    said++;
    idea(stream, side, "i-" + said, null);
  }

  private void bothSay(Side side) {
    idea(SignalSource.BASELINE, side);
    idea(SignalSource.MYCELIAL, side);
  }

  private void command(Command command) {
    context.tell(
        trader,
        0,
        Channel.of(Topic.SYSTEM_CONTROL),
        new SystemControl(command, Origin.OPERATOR, "why"));
    context.advance(0.25);
  }

  private List<SignalSource> holding() {
    List<SignalSource> holding = new ArrayList<>();
    for (SignalSource source : SignalSource.values()) {
      if (!trader.ledger(source).positions().isEmpty()) {
        holding.add(source);
      }
    }
    return holding;
  }

  private @Nullable Long fate(SignalSource source, Fate fate) {
    return Optional.ofNullable(trader.fates().get(source))
        .map(fates -> fates.get(fate))
        .orElse(null);
  }

  @Test
  void anIdeaIsTradedByTheLedgerOfItsStreamAlone() {
    idea(SignalSource.BASELINE, Side.BUY);

    assertThat(holding()).containsExactly(SignalSource.BASELINE);
    assertThat(context.sent(TradeConfirmation.class))
        .singleElement()
        .satisfies(fill -> assertThat(fill.stream()).isEqualTo(SignalSource.BASELINE))
        .satisfies(fill -> assertThat(fill.action()).isEqualTo(TradeConfirmation.Action.OPEN));
  }

  @Test
  void ideasOfBothStreamsWithinFiveSecondsCollide() {
    idea(SignalSource.BASELINE, Side.BUY);
    context.advance(4.75);
    idea(SignalSource.MYCELIAL, Side.BUY);

    assertThat(holding())
        .containsExactlyInAnyOrder(
            SignalSource.BASELINE,
            SignalSource.MYCELIAL,
            SignalSource.SYNTHESIZED,
            SignalSource.ACCOUNT);
    assertThat(collisions)
        .singleElement()
        .satisfies(collision ->
            assertThat(collision.mycelialTime() - collision.baselineTime()).isEqualTo(5.0))
        .satisfies(collision -> assertThat(collision.result()).isEqualTo("OPENED"));
  }

  @Test
  void ideasFurtherApartAreANearMiss() {
    idea(SignalSource.BASELINE, Side.BUY);
    context.advance(4.75 + 1.0 / 64);
    idea(SignalSource.MYCELIAL, Side.BUY);
    trader.finish(false);

    assertThat(collisions).isEmpty();
    assertThat(trader.collisionCounts().nearMisses()).isEqualTo(1);
    assertThat(holding()).doesNotContain(SignalSource.SYNTHESIZED, SignalSource.ACCOUNT);
  }

  @Test
  void ideasInOppositeDirectionsConflict() {
    idea(SignalSource.BASELINE, Side.BUY);
    idea(SignalSource.MYCELIAL, Side.SELL);

    assertThat(trader.collisionCounts().conflicts()).isEqualTo(1);
    assertThat(collisions).isEmpty();
  }

  @Test
  void aRestatementOpensNothingInItsOwnLedgerButMayCollide() {
    idea(SignalSource.BASELINE, Side.BUY, "b-1", null);
    nextBar(1000);
    idea(SignalSource.BASELINE, Side.BUY, "b-2", "b-1");
    idea(SignalSource.MYCELIAL, Side.BUY);

    assertThat(collisions)
        .singleElement()
        .satisfies(collision -> assertThat(collision.baselineIdea()).isEqualTo("b-1"));
    assertThat(fate(SignalSource.BASELINE, Fate.OPENED)).isEqualTo(1);
    assertThat(trader.ideas(SignalSource.BASELINE)).isEqualTo(1);
  }

  @Test
  void anIdeaCollidesOnceWithAllItsRestatements() {
    idea(SignalSource.MYCELIAL, Side.BUY, "m-1", null);
    idea(SignalSource.BASELINE, Side.BUY, "b-1", null);
    nextBar(1000);
    idea(SignalSource.MYCELIAL, Side.BUY, "m-2", "m-1");
    idea(SignalSource.BASELINE, Side.BUY, "b-2", "b-1");

    assertThat(collisions).hasSize(1);
  }

  @Test
  void noOrderFillsAtAStaleQuote() {
    context.advance(90);
    bothSay(Side.BUY);

    assertThat(holding()).isEmpty();
    assertThat(fate(SignalSource.BASELINE, Fate.STALE_QUOTE)).isEqualTo(1);
    assertThat(collisions)
        .singleElement()
        .satisfies(collision -> assertThat(collision.result()).isEqualTo("STALE_QUOTE"));
  }

  @Test
  void anOppositeIdeaOfEitherStreamClosesAnAgreedPosition() {
    bothSay(Side.BUY);
    context.advance(10);
    idea(SignalSource.BASELINE, Side.SELL);

    assertThat(holding()).containsExactly(SignalSource.MYCELIAL);
    assertThat(closed)
        .hasSize(3)
        .allSatisfy(trade -> assertThat(trade.reason()).isEqualTo(ExitReason.OPPOSITE_IDEA));
    assertThat(context.sent(SynthesizedTrade.class)).hasSize(1);
  }

  @Test
  void aBuyWhileLongAndASellWhileFlatAreCountedOnly() {
    idea(SignalSource.BASELINE, Side.SELL);
    idea(SignalSource.BASELINE, Side.BUY);
    idea(SignalSource.BASELINE, Side.BUY);

    assertThat(fate(SignalSource.BASELINE, Fate.SHORT_NOT_ALLOWED)).isEqualTo(1);
    assertThat(fate(SignalSource.BASELINE, Fate.OPENED)).isEqualTo(1);
    assertThat(fate(SignalSource.BASELINE, Fate.ALREADY_LONG)).isEqualTo(1);
  }

  @Test
  void aStopClosesAtTheNextQuoteBeyondIt() {
    bothSay(Side.BUY);
    nextBar(900);

    assertThat(holding()).isEmpty();
    assertThat(closed)
        .hasSize(4)
        .allSatisfy(trade -> assertThat(trade.reason()).isEqualTo(ExitReason.STOP));
  }

  @Test
  void aHaltKeepsTheAccountOutAndNobodyElse() {
    command(Command.HALT);
    bothSay(Side.BUY);

    assertThat(holding()).contains(SignalSource.SYNTHESIZED).doesNotContain(SignalSource.ACCOUNT);
    assertThat(fate(SignalSource.ACCOUNT, Fate.HALTED)).isEqualTo(1);
    assertThat(trader.isHalted()).isTrue();
    command(Command.RESUME);
    assertThat(trader.isHalted()).isFalse();
  }

  @Test
  void flattenClosesTheAccount() {
    bothSay(Side.BUY);
    command(Command.FLATTEN);

    assertThat(holding()).contains(SignalSource.SYNTHESIZED).doesNotContain(SignalSource.ACCOUNT);
    assertThat(context.endReason()).isNull();
  }

  @Test
  void anEmergencyShutdownAsksForTheEnd() {
    bothSay(Side.BUY);
    command(Command.EMERGENCY_SHUTDOWN);

    assertThat(holding()).doesNotContain(SignalSource.ACCOUNT);
    assertThat(context.endReason()).startsWith("emergency shutdown");
  }

  @Test
  void nothingIsTradedWhileWarmingUp() {
    context.warmUp();
    bothSay(Side.BUY);

    assertThat(holding()).isEmpty();
    assertThat(trader.ideas(SignalSource.BASELINE)).isZero();
  }

  @Test
  void anIdeaThatFallsSilentIsStoredWithItsFate() {
    idea(SignalSource.BASELINE, Side.BUY);
    nextBar(1000);
    nextBar(1000);

    assertThat(ideas)
        .singleElement()
        .satisfies(idea -> assertThat(idea.agent()).isEqualTo("agent-30"))
        .satisfies(idea -> assertThat(idea.fate()).isEqualTo("OPENED"))
        .satisfies(idea -> assertThat(idea.collision()).isEqualTo("EXPIRED"));
  }

  @Test
  void finishingCanCloseEverythingAndChecksTheMoney() {
    bothSay(Side.BUY);
    trader.finish(true);

    assertThat(holding()).isEmpty();
    assertThat(closed)
        .hasSize(4)
        .allSatisfy(trade -> assertThat(trade.reason()).isEqualTo(ExitReason.SESSION_END));
    assertThat(ideas).hasSize(2);
  }

  @Test
  void whatIsNotForTheTraderEndsTheSession() {
    context.tell(
        trader,
        1,
        Channel.of(Topic.PATTERN_CONFIRMED),
        new PatternConfirmed(
            PatternConfirmed.Finding.AGREED,
            "m-1",
            BITCOIN,
            Side.BUY,
            1,
            "rule",
            1,
            List.of(new Voter(1, "rule", 1)),
            null,
            60,
            EvidenceGrade.EXPLORATORY,
            "why"));

    assertThatThrownBy(() -> context.advance(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pattern-confirmed");
  }
}
