package mycelial.colony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.agent.Agents;
import mycelial.agent.Ticks;
import mycelial.bus.InMemoryBus;
import mycelial.market.FeatureVector;
import mycelial.market.Side;
import mycelial.message.Channel;
import mycelial.message.MemoryQuery;
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

  private void ask() {
    postman.post(
        3,
        Role.INSTIGATOR,
        Channel.of(Topic.MEMORY_QUERY),
        new MemoryQuery("l-1-1", "r1-1", Agents.BITCOIN, Side.BUY, FeatureVector.EMPTY),
        60);
  }

  @Test
  void whatIsNotHurriedGoesWithTheNextThatIs() {
    ask();
    assertThat(postman.carry(70)).isTrue();
    assertThat(bus.statistics().messages()).isZero();
    post(1, 1);
    postman.carry(80);

    assertThat(bus.statistics().messages()).isEqualTo(2);
    assertThat(bus.statistics().rounds()).isEqualTo(1);
    assertThat(postman.due()).isEqualTo(Postman.NEVER);
  }

  @Test
  void whatIsNotHurriedWaitsForTheNextWholeMinuteAtMost() {
    long minute = 60L * Ticks.PER_SECOND;
    ask();
    postman.carry(minute);
    assertThat(postman.due()).isEqualTo(2 * minute);
    ask();
    postman.carry(2 * minute - 1);
    assertThat(bus.statistics().messages()).isZero();
    postman.carry(2 * minute);

    assertThat(bus.statistics().messages()).isEqualTo(2);
  }

  @Test
  void nothingIsLeftBehindAtTheEnd() {
    ask();
    postman.carry(70);
    postman.carryWhole(70);

    assertThat(bus.statistics().messages()).isEqualTo(1);
  }
}
