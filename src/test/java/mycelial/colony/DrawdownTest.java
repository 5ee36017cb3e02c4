package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.config.HaltRelease;
import mycelial.ledger.ExitReason;
import mycelial.market.SignalSource;
import org.junit.jupiter.api.Test;

final class DrawdownTest {
  private final List<Double> halts = new ArrayList<>();

  /** A run whose account may lose a tenth of a percent; notes when it was halted. */
  private Outcome run(HaltRelease release) {
    return Fixtures.sample()
        .with("risk.max-drawdown-percent", "0.1")
        .with("trading.size-percent", "90")
        .release(release)
        .run((colony, instants) -> {
          if (colony.roster().guardian().halts() > halts.size()) {
            halts.add(colony.counters().now());
          }
        });
  }

  private static List<Double> opened(Outcome outcome, SignalSource stream, double from) {
    return outcome.stored().opened(stream).stream()
        .map(position -> position.entry().time())
        .filter(time -> time > from)
        .toList();
  }

  @Test
  void aLatchedHaltKeepsTheAccountFromOpeningToTheEnd() {
    Outcome outcome = run(HaltRelease.LATCH).requireTraded();

    assertThat(halts).hasSize(1);
    assertThat(halts.getFirst()).isLessThan((double) Fixtures.MIDNIGHT);
    assertThat(opened(outcome, SignalSource.ACCOUNT, halts.getFirst())).isEmpty();
    assertThat(opened(outcome, SignalSource.SYNTHESIZED, halts.getFirst())).isNotEmpty();
  }

  @Test
  void midnightLiftsAHaltOfAReplay() {
    Outcome outcome = run(HaltRelease.MIDNIGHT).requireTraded();

    assertThat(halts).isNotEmpty();
    assertThat(halts.getFirst()).isLessThan((double) Fixtures.MIDNIGHT);
    List<Double> later = opened(outcome, SignalSource.ACCOUNT, halts.getFirst());
    assertThat(later)
        .isNotEmpty()
        .allSatisfy(time -> assertThat(time).isGreaterThan((double) Fixtures.MIDNIGHT));
  }

  @Test
  void flattensTheAccountAtAHaltWhereThatIsConfigured() {
    Outcome outcome =
        Fixtures.sample()
            .with("risk.max-drawdown-percent", "0.1")
            .with("trading.size-percent", "90")
            .with("risk.on-halt", "flatten")
            .run();

    assertThat(outcome.riskHalts()).isEqualTo(1);
    assertThat(outcome.ledger(SignalSource.ACCOUNT).positions()).isEmpty();
    assertThat(outcome.stored().closed())
        .filteredOn(trade -> trade.reason() == ExitReason.FLATTEN)
        .isNotEmpty()
        .allSatisfy(trade -> assertThat(trade.position().stream()).isEqualTo(SignalSource.ACCOUNT));
  }
}
