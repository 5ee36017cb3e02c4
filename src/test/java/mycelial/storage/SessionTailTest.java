package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionTailTest {
  @TempDir Path folder;

  private static StoredMessage message(long seq, String channel, String body) {
    return new StoredMessage(Records.NOON + seq, 7, "memory", seq, channel, body);
  }

  @Test
  void answersOnlyWhatCameAfterwards() {
    try (Storage storage = Storage.open(folder, Records.session("s"));
        SessionTail tail = SessionTail.open(folder, "s")) {
      storage.closed(Records.trade("t-1"));
      storage.idea(Records.idea("i-1"));
      storage.equity(Records.equity(Records.NOON, "10000"));
      storage.flush();
      long before = tail.version();
      TailRow first = tail.closed(0).getFirst();
      storage.closed(Records.trade("t-2"));
      storage.equity(Records.equity(Records.NOON + 60, "10001"));
      storage.flush();

      assertThat(first.text("trade_id")).isEqualTo("t-1");
      assertThat(tail.version()).isNotEqualTo(before);
      assertThat(tail.closed(first.number()))
          .extracting(row -> row.text("trade_id"))
          .containsExactly("t-2");
      assertThat(tail.equity(Records.NOON))
          .extracting(row -> row.number("account"))
          .containsExactly(10001.0);
      assertThat(tail.ideas(0)).hasSize(1);
      assertThat(tail.ideas(tail.ideas(0).getFirst().number())).isEmpty();
    }
  }

  @Test
  void tellsNothingOfOtherSessions() {
    try (Storage other = Storage.open(folder, Records.session("other"))) {
      other.closed(Records.trade("t-1"));
      other.message(message(1, "system-control", "{}"));
    }
    try (Storage storage = Storage.open(folder, Records.session("s"));
        SessionTail tail = SessionTail.open(folder, "s")) {
      storage.opened(Records.position("t-2"));
      storage.message(message(1, "system-control", "{\"command\":\"HALT\"}"));
      storage.flush();

      assertThat(tail.closed(0)).isEmpty();
      assertThat(tail.open()).extracting(row -> row.text("trade_id")).containsExactly("t-2");
      assertThat(tail.beforeMessages()).isEqualTo(1);
      assertThat(tail.messages(0))
          .extracting(row -> row.text("body"))
          .containsExactly("{\"command\":\"HALT\"}");
      assertThat(tail.session().orElseThrow().text("state")).isEqualTo("RUNNING");
    }
  }

  @Test
  void tellsOfMemoryWhatChangedADecisionAndWhichItWas() {
    try (Storage storage = Storage.open(folder, Records.session("s"));
        SessionTail tail = SessionTail.open(folder, "s")) {
      storage.message(message(1, "memory-answer", "{\"queryId\":\"l-1\",\"advice\":\"KEEP\"}"));
      storage.message(message(2, "memory-answer", "{\"queryId\":\"l-2\",\"advice\":\"REFUSE\"}"));
      storage.message(
          message(3, "pattern-confirmed", "{\"finding\":\"REFUSED\",\"confirmationId\":\"l-2\"}"));
      storage.message(message(4, "pattern-validation-result", "{}"));
      storage.flush();

      List<TailRow> told = tail.messages(0);
      assertThat(told)
          .extracting(row -> row.text("body"))
          .containsExactly("{\"queryId\":\"l-2\",\"advice\":\"REFUSE\"}");
      assertThat(tail.decision("l-2", told.getFirst().number()).orElseThrow().text("body"))
          .contains("REFUSED");
      assertThat(tail.decision("l-1", 0)).isEmpty();
    }
  }

  @Test
  void doesNotMissTablesOfLaterVersions() {
    try (Storage storage = Storage.open(folder, Records.session("s"));
        SessionTail tail = SessionTail.open(folder, "s")) {
      storage.flush();

      assertThat(tail.prices("XXBTZUSD", 0)).isEmpty();
    }
  }

  @Test
  void readsIdeasOfAVersionThatDidNotKnowTheirPartners() throws SQLException {
    try (Storage storage = Storage.open(folder, Records.session("s"))) {
      storage.idea(Records.idea("i-1"));
    }
    try (SessionTail tail = SessionTail.open(folder, "s")) {
      assertThat(tail.ideas(0).getFirst().text("partner")).isEqualTo("b-1");
    }
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trades.db"));
        Statement statement = database.createStatement()) {
      statement.execute("ALTER TABLE ideas DROP COLUMN partner");
      statement.execute("ALTER TABLE ideas DROP COLUMN partner_gap_ms");
    }
    try (SessionTail tail = SessionTail.open(folder, "s");
        TrailQueries trail = TrailQueries.open(folder)) {
      assertThat(tail.ideas(0).getFirst().text("idea_id")).isEqualTo("i-1");
      assertThat(trail.idea("s", "i-1").orElseThrow().partner()).isNull();
    }
  }

  @Test
  void followsThePatternsOfItsSession() {
    try (Storage other = Storage.open(folder, Records.session("other"))) {
      other.archive(Records.pattern("r1-1", 3));
    }
    try (Storage storage = Storage.open(folder, Records.session("s"));
        PatternTail tail = PatternTail.open(folder, "s")) {
      storage.archive(Records.pattern("r1-2", 3));
      storage.flush();

      assertThat(tail.after(0)).extracting(row -> row.text("pattern_id")).containsExactly("r1-2");
      assertThat(tail.after(tail.after(0).getFirst().number())).isEmpty();
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> SessionTail.open(folder, "s"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("does not exist");
  }
}
