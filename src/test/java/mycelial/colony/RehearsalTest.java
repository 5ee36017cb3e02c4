package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.market.Interval;
import mycelial.market.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sim.engine.SimState;

final class RehearsalTest {
  private static ColonyKit kit() {
    return ColonyKit.on(Tape.sample(0, 1));
  }

  private static Rehearsal.Outcome rehearse(ColonyKit kit) {
    return rehearse(kit, kit.configuration().pairs(), Interval.MINUTE);
  }

  private static Rehearsal.Outcome rehearse(ColonyKit kit, List<Pair> pairs, Interval interval) {
    return new Rehearsal(new SimState(1), kit.plan(), pairs, interval).play();
  }

  @Test
  void ideasMeetAndPositionsOfAllFourLedgersAreOpenedAndClosed() {
    Rehearsal.Outcome outcome = rehearse(kit());

    assertThat(outcome.collisions()).isEqualTo(2 * Rehearsal.SCENES);
    assertThat(outcome.opened()).isEqualTo(2 * 4 * Rehearsal.SCENES);
    assertThat(outcome.closed()).isEqualTo(outcome.opened());
  }

  @ParameterizedTest
  @EnumSource(Interval.class)
  void barsMayHaveAnyLength(Interval interval) {
    ColonyKit kit = kit();

    assertThat(rehearse(kit, kit.configuration().pairs(), interval).opened()).isPositive();
  }

  @Test
  void whatMayNotBeTradedIsRehearsedWithoutATrade() {
    ColonyKit kit = kit();
    ColonyKit poor = kit().with("trading.capital", "1").with("trading.allow-short", "false");

    assertThat(rehearse(kit, List.of(), Interval.MINUTE)).isEqualTo(new Rehearsal.Outcome(0, 0, 0));
    assertThat(rehearse(poor).collisions()).isEqualTo(2 * Rehearsal.SCENES);
  }

  @Test
  void itIsTheSameEachTime() {
    assertThat(rehearse(kit())).isEqualTo(rehearse(kit()));
  }
}
