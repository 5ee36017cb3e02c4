package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mycelial.bus.BusException;
import mycelial.bus.BusStatistics;
import mycelial.bus.MessageBus;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class CourierTest {
  private static final List<Envelope> MAIL =
      List.of(
          new Envelope(
              1,
              1,
              1.0,
              Channel.of(Topic.SYSTEM_CONTROL),
              new SystemControl(Command.HALT, Origin.RISK, "a test")));

  /** Carries nothing before it is told to. */
  private static final class SlowBus implements MessageBus {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<List<Envelope>> rounds = new ArrayList<>();
    private @Nullable BusException failure;

    @Override
    public List<Envelope> round(List<Envelope> outgoing) {
      rounds.add(outgoing);
      try {
        gate.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException("nobody interrupts the courier", interrupted);
      }
      if (failure != null) {
        throw failure;
      }
      return outgoing;
    }

    @Override
    public List<SystemControl> takeCommands() {
      return List.of();
    }

    @Override
    public BusStatistics statistics() {
      return new BusStatistics(0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Override
    public void close() {
      gate.countDown();
    }
  }

  private final Object monitor = new Object();
  private final SlowBus bus = new SlowBus();
  private final Courier courier = Courier.sharing(bus, monitor);

  @AfterEach
  void close() {
    bus.close();
    courier.close();
  }

  private @Nullable List<Envelope> round() {
    synchronized (monitor) {
      return courier.round(MAIL);
    }
  }

  @Test
  void aRoundThatTakesLongStaysUnderWayAndIsNotPublishedAgain() {
    assertThat(round()).isNull();
    assertThat(round()).isNull();

    bus.gate.countDown();

    assertThat(courier.wholeRound(MAIL)).isEqualTo(MAIL);
    assertThat(bus.rounds).hasSize(1);
  }

  @Test
  void anInterruptedWaitLeavesTheRoundUnderWayAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();

    assertThat(round()).isNull();
    assertThat(Thread.interrupted()).isTrue();

    bus.gate.countDown();
    assertThat(courier.wholeRound(MAIL)).isEqualTo(MAIL);
    assertThat(bus.rounds).hasSize(1);
  }

  @Test
  void theNextRoundIsAnother() {
    bus.gate.countDown();

    assertThat(courier.wholeRound(MAIL)).isEqualTo(MAIL);
    assertThat(courier.wholeRound(MAIL)).isEqualTo(MAIL);
    assertThat(bus.rounds).hasSize(2);
  }

  @Test
  void aFailureOfTheBusIsTheCallersToHear() {
    bus.failure = new BusException(BusException.Cause.CLOSED, "closed by a test");
    bus.gate.countDown();

    assertThatThrownBy(() -> courier.wholeRound(MAIL)).isSameAs(bus.failure);
  }
}
