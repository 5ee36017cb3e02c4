package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mycelial.storage.JournalEntry.Kind;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
final class JournalTest {
  private static final Map<String, String> FACTS = Map.of("seed", "42", "configuration", "a: b\n");
  private static final List<JournalEntry> ENTRIES =
      List.of(
          new JournalEntry(64, Kind.ARRIVAL, "{\"market\":1}"),
          new JournalEntry(64, Kind.COMMAND, "HALT\nfor a test"),
          new JournalEntry(3840, Kind.STATE, "abc"),
          new JournalEntry(3904, Kind.END, ""));

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void written() {
    try (Journal journal = Journal.create(folder, FACTS)) {
      journal.append(ENTRIES.subList(0, 2));
      journal.append(ENTRIES.subList(2, 4));
    }
  }

  private List<JournalEntry> read() {
    List<JournalEntry> entries = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(folder)) {
      for (JournalEntry next = reader.next(); next != null; next = reader.next()) {
        entries.add(next);
      }
    }
    return entries;
  }

  private void alter(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void readsBackWhatWasWritten() {
    assertThat(read()).isEqualTo(ENTRIES);
    try (JournalReader reader = JournalReader.open(folder)) {
      assertThat(reader.facts()).isEqualTo(FACTS);
      assertThat(reader.fact("seed")).isEqualTo("42");
    }
  }

  @Test
  void goesOnBehindItsLastLine() {
    JournalEntry more = new JournalEntry(5000, Kind.ARRIVAL, "more");
    try (JournalReader reader = JournalReader.open(folder)) {
      while (reader.next() != null) {
        // to the end
      }
      try (Journal journal = Journal.resume(folder, reader)) {
        journal.append(List.of(more));
      }
    }
    assertThat(read()).endsWith(more).hasSize(5);
  }

  @Test
  void readsManyLinesInOrder() {
    List<JournalEntry> many = new ArrayList<>();
    for (int i = 0; i < 4_500; i++) {
      many.add(new JournalEntry(4000 + i, Kind.ARRIVAL, "line " + i));
    }
    try (JournalReader reader = JournalReader.open(folder)) {
      while (reader.next() != null) {
        // to the end
      }
      try (Journal journal = Journal.resume(folder, reader)) {
        journal.append(many);
      }
    }
    assertThat(read()).hasSize(4_504).endsWith(many.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entries SET body = 'HALT' || char(10) || 'for A test' WHERE seq = 2",
        "UPDATE entries SET tick = 65 WHERE seq = 2",
        "UPDATE entries SET kind = 'END' WHERE seq = 2",
        "UPDATE entries SET kind = 'NONE' WHERE seq = 2",
        "UPDATE entries SET link = 'x' || substr(link, 2) WHERE seq = 2"
      })
  void saysWhichLineWasAltered(String sql) throws SQLException {
    alter(sql);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(this::read)
        .withMessageContaining("journal.db: line 2 (tick 6");
  }

  @Test
  void noticesALineThatIsMissing() throws SQLException {
    alter("DELETE FROM entries WHERE seq = 2");
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(this::read)
        .withMessageContaining("line 3");
  }

  @Test
  void noticesThatWhatItStartedFromWasAltered() throws SQLException {
    alter("UPDATE facts SET value = '43' WHERE name = 'seed'");
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(this::read)
        .withMessageContaining("line 1");
  }

  @Test
  void isBegunOnlyOnce() {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> Journal.create(folder, FACTS))
        .withMessageContaining("has a journal already");
  }

  @Test
  void saysWhatItDoesNotRemember() {
    try (JournalReader reader = JournalReader.open(folder)) {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> reader.fact("weather"))
          .withMessageContaining("'weather'");
    }
  }
}
