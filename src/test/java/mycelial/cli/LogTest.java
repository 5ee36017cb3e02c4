package mycelial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log makes of words that came from outside, with the program's own configuration. */
class LogTest {
  private static final String EVIL =
      "pair\r\n2026-01-01 00:00:00,000 ERROR Ledger all is lost\033[2J\033]0;owned\u0007\u009b31m";

  private static String logged(String words, @Nullable Throwable thrown) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var appender =
        (OutputStreamAppender<ILoggingEvent>) Objects.requireNonNull(root.getAppender("STDERR"));
    var event =
        new LoggingEvent(
            LogTest.class.getName(), root, Level.WARN, "heard {}", thrown, new Object[] {words});
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void aMessageIsOneLineAndCommandsNoTerminal() {
    String log = logged(EVIL, null);
    assertThat(log.lines()).hasSize(1);
    assertThat(log.strip())
        .contains("WARN", "heard pair  2026")
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void anExceptionsMessageBeginsNoLineOfItsOwn() {
    String log = logged("x", new IllegalStateException(EVIL, new RuntimeException(EVIL)));
    List<String> lines = log.lines().skip(1).toList();
    assertThat(lines)
        .allMatch(line -> line.matches("(\\s+(at|\\.\\.\\.) .*)|.*Exception: pair .*"));
    assertThat(lines).filteredOn(line -> line.contains("all is lost")).hasSize(2);
    assertThat(lines)
        .filteredOn(line -> line.contains("at mycelial.cli.LogTest"))
        .hasSizeLessThan(8);
    assertThat(log.replace("\n", "").replace("\t", "")).doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void nothingInAMessageIsLookedUp() {
    assertThat(logged("${jndi:ldap://127.0.0.1/x} ${env:HOME} %d{yyyy}", null))
        .contains("${jndi:ldap://127.0.0.1/x} ${env:HOME} %d{yyyy}");
  }
}
