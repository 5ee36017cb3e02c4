package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.bus.InMemoryBus;
import mycelial.message.Channel;
import mycelial.message.Message;
import mycelial.message.Role;
import mycelial.message.SystemControl;
import mycelial.message.Topic;
import org.junit.jupiter.api.Test;

final class PostmanTest {
  private static final Message HALT =
      new SystemControl(SystemControl.Command.HALT, SystemControl.Origin.RISK, "why");

  private final InMemoryBus bus = new InMemoryBus("test");
  private final Postman postman =
      new Postman(
          Courier.direct(bus),
          new MessageLog(source -> "agent-" + source, message -> {}),
          List.of(),
          Onlooker.NOBODY);

  private void post(int source, int times) {
    for (int i = 0; i < times; i++) {
      postman.post(source, Role.RISK_MANAGER, Channel.of(Topic.SYSTEM_CONTROL), HALT, 60);
    }
  }

  @Test
  void dropsAndCountsWhatAnAgentSaysBeyondAThousandMessagesAtOneInstant() {
    post(1, Postman.MOST_AN_INSTANT + 100_000);
    post(2, 3);
    postman.carry(1);

    assertThat(postman.dropped()).isEqualTo(100_000);
    assertThat(bus.statistics().messages()).isEqualTo(Postman.MOST_AN_INSTANT + 3);
  }

  @Test
  void countsAnewAtEachInstant() {
    post(1, Postman.MOST_AN_INSTANT);
    postman.carry(1);
    post(1, Postman.MOST_AN_INSTANT);
    postman.carry(2);

    assertThat(postman.dropped()).isZero();
  }
}
