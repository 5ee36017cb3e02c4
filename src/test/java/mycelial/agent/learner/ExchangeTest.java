package mycelial.agent.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mycelial.message.SystemControl;
import mycelial.message.SystemControl.Command;
import mycelial.message.SystemControl.Origin;
import mycelial.message.SystemControl.Scope;
import org.junit.jupiter.api.Test;

final class ExchangeTest {
  private final Exchange exchange = new Exchange(7);

  private static SystemControl order(Command command, Integer... agents) {
    return new SystemControl(command, Origin.COUNCIL, "why", Scope.agents(List.of(agents)));
  }

  @Test
  void concernsThoseNamedOnly() {
    assertThat(exchange.begins(order(Command.FORCE_SHARE, 8, 9, 10), 100)).isFalse();
    assertThat(exchange.includes(8, 101)).isFalse();
    assertThat(exchange.begins(order(Command.FORCE_SHARE, 7, 8, 9), 100)).isTrue();
    assertThat(exchange.includes(10, 101)).isFalse();
    assertThat(exchange.includes(8, 101)).isTrue();
  }

  @Test
  void anotherCommandIsNoOrderToShare() {
    assertThat(exchange.begins(order(Command.QUARANTINE, 7, 8), 100)).isFalse();
  }

  @Test
  void takesOneRuleFromEach() {
    exchange.begins(order(Command.FORCE_SHARE, 7, 8, 9), 100);
    assertThat(exchange.includes(8, 100.5)).isTrue();
    assertThat(exchange.includes(8, 100.5)).isFalse();
    assertThat(exchange.includes(9, 105)).isTrue();
  }

  @Test
  void whatWasSaidBeforeTheOrderOrLongAfterIsNotPartOfIt() {
    exchange.begins(order(Command.FORCE_SHARE, 7, 8), 100);
    assertThat(exchange.includes(8, 100)).isFalse();
    assertThat(exchange.includes(8, 105.1)).isFalse();
  }

  @Test
  void aNewOrderTakesThePlaceOfTheOldOne() {
    exchange.begins(order(Command.FORCE_SHARE, 7, 8), 100);
    exchange.begins(order(Command.FORCE_SHARE, 7, 9), 101);
    assertThat(exchange.includes(8, 102)).isFalse();
    assertThat(exchange.includes(9, 102)).isTrue();
  }
}
