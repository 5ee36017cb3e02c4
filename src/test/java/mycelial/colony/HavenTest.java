package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import mycelial.bus.InMemoryBus;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Position;
import mycelial.market.Pair;
import mycelial.market.SignalSource;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.SystemControl.Scope;
import org.junit.jupiter.api.Test;

/** HAVEN in a whole colony: what it does to the account, and to nobody else. */
final class HavenTest {
  private static final Outcome FREE = Fixtures.sample().run().requireTraded();

  /** The pair in which the account opens most positions. */
  private static Pair busiest() {
    List<Pair> pairs =
        FREE.stored().opened(SignalSource.ACCOUNT).stream().map(HavenTest::pair).toList();
    return pairs.stream()
        .max(
            Comparator.comparingLong((Pair pair) -> pairs.stream().filter(pair::equals).count())
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Pair pair(Position position) {
    return position.order().pair();
  }

  /** A run in which risk control says the size of a pair's orders before trading begins. */
  private static Outcome runWithSize(Pair pair, double factor) {
    InMemoryBus bus = new InMemoryBus(ColonyKit.SESSION);
    return Fixtures.sample()
        .bus((channels, onMail) -> bus)
        .run((colony, instants) -> {
          if (instants == 1) {
            bus.command(
                new SystemControl(Command.SIZE, Origin.RISK, "a test", Scope.size(pair, factor)));
          }
        });
  }

  private static Position first(Outcome outcome, SignalSource stream, Pair pair) {
    return outcome.stored().opened(stream).stream()
        .filter(position -> pair(position).equals(pair))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHalvedPairIsTradedAtHalfTheSizeByTheAccountAlone() {
    Pair pair = busiest();
    Outcome outcome = runWithSize(pair, 0.5);
    Position full = first(outcome, SignalSource.SYNTHESIZED, pair);
    Position half = first(outcome, SignalSource.ACCOUNT, pair);
    int decimals = Fixtures.sample().configuration().spec(pair).lotDecimals();

    assertThat(half.entry().price()).isEqualByComparingTo(full.entry().price());
    BigDecimal lot = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal twice = half.entry().quantity().multiply(BigDecimal.TWO);
    assertThat(full.entry().quantity().subtract(twice)).isBetween(BigDecimal.ZERO, lot);
    outcome.ledger(SignalSource.ACCOUNT).checkInvariant();
    assertThat(outcome.ledger(SignalSource.SYNTHESIZED).equity())
        .isEqualByComparingTo(FREE.ledger(SignalSource.SYNTHESIZED).equity());
  }

  @Test
  void aPairOfSizeZeroIsNotOpenedByTheAccountAlone() {
    Pair pair = busiest();
    Outcome outcome = runWithSize(pair, 0);

    assertThat(outcome.stored().opened(SignalSource.ACCOUNT))
        .isNotEmpty()
        .noneMatch(position -> pair(position).equals(pair));
    assertThat(first(outcome, SignalSource.SYNTHESIZED, pair)).isNotNull();
  }

  @Test
  void aRestrictedPairIsNeverOpenedByTheAccount() {
    Pair pair = busiest();
    Outcome outcome = Fixtures.sample().with("risk.restricted-pairs", "[" + pair + "]").run();

    assertThat(outcome.stored().opened(SignalSource.ACCOUNT))
        .isNotEmpty()
        .noneMatch(position -> pair(position).equals(pair));
    assertThat(first(outcome, SignalSource.SYNTHESIZED, pair)).isNotNull();
  }

  @Test
  void offTheAccountTradesLikeSynthesized() {
    Outcome outcome =
        Fixtures.sample()
            .with("risk.haven", "off")
            .with("risk.max-drawdown-percent", "0.1")
            .with("trading.size-percent", "25")
            .run()
            .requireTraded();

    assertThat(outcome.riskHalts()).isZero();
    assertThat(outcome.ledger(SignalSource.ACCOUNT).equity())
        .isEqualByComparingTo(outcome.ledger(SignalSource.SYNTHESIZED).equity());
  }

  @Test
  void theEmergencysDrawdownSellsEverythingAndEndsTheSession() {
    Outcome outcome =
        Fixtures.sample()
            .seed(1)
            .with("risk.max-drawdown-percent", "0.1")
            .with("risk.emergency-drawdown-percent", "0.12")
            .with("trading.size-percent", "90")
            .run();

    assertThat(Objects.requireNonNull(outcome.endReason()))
        .startsWith("emergency shutdown: account drawdown 0.")
        .contains("limit of 0.12 %");
    assertThat(outcome.ledger(SignalSource.ACCOUNT).positions()).isEmpty();
    assertThat(outcome.stored().closed())
        .filteredOn(trade -> trade.reason() == ExitReason.FLATTEN)
        .isNotEmpty()
        .allSatisfy(trade -> assertThat(trade.position().stream()).isEqualTo(SignalSource.ACCOUNT));
    assertThat(outcome.counters().now()).isLessThan(FREE.counters().now());
  }

  @Test
  void aDrillIsTheSameEachTimeAndHarmsNoAgent() {
    Outcome first = drill();
    Outcome second = drill();

    assertThat(first.digest()).isEqualTo(second.digest()).isNotEqualTo(FREE.digest());
    assertThat(first.counters().failures()).isZero();
  }

  private static Outcome drill() {
    return Fixtures.sample().with("risk.adversary", "toxic").run();
  }
}
