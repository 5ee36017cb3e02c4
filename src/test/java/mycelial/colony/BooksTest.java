package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.config.Configuration;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.CollisionRecord;
import mycelial.ledger.EquityPoint;
import mycelial.ledger.Fill;
import mycelial.ledger.IdeaRecord;
import mycelial.ledger.Ledger;
import mycelial.ledger.Position;
import mycelial.market.Pair;
import mycelial.market.Side;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every figure of a run follows from what was stored of it. */
final class BooksTest {
  private static final Configuration CONFIGURATION = Fixtures.sample().configuration();
  private static final Outcome OUTCOME = Fixtures.sample().run();

  @BeforeAll
  static void play() {
    OUTCOME.requireTraded();
  }

  private static Stream<ClosedTrade> closed(SignalSource stream) {
    return OUTCOME.stored().closed().stream().filter(trade -> trade.position().stream() == stream);
  }

  private static BigDecimal cashFlow(Fill fill) {
    BigDecimal signed = fill.side() == Side.BUY ? fill.notional().negate() : fill.notional();
    return signed.subtract(fill.fee());
  }

  @ParameterizedTest
  @EnumSource(SignalSource.class)
  void theLedgersFollowFromTheStoredFills(SignalSource stream) {
    Ledger ledger = OUTCOME.ledger(stream);
    ledger.checkInvariant();
    BigDecimal cash = CONFIGURATION.trading().capital();
    BigDecimal fees = BigDecimal.ZERO;
    List<Fill> fills =
        Stream.concat(
                OUTCOME.stored().opened(stream).stream().map(Position::entry),
                closed(stream).map(ClosedTrade::exit))
            .toList();
    for (Fill fill : fills) {
      cash = cash.add(cashFlow(fill));
      fees = fees.add(fill.fee());
    }

    assertThat(ledger.cash()).isEqualByComparingTo(cash);
    assertThat(ledger.feesPaid()).isEqualByComparingTo(fees);
    assertThat(ledger.trades()).isEqualTo((int) closed(stream).count());
    assertThat(ledger.positions())
        .hasSize(OUTCOME.stored().opened(stream).size() - ledger.trades());
    assertThat(ledger.realisedPnl())
        .isEqualByComparingTo(
            closed(stream).map(ClosedTrade::pnl).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Test
  void aTradesProfitIsWhatItsTwoFillsMovedInCash() {
    assertThat(OUTCOME.stored().closed())
        .allSatisfy(trade ->
            assertThat(trade.pnl())
                .isEqualByComparingTo(
                    cashFlow(trade.position().entry()).add(cashFlow(trade.exit()))));
  }

  private static String key(ClosedTrade trade) {
    return trade.position().stream() + " " + trade.position().order().ideaId();
  }

  @Test
  void whatAnIdeaBringsAloneIsWhatItsLedgerMadeOfIt() {
    Map<String, ClosedTrade> alone = new TreeMap<>();
    OUTCOME.stored().outcomes.forEach(outcome -> alone.put(key(outcome), outcome));

    for (ClosedTrade trade : OUTCOME.stored().closed()) {
      if (trade.position().stream() != SignalSource.ACCOUNT) {
        ClosedTrade outcome = Objects.requireNonNull(alone.get(key(trade)), key(trade));
        assertThat(outcome.position().entry()).isEqualTo(trade.position().entry());
        assertThat(outcome.position().plan()).isEqualTo(trade.position().plan());
        assertThat(outcome.exit()).isEqualTo(trade.exit());
        assertThat(outcome.reason()).isEqualTo(trade.reason());
        assertThat(outcome.pnl()).isEqualTo(trade.pnl());
      }
    }
    assertThat(alone).hasSizeGreaterThan(OUTCOME.stored().opened(SignalSource.BASELINE).size());
  }

  @Test
  void everyIdeaThatCouldBeBoughtHasAnOutcome() {
    long entered =
        OUTCOME.stored().ideas().stream()
            .filter(idea ->
                List.of("OPENED", "ALREADY_LONG", "ALREADY_SHORT", "NO_CASH").contains(idea.fate()))
            .count();

    long outcomes =
        OUTCOME.stored().outcomes.stream()
            .filter(outcome -> !outcome.position().order().collision())
            .count();
    assertThat(outcomes).isEqualTo(entered);
  }

  @Test
  void thePricesOfTheTradedPeriodAreKept() {
    assertThat(OUTCOME.stored().prices)
        .isNotEmpty()
        .allSatisfy(bucket -> assertThat(bucket.low()).isLessThanOrEqualTo(bucket.high()))
        .extracting(bucket -> bucket.pair() + " " + bucket.time())
        .doesNotHaveDuplicates();
  }

  @Test
  void theLastEquityStoredIsThatOfTheLedgers() {
    EquityPoint last = OUTCOME.stored().equities().getLast();

    OUTCOME
        .ledgers()
        .forEach((stream, ledger) ->
            assertThat(last.equity().get(stream)).isEqualByComparingTo(ledger.equity()));
  }

  @Test
  void anEntryIsMadeAtAFreshQuotePlusHalfSpreadAndSlippage() {
    assertThat(OUTCOME.stored().opened())
        .allSatisfy(position -> {
          Fill entry = position.entry();
          Pair pair = position.order().pair();
          BigDecimal cost =
              CONFIGURATION
                  .spec(pair)
                  .halfSpread()
                  .add(CONFIGURATION.costs().slippagePercent().movePointLeft(2));
          double expected =
              entry.mid().doubleValue() * (1 + entry.side().sign() * cost.doubleValue());
          double tick = Math.pow(10, -CONFIGURATION.spec(pair).priceDecimals());
          assertThat(entry.price().doubleValue())
              .isCloseTo(expected, org.assertj.core.data.Offset.offset(tick));
          assertThat(entry.time() - entry.quoteTime())
              .isBetween(0.0, (double) CONFIGURATION.trading().staleSeconds());
        });
  }

  @Test
  void collidingIdeasAreAtMostFiveSecondsApartAndEachCollidesOnce() {
    List<CollisionRecord> collisions = OUTCOME.stored().collisions();
    Map<String, IdeaRecord> ideas =
        OUTCOME.stored().ideas().stream()
            .collect(Collectors.toMap(IdeaRecord::ideaId, idea -> idea));

    assertThat(collisions).hasSize((int) OUTCOME.collisions().matched());
    assertThat(collisions.stream().map(CollisionRecord::baselineIdea)).doesNotHaveDuplicates();
    assertThat(collisions.stream().map(CollisionRecord::mycelialIdea)).doesNotHaveDuplicates();
    assertThat(collisions)
        .allSatisfy(collision -> {
          double gap = Math.abs(collision.baselineTime() - collision.mycelialTime());
          assertThat(gap).isLessThanOrEqualTo(5.0);
          assertThat(ideas.get(collision.baselineIdea()))
              .isNotNull()
              .satisfies(idea -> assertThat(idea.stream()).isEqualTo(SignalSource.BASELINE))
              .satisfies(idea -> assertThat(idea.collision()).isEqualTo("MATCHED"));
          assertThat(ideas.get(collision.mycelialIdea()))
              .isNotNull()
              .satisfies(idea -> assertThat(idea.side()).isEqualTo(collision.side()))
              .satisfies(idea -> assertThat(idea.collision()).isEqualTo("MATCHED"));
        });
  }

  @Test
  void theAgreedLedgersOpenOnlyOnCollisions() {
    List<String> collided =
        OUTCOME.stored().collisions().stream()
            .filter(collision -> collision.result().equals("OPENED"))
            .map(CollisionRecord::mycelialIdea)
            .toList();

    assertThat(
            OUTCOME.stored().opened(SignalSource.SYNTHESIZED).stream()
                .map(position -> position.order().ideaId()))
        .containsExactlyElementsOf(collided);
    assertThat(OUTCOME.stored().opened(SignalSource.ACCOUNT))
        .allSatisfy(position -> assertThat(collided).contains(position.order().ideaId()));
  }

  @Test
  void nothingIsStoredBeforeTradingBegins() {
    assertThat(OUTCOME.stored().opened().stream().map(position -> position.entry().time()))
        .isSortedAccordingTo(Comparator.naturalOrder())
        .allSatisfy(
            time -> assertThat(time).isGreaterThanOrEqualTo(OUTCOME.counters().tradingFrom()));
    assertThat(OUTCOME.stored().ideas())
        .allSatisfy(
            idea -> assertThat(idea.time() + 5).isGreaterThan(OUTCOME.counters().tradingFrom()));
  }
}
