package mycelial.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mycelial.message.Channel;
import mycelial.message.Envelope;
import mycelial.message.Role;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

final class AgentTest {
  private static final Channel CONTROL = Channel.of(Topic.SYSTEM_CONTROL);

  /** Notes what it is told; throws at the reason "bad" and, if fatal, wants the session to end. */
  private static final class Listener extends Agent {
    private static final long serialVersionUID = 1L;
    private final transient List<String> heard = new ArrayList<>();
    private final boolean fatal;

    Listener(boolean fatal) {
      super(Agents.identity(Role.TRADER, Layer.EXECUTION, 16));
      this.fatal = fatal;
    }

    @Override
    public List<Channel> subscriptions() {
      return List.of(CONTROL);
    }

    @Override
    public List<String> watches() {
      return List.of();
    }

    @Override
    protected boolean isFatal(RuntimeException failure) {
      return fatal;
    }

    @Override
    protected void onMessage(Envelope envelope) {
      SystemControl control = (SystemControl) envelope.body();
      if (control.reason().equals("bad")) {
        throw new IllegalStateException("heard something bad");
      }
      heard.add(control.reason() + " at " + context().tick());
    }

    @Override
    protected void act() {
      heard.add("acted at " + context().tick());
    }
  }

  private final RecordingContext context = new RecordingContext();
  private final Listener agent = new Listener(false);

  private void tell(Listener listener, String reason) {
    context.tell(listener, 1, CONTROL, new SystemControl(Command.HALT, Origin.RISK, reason));
  }

  @Test
  void takesAMessageInAfterItsReactionTimeAndThenActs() {
    agent.start(context);
    tell(agent, "one");
    tell(agent, "two");
    context.advance(1);

    assertThat(agent.heard).containsExactly("one at 16", "two at 16", "acted at 16");
    assertThat(agent.received()).isEqualTo(2);
    assertThat(agent.steps()).isEqualTo(1);
  }

  @Test
  void aStepTakesOnlyWhatIsDue() {
    agent.start(context);
    tell(agent, "one");
    context.advance(0.125);
    tell(agent, "two");
    context.advance(1);

    assertThat(agent.heard).containsExactly("one at 16", "acted at 16", "two at 24", "acted at 24");
  }

  @Test
  void isQuarantinedWhenItThrowsThreeTimesInARow() {
    agent.start(context);
    for (int i = 0; i < 4; i++) {
      tell(agent, "bad");
      context.advance(1);
    }
    tell(agent, "good");
    context.advance(1);

    assertThat(agent.isQuarantined()).isTrue();
    assertThat(context.failures()).hasSize(3);
    assertThat(agent.heard).isEmpty();
  }

  @Test
  void takesNothingMoreInOnceItHasRetired() {
    agent.start(context);
    tell(agent, "one");
    context.advance(1);
    tell(agent, "on its way");
    agent.retire();
    tell(agent, "too late");
    context.advance(1);

    assertThat(agent.isRetired()).isTrue();
    assertThat(agent.heard).containsExactly("one at 16", "acted at 16");
    assertThat(agent.received()).isEqualTo(1);
    assertThat(agent.steps()).isEqualTo(1);
  }

  @Test
  void isForgivenWhenItWorksAgain() {
    agent.start(context);
    for (String reason : List.of("bad", "bad", "good", "bad", "bad", "good")) {
      tell(agent, reason);
      context.advance(1);
    }

    assertThat(agent.isQuarantined()).isFalse();
    assertThat(context.failures()).hasSize(4);
  }

  @Test
  void letsAFatalFailureThrough() {
    Listener trader = new Listener(true);
    trader.start(context);
    tell(trader, "bad");

    assertThatThrownBy(() -> context.advance(1)).hasMessage("heard something bad");
    assertThat(context.failures()).isEmpty();
  }

  @Test
  void cannotBeToldAnythingBeforeItHasBeenStarted() {
    assertThatThrownBy(() -> tell(agent, "one"))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("has not been started");
  }

  @Test
  void refusesAReactionTimeOfNothing() {
    assertThatThrownBy(() -> Agents.identity(Role.TRADER, Layer.EXECUTION, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 ticks");
  }

  @Test
  void refusesAnOrderingBeyondItsLayer() {
    assertThatThrownBy(() -> Layer.DATA.ordering(100_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100000");
    assertThat(Layer.DATA.ordering(99_999)).isLessThan(Layer.LEARNING.ordering(0));
  }

  @Test
  void schedulesInWholeTicksOnly() {
    assertThat(Ticks.of(0.25)).isEqualTo(16);
    assertThat(Ticks.seconds(1)).isEqualTo(1.0 / 64);
    assertThatThrownBy(() -> Ticks.of(0.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1/64");
  }
}
