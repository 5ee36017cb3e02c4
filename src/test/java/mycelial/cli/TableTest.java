package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Paint COLOURS = Paint.of(Paint.When.ALWAYS, Map.of());

  private static Table table() {
    Table table = new Table("stream", ">P&L", "state");
    table.row().cell("baseline").money(new BigDecimal("-1234.567")).cell("open");
    table.row().cell("account").money(new BigDecimal("2.5")).dim("closed");
    return table;
  }

  @Test
  void alignsTextToTheLeftAndNumbersToTheRight() {
    assertThat(table().lines(Paint.NONE))
        .containsExactly(
            "stream         P&L  state", "baseline  -1234.57  open", "account       2.50  closed");
  }

  @Test
  void coloursGainsGreenAndLossesRedAndTheHeaderBold() {
    assertThat(table().lines(COLOURS))
        .containsExactly(
            "\033[1mstream         P&L  state\033[0m",
            "baseline  \033[31m-1234.57\033[0m  open",
            "account       \033[32m2.50\033[0m  \033[2mclosed\033[0m");
  }

  @Test
  void isTheSameTextWithAndWithoutColour() {
    assertThat(table().lines(COLOURS).stream().map(TableTest::bare).toList())
        .isEqualTo(table().lines(Paint.NONE));
  }

  private static String bare(String coloured) {
    return coloured.replaceAll("\033\\[[0-9;]*m", "");
  }

  @Test
  void showsWhatWouldCommandATerminalInsteadOfSendingIt() {
    Table table = new Table("agent");
    table.row("evil\r\n\033[2J\u009b31m\u202e${jndi:ldap://x}");
    assertThat(table.lines(Paint.NONE).getLast())
        .isEqualTo("evil\\u000d\\u000a\\u001b[2J\\u009b31m\\u202e${jndi:ldap://x}");
  }

  @Test
  void hasNoHeaderWhereNoColumnHasAName() {
    Table table = new Table("", "");
    table.row("seed", 42).row("session", "run-1");
    assertThat(table.lines(COLOURS)).containsExactly("seed     42", "session  run-1");
  }

  @Test
  void refusesARowThatIsTooLong() {
    assertThatThrownBy(() -> new Table("one").row("a", "b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than 1 cells");
  }

  @Test
  void coloursOnlyWhereItIsWanted() {
    assertThat(Paint.of(Paint.When.NEVER, Map.of()).bold("x")).isEqualTo("x");
    assertThat(Paint.of(Paint.When.AUTO, Map.of("NO_COLOR", "1")).bold("x")).isEqualTo("x");
    assertThat(Paint.of(Paint.When.AUTO, Map.of("TERM", "dumb")).bold("x")).isEqualTo("x");
    assertThat(Paint.of(Paint.When.ALWAYS, Map.of("NO_COLOR", "1")).bold("x")).isNotEqualTo("x");
  }
}
