package mycelial.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledWriterTest {
  private static final int KILLS = 5;

  @TempDir Path folder;

  @Test
  void losesNothingAcknowledgedAndDoublesNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    Path acknowledgements = Files.createFile(folder.resolve("acknowledged"));
    for (int kill = 1; kill <= KILLS; kill++) {
      Files.writeString(acknowledgements, "");
      int killAt = random.nextInt(1, 3000);
      Process child =
          ChildProcess.start(
              folder.resolve("output-" + kill),
              ChildWriter.class,
              folder.toString(),
              acknowledgements.toString());
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> !child.isAlive() || last(acknowledgements) >= killAt);
      child.destroyForcibly().waitFor();
      assertThat(child.exitValue())
          .as(Files.readString(folder.resolve("output-" + kill)))
          .isEqualTo(137);
      assertComplete(last(acknowledgements));
    }
  }

  private void assertComplete(int acknowledged) throws SQLException {
    try (Sqlite trades = Sqlite.trades(folder);
        Sqlite patterns = Sqlite.patterns(folder)) {
      int stored = Integer.parseInt(trades.one("SELECT COUNT(*) FROM trades"));
      assertThat(stored).isGreaterThanOrEqualTo(acknowledged);
      assertThat(trades.one("SELECT MAX(CAST(substr(trade_id, 3) AS INTEGER)) FROM trades"))
          .isEqualTo(String.valueOf(stored));
      int archived = Integer.parseInt(patterns.one("SELECT COUNT(*) FROM patterns"));
      assertThat(archived).isGreaterThanOrEqualTo(acknowledged);
      assertThat(
              patterns.one(
                  "SELECT COUNT(DISTINCT json_extract(raw_features, '$.patternId')) FROM patterns"))
          .isEqualTo(String.valueOf(archived));
    }
    assertThat(DatabaseCheck.check(folder).findings()).isEmpty();
  }

  /** A line that is being written does not count yet. */
  private static int last(Path acknowledgements) throws IOException {
    String text = Files.readString(acknowledgements);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    return lines.isEmpty() ? 0 : Integer.parseInt(lines.getLast());
  }
}
