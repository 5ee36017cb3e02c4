package mycelial.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mycelial.message.SystemControl.Command;
import org.junit.jupiter.api.Test;

final class OperatorCommandTest {
  private static final byte[] TOKEN = "token".getBytes(UTF_8);

  private static OperatorCommand halt() {
    return OperatorCommand.sign("s1", "n1", Command.HALT, "lunch \"break\"", TOKEN);
  }

  @Test
  void isTheSameAfterTheWire() {
    OperatorCommand read = OperatorCommand.decode(halt().encode());
    assertThat(read).isEqualTo(halt());
    assertThat(read.isAuthentic(TOKEN)).isTrue();
  }

  @Test
  void isNotAuthenticWithAnotherToken() {
    assertThat(halt().isAuthentic("other".getBytes(UTF_8))).isFalse();
  }

  @Test
  void isNotAuthenticWhenAnythingWasChanged() {
    OperatorCommand halt = halt();
    String hmac = halt.hmac();
    assertThat(new OperatorCommand("s2", "n1", Command.HALT, halt.reason(), hmac))
        .matches(command -> !command.isAuthentic(TOKEN));
    assertThat(new OperatorCommand("s1", "n2", Command.HALT, halt.reason(), hmac))
        .matches(command -> !command.isAuthentic(TOKEN));
    assertThat(new OperatorCommand("s1", "n1", Command.RESUME, halt.reason(), hmac))
        .matches(command -> !command.isAuthentic(TOKEN));
    assertThat(new OperatorCommand("s1", "n1", Command.HALT, "why not", hmac))
        .matches(command -> !command.isAuthentic(TOKEN));
  }

  @Test
  void refusesSeparatorsThatWouldMakeTwoCommandsSignAlike() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperatorCommand.sign("a|b", "c", Command.HALT, "r", TOKEN));
  }

  @Test
  void cannotLeavePaperTrading() {
    String json = new String(halt().encode(), UTF_8).replace("HALT", "GO_LIVE");
    assertThatThrownBy(() -> OperatorCommand.decode(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("GO_LIVE");
  }
}
