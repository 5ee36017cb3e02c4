package mycelial.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mycelial.market.Interval;
import mycelial.market.PairSpec;
import org.junit.jupiter.api.Test;

final class WorldSpecTest {
  private static final PairSpec BITCOIN = Worlds.PAIRS.getFirst();

  private static WorldSpec spec(List<PairSpec> pairs, int days, long start, double multiple) {
    return new WorldSpec(
        WorldKind.SAMPLE,
        1,
        pairs,
        days,
        Interval.MINUTE,
        start,
        CostAssumption.STANDARD,
        CostMultiple.exactly(multiple));
  }

  @Test
  void endsAfterItsDays() {
    assertThat(Worlds.spec(WorldKind.NOISE, 1, 3).end()).isEqualTo(1_735_689_600L + 3 * 86_400);
  }

  @Test
  void refusesAPairListedTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(List.of(BITCOIN, BITCOIN), 1, 0, 4))
        .withMessage("pair XXBTZUSD is listed twice");
  }

  @Test
  void refusesAMarketWithoutPairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(List.of(), 1, 0, 4))
        .withMessageContaining("at least one pair");
  }

  @Test
  void refusesPricesWithTooManyDecimals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(List.of(Worlds.pair("ADAUSD", 11, "0")), 1, 0, 4))
        .withMessage("pair ADAUSD has 11 price decimals, not 0 to 10");
  }

  @Test
  void refusesALengthThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(List.of(BITCOIN), 0, 0, 4))
        .withMessage("days 0 is not from 1 to 3660");
  }

  @Test
  void refusesOneDayOfRegimesBecauseItHasNoHalfTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Worlds.spec(WorldKind.REGIMES, 1, 1))
        .withMessage("days 1 is not from 2 to 3660");
  }

  @Test
  void refusesAStartWithinADay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(List.of(BITCOIN), 1, 60, 4))
        .withMessage("start 60 is not a UTC midnight");
  }

  @Test
  void refusesACostMultipleThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(List.of(BITCOIN), 1, 0, Double.NaN))
        .withMessageStartingWith("cost multiple ");
  }

  @Test
  void refusesCostsThatAreNoFractions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostAssumption(0.1, 40))
        .withMessage("fee 40.0 is not a fraction from 0 to 0.1");
  }

  @Test
  void countsARoundTripOnBothSides() {
    assertThat(CostAssumption.STANDARD.roundTrip(BITCOIN)).isCloseTo(0.0104, within(1e-12));
    PairSpec other = Worlds.PAIRS.getLast();
    assertThat(CostAssumption.STANDARD.roundTrip(other)).isCloseTo(0.011, within(1e-12));
  }
}
