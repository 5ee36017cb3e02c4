package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.bus.InMemoryBus;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.ledger.ClosedTrade;
import mycelial.ledger.ExitReason;
import mycelial.ledger.Position;
import mycelial.market.SignalSource;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class OperatorTest {
  private static final Outcome FREE = Fixtures.sample().run();

  /** When the account opened positions in a run without commands. */
  private static List<Double> opened = List.of();

  @BeforeAll
  static void play() {
    opened = times(FREE.requireTraded(), SignalSource.ACCOUNT);
    assertThat(opened).hasSizeGreaterThan(3);
  }

  private static List<Double> times(Outcome outcome, SignalSource stream) {
    return outcome.stored().opened(stream).stream()
        .map(position -> position.entry().time())
        .toList();
  }

  private record Order(double time, Command command) {}

  /** A run in which an operator gives orders, each after the first instant at or after its time. */
  private static Outcome runWith(Order... orders) {
    InMemoryBus bus = new InMemoryBus(ColonyKit.SESSION);
    int[] given = {0};
    return Fixtures.sample()
        .bus((channels, onMail) -> bus)
        .run((colony, instants) -> {
          if (given[0] < orders.length && colony.counters().now() >= orders[given[0]].time()) {
            Command command = orders[given[0]++].command();
            bus.command(new SystemControl(command, Origin.OPERATOR, "said by a test"));
          }
        });
  }

  @Test
  void aHaltStopsTheAccountFromOpeningWhileTheMeasuringLedgersGoOn() {
    double halt = opened.get(1);
    Outcome outcome = runWith(new Order(halt, Command.HALT));

    assertThat(times(outcome, SignalSource.ACCOUNT)).isEqualTo(opened.subList(0, 2));
    assertThat(times(outcome, SignalSource.SYNTHESIZED))
        .isEqualTo(times(FREE, SignalSource.SYNTHESIZED));
    assertThat(outcome.ledger(SignalSource.BASELINE).equity())
        .isEqualTo(FREE.ledger(SignalSource.BASELINE).equity());
    assertThat(outcome.endReason()).isNull();
  }

  @Test
  void resumeLiftsAHalt() {
    Outcome outcome =
        runWith(new Order(opened.get(1), Command.HALT), new Order(opened.get(2), Command.RESUME));

    assertThat(times(outcome, SignalSource.ACCOUNT))
        .contains(opened.get(1), opened.getLast())
        .doesNotContain(opened.get(2));
  }

  @Test
  void flattenClosesTheAccountAloneAndTradingGoesOn() {
    Position held = FREE.stored().opened(SignalSource.ACCOUNT).get(1);
    Outcome outcome = runWith(new Order(held.entry().time() + 1, Command.FLATTEN));

    assertThat(flattened(outcome))
        .isNotEmpty()
        .allSatisfy(trade -> assertThat(trade.position().stream()).isEqualTo(SignalSource.ACCOUNT));
    assertThat(times(outcome, SignalSource.ACCOUNT)).contains(opened.getLast());
  }

  private static List<ClosedTrade> flattened(Outcome outcome) {
    return outcome.stored().closed().stream()
        .filter(trade -> trade.reason() == ExitReason.FLATTEN)
        .toList();
  }

  @Test
  void anEmergencyShutdownFlattensTheAccountAndEndsTheSession() {
    double now = opened.get(2) + 1;
    Outcome outcome = runWith(new Order(now, Command.EMERGENCY_SHUTDOWN));

    assertThat(outcome.endReason()).isEqualTo("emergency shutdown: said by a test");
    assertThat(outcome.ledger(SignalSource.ACCOUNT).positions()).isEmpty();
    assertThat(flattened(outcome)).isNotEmpty();
    assertThat(outcome.ledger(SignalSource.BASELINE).positions()).isNotEmpty();
    assertThat(outcome.counters().now()).isBetween(now, now + 60);
  }

  @Test
  void stopEndsTheSessionAndLeavesPositionsOpen() {
    double now = opened.get(2) + 1;
    Outcome outcome = runWith(new Order(now, Command.STOP));

    assertThat(outcome.endReason()).isEqualTo("stopped: said by a test");
    assertThat(outcome.ledger(SignalSource.ACCOUNT).positions()).isNotEmpty();
    assertThat(outcome.counters().now()).isBetween(now, now + 60);
  }
}
