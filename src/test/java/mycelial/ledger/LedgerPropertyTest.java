package mycelial.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.TreeSet;
import mycelial.market.Interval;
import org.junit.jupiter.api.Test;

/** The ledgers of three streams against the slow, obvious one on random markets and ideas. */
final class LedgerPropertyTest {
  @Test
  void agreesWithTheReferenceOnMinutes() {
    qt().withFixedSeed(20_260_101L)
        .withExamples(12)
        .withShrinkCycles(0)
        .forAll(longs().all())
        .checkAssert(seed -> new RandomSession(seed, Interval.MINUTE).run(300));
  }

  @Test
  void agreesWithTheReferenceOverWeeksOfHours() {
    qt().withFixedSeed(20_260_102L)
        .withExamples(3)
        .withShrinkCycles(0)
        .forAll(longs().all())
        .checkAssert(seed -> new RandomSession(seed, Interval.HOUR).run(1_000));
  }

  @Test
  void theRandomSessionsReachEveryExitAndEveryRefusal() {
    TreeSet<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 8; seed++) {
      RandomSession session = new RandomSession(seed, Interval.MINUTE);
      session.run(300);
      seen.addAll(session.seen());
    }
    assertThat(seen)
        .contains("STOP", "TARGET", "HORIZON", "OPPOSITE_IDEA", "OPENED")
        .contains("ALREADY_LONG", "ALREADY_SHORT", "SHORT_NOT_ALLOWED", "NO_ATR", "NO_CASH")
        .contains("UNDER_MINIMUM");
  }
}
