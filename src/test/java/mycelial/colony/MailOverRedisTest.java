package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import mycelial.bus.BusException;
import mycelial.bus.redis.OperatorClient;
import mycelial.colony.ColonyKit.Outcome;
import mycelial.market.SignalSource;
import mycelial.message.SystemControl.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outside reaches a colony whose thread is in the middle of a round. */
@Timeout(30)
final class MailOverRedisTest {
  @Test
  void aCommandReachesASessionThatRunsAtFullSpeed() {
    AtomicBoolean relayed = new AtomicBoolean();
    try (RedisRig rig = new RedisRig();
        Interference operator =
            new Interference(
                1,
                1000,
                () ->
                    relayed.set(
                        OperatorClient.sendAndAwait(
                            rig.server().endpoint(),
                            "",
                            RedisRig.command(Command.HALT),
                            Duration.ofSeconds(10))))) {
      Outcome outcome =
          Fixtures.sample()
              .bus(rig::open)
              .run((colony, instants) -> {
                operator.after(colony, instants);
                if (colony.counters().now() > Fixtures.MIDNIGHT) {
                  rig.awaitMail(); // or the run may be over before the operator has spoken
                }
              });

      assertThat(operator.done()).isEqualTo(1);
      assertThat(relayed).isTrue();
      assertThat(outcome.stored().opened(SignalSource.SYNTHESIZED))
          .hasSizeGreaterThan(outcome.stored().opened(SignalSource.ACCOUNT).size());
      assertThat(outcome.bus().republishedRounds()).isZero();
    }
  }

  @Test
  void anInterruptDoesNotWaitForARoundThatRedisDoesNotCarry() {
    try (RedisRig rig = new RedisRig()) {
      Colony[] playing = new Colony[1];
      try (Interference user =
          new Interference(
              1,
              1000,
              () -> {
                rig.server().pause();
                playing[0].interrupt();
                rig.leave();
              })) {
        ColonyKit kit = Fixtures.sample().bus(rig::open);
        playing[0] = kit.colony();

        // The order to end comes within a round, which then is given up, or just before one.
        Throwable givenUp = catchThrowable(() -> kit.play(playing[0], user));
        if (givenUp != null) {
          assertThat(givenUp).isInstanceOf(BusException.class).hasMessageContaining("closed");
        }
        assertThat(user.done()).isEqualTo(1);
        assertThat(playing[0].endReason()).isEqualTo(Colony.INTERRUPTED);
      } finally {
        rig.server().resume();
      }
    }
  }
}
